import { describe, expect, it } from 'vitest';
import {
  createManualClock,
  createUserlistEngine,
  type LogEntry,
  type Seed,
  type Store,
} from '../src/index.ts';

const NOW = Date.UTC(2026, 10, 23, 7);

const openEngine = (store?: Store) => {
  const clock = createManualClock(NOW);
  const engine = createUserlistEngine({ clock, ...(store === undefined ? {} : { store }) });
  const account = engine.accounts.open('dev');
  if (account === null) throw new Error('There is no room.');
  const decide = (operation: string, payload: unknown) => engine.seeding.decide(account, operation, payload);
  const view = (collection: string): readonly unknown[] =>
    engine.service.view(account.world, collection, {
      identifier: null,
      email: null,
      name: null,
      after: null,
      limit: 100,
    })?.items ?? [];
  return { engine, account, decide, view };
};

type Decided = ReturnType<ReturnType<typeof openEngine>['decide']>;

const accepted = (decided: Decided): Exclude<Decided, { kind: 'refusal' }> => {
  if (decided.kind === 'refusal') throw new Error(decided.reason);
  return decided;
};

const refused = (decided: Decided) => {
  if (decided.kind === 'seed') throw new Error('It was not refused.');
  return decided;
};

describe('A seed', () => {
  it('is stored as its request would be', () => {
    const { engine, account, decide, view } = openEngine();
    const seeds = [
      accepted(decide('pushUser', { identifier: 'user-1', signedUpAt: '2026-01-12', company: 'company-1' })),
      accepted(decide('pushEvent', { name: 'Project Created', user: 'user-1' })),
    ];
    engine.seeding.plant(account, seeds);
    expect(view('users')).toMatchObject([{ identifier: 'user-1', signed_up_at: '2026-01-12T00:00:00Z' }]);
    expect(view('companies')).toMatchObject([{ identifier: 'company-1' }]);
    expect(view('events')).toMatchObject([{ name: 'project_created', occurred_at: '2026-11-23T07:00:00Z' }]);
  });

  it('is no request: no limiter, fault or journal meets it', () => {
    const { engine, account, decide } = openEngine();
    engine.configure(account, { rateLimit: '1/60s' });
    const fault = engine.faults.arm({ effect: { status: 503 } });
    engine.seeding.plant(
      account,
      [1, 2, 3].map((identifier) => accepted(decide('pushUser', { identifier }))),
    );
    expect(engine.service.counts(account.world).users).toBe(3);
    expect([account.requests, account.limiter.state(NOW).used, fault.offered, engine.journal.size]).toEqual([
      0, 0, 0, 0,
    ]);
  });

  it('is refused as its request would be, and nothing is stored by deciding', () => {
    const { engine, account, decide } = openEngine();
    accepted(decide('pushUser', { identifier: 'user-1' }));
    expect(refused(decide('pushUser', { email: 'nobody' })).texts).toEqual(['Email is invalid']);
    expect(refused(decide('pushUser', [])).code).toBe('unprocessable_content');
    expect(refused(decide('pushUser', { identifier: 'x'.repeat(102_400) })).code).toBe('content_too_large');
    expect(engine.seeding.isEmpty(account)).toBe(true);
  });

  it('keeps to the plan of its account', () => {
    const { engine, account, decide } = openEngine();
    engine.configure(account, { features: { companies: false } });
    expect(refused(decide('pushCompany', { identifier: 'company-1' })).code).toBe('forbidden');
    expect(refused(decide('pushUser', { identifier: 'user-1', company: 'company-1' })).code).toBe(
      'forbidden',
    );
  });
});

describe('An account that is to be seeded', () => {
  it('is empty until it holds something, and again when it was forgotten', () => {
    const { engine, account, decide } = openEngine();
    expect(engine.seeding.isEmpty(account)).toBe(true);
    engine.seeding.plant(account, [accepted(decide('pushUser', { identifier: 1 }))]);
    expect(engine.seeding.isEmpty(account)).toBe(false);
    engine.reset(['state'], account);
    expect(engine.seeding.isEmpty(account)).toBe(true);
  });
});

describe('Seeds on a disk', () => {
  const plant = (store: Store) => {
    const { engine, account, decide } = openEngine(store);
    const seeds: Seed<typeof account.world>[] = ['user-1', 'user-2'].map((identifier) =>
      accepted(decide('pushUser', { identifier })),
    );
    return {
      count: () => engine.service.counts(account.world).users,
      plant: () => engine.seeding.plant(account, seeds),
    };
  };

  it('are written together before any is stored', () => {
    const batches: LogEntry[][] = [];
    const stored: unknown[] = [];
    const planting = plant({
      append: (entries) => {
        batches.push([...entries]);
        stored.push(planting.count());
      },
    });
    planting.plant();
    expect(batches.map((entries) => entries.map((entry) => entry.kind))).toEqual([['call', 'call']]);
    expect(batches[0]).toMatchObject([
      {
        account: expect.stringMatching(/^acct_/),
        operation: 'pushUser',
        contentType: 'application/json',
        at: NOW,
      },
      { operation: 'pushUser' },
    ]);
    expect([stored, planting.count()]).toEqual([[0], 2]);
  });

  it('are not stored when they cannot be written', () => {
    const planting = plant({
      append: () => {
        throw new Error('the disk is full');
      },
    });
    expect(planting.plant).toThrow(/^This could not be written to disk, .*the disk is full/);
    expect(planting.count()).toBe(0);
  });
});
