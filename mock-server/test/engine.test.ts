import { checks } from '@understudy/openapi/checks';
import { contract } from '@understudy/openapi/contract';
import { describe, expect, it } from 'vitest';
import type { Call } from '../src/engine/call.ts';
import { createManualClock } from '../src/engine/clock.ts';
import { createEngine, type Engine } from '../src/engine/engine.ts';
import { createIds } from '../src/engine/ids.ts';
import type { Operation, Service } from '../src/engine/service.ts';
import { createUserlistService } from '../src/services/userlist/service.ts';
import type { World } from '../src/services/userlist/world/world.ts';
import { answerNow } from './answer-now.ts';

const service = createUserlistService({ contract, checks, keys: [] });

function open(spoilt: Partial<Service<World>> = {}): Engine<World> {
  let elapsed = 0;
  return createEngine<World>({
    service: { ...service, ...spoilt },
    clock: createManualClock(0),
    ids: createIds(),
    elapsed: () => {
      elapsed += 2;
      return elapsed;
    },
    sha256: (text) => text.padEnd(12, '0'),
    keys: [],
    settings: {
      rate: { requests: 2, windowMs: 1000 },
      rateLimit: '2/1s',
      rateHeaders: false,
      features: {},
      lists: {},
    },
    journal: { mostExchanges: 10, mostBytes: 1_000_000 },
    mostAccounts: 10,
    mostFaults: 10,
    mostSettingsBytes: 10_000,
    strict: false,
    store: null,
    defer: (callback) => callback(),
    timer: () => () => undefined,
  });
}

function toCall(body: string, more: Partial<Call> = {}): Call {
  const bytes = new TextEncoder().encode(body);
  return {
    method: 'POST',
    target: '/users',
    host: 'localhost',
    headers: { authorization: 'Push dev', 'content-type': 'application/json' },
    rawHeaders: ['Authorization', 'Push dev', 'Content-Type', 'application/json'],
    bytes,
    size: bytes.byteLength,
    complete: true,
    receivedAt: 0,
    door: 'test',
    ...more,
  };
}

const fail = (): never => {
  throw new Error('a bug of ours');
};

const pushUser = service.operation('pushUser') ?? fail();

/** Leads every call to an operation that is not as it should be. */
const toSpoilt =
  (spoilt: Partial<Operation<World>>): Service<World>['route'] =>
  () => ({ id: 'pushUser', operation: { ...pushUser, ...spoilt }, params: null });

describe('a crash of our own code', () => {
  it.each<[string, Partial<Service<World>>]>([
    ['while the key is read', { readKey: fail }],
    ['while the route is looked for', { route: fail }],
    ['while the body is read', { route: toSpoilt({ read: fail }) }],
    ['while it is decided', { route: toSpoilt({ decide: fail }) }],
  ])('%s is answered as 500 in the envelope and journaled as crashed', (_when, spoilt) => {
    const engine = open(spoilt);
    const outcome = answerNow(engine, toCall('{"identifier":1}'));
    if (outcome.kind !== 'answer') throw new Error('A crash is answered.');
    expect(outcome.answer).toMatchObject({ status: 500, reason: 'Internal Server Error' });
    expect(outcome.answer.headers).toEqual(expect.arrayContaining(['X-Understudy-Crash', 'true']));
    expect(JSON.parse(outcome.answer.body)).toEqual({
      status: 500,
      code: 'internal_server_error',
      errors: ['Something went wrong on the server.'],
    });
    expect(outcome.exchange).toMatchObject({
      crashed: true,
      status: 500,
      reason: expect.stringContaining('a bug of ours'),
    });
    expect(engine.journal.size).toBe(1);
  });

  it('does not keep the next request from being answered', () => {
    let crashes = true;
    const { read } = pushUser;
    const engine = open({ route: toSpoilt({ read: (body) => (crashes ? fail() : read(body)) }) });
    answerNow(engine, toCall('{"identifier":1}'));
    crashes = false;
    expect(answerNow(engine, toCall('{"identifier":1}')).exchange).toMatchObject({
      crashed: false,
      status: 202,
    });
  });
});

describe('an engine', () => {
  it('shares nothing with another in the same process', () => {
    const [one, two] = [open(), open()];
    answerNow(one, toCall('{"identifier":1}'));
    answerNow(one, toCall('{"identifier":1}'));
    expect(two.journal.size).toBe(0);
    expect(two.accounts.list()).toEqual([]);
    expect(answerNow(two, toCall('{"identifier":1}')).exchange).toMatchObject({
      id: 'ex_0000000001',
      status: 202,
      limiter: { used: 1 },
    });
  });

  it('counts the exchanges of an account and measures its own time', () => {
    const engine = open();
    for (const body of ['{"identifier":1}', '{', '{}']) answerNow(engine, toCall(body));
    answerNow(engine, toCall('{}', { complete: false }));
    expect(engine.accounts.named('dev')?.requests).toBe(4);
    expect([...engine.journal.entries()].map(({ ownMs }) => ownMs)).toEqual([2, 2, 2, 2]);
  });

  it('settles what left, once the front knows', () => {
    const engine = open();
    const outcome = answerNow(engine, toCall('{}'));
    expect(outcome.exchange.delivered).toBe('pending');
    engine.settle(outcome, 'partial', 12);
    expect(engine.journal.find(outcome.exchange.id)).toMatchObject({
      delivered: 'partial',
      deliveredBytes: 12,
    });
  });

  it('forgets limits, state and journal only when told to', () => {
    const engine = open();
    const push = (): number | null => answerNow(engine, toCall('{"identifier":1}')).exchange.status;
    expect([push(), push(), push()]).toEqual([202, 202, 429]);
    engine.reset(['limits']);
    expect(push()).toBe(202);
    const users = (): number | undefined => {
      const account = engine.accounts.named('dev');
      return account === null ? undefined : engine.service.counts(account.world).users;
    };
    expect([users(), engine.journal.size]).toEqual([1, 4]);
    engine.reset(['state']);
    expect([users(), engine.journal.size]).toEqual([0, 4]);
    engine.reset(['journal']);
    expect(engine.journal.size).toBe(0);
  });
});

describe('A refused request', () => {
  it('opens no account, so that a flood of them crowds nobody out', () => {
    const engine = open();
    answerNow(engine, toCall('{"identifier":"user-1"}'));
    const stranger = (key: string, more: Partial<Call>): Call =>
      toCall('{}', { headers: { authorization: `Push ${key}` }, ...more });
    for (let index = 0; index < 50; index += 1) {
      answerNow(engine, stranger(`lost-${index}`, { target: '/nowhere' }));
      answerNow(engine, stranger(`large-${index}`, { size: contract.limits.requestBytes + 1 }));
      answerNow(engine, stranger(`gone-${index}`, { complete: false }));
      engine.reject(stranger(`broken-${index}`, {}), 'syntax', 'A broken request.');
    }
    expect(engine.accounts.evicted).toBe(0);
    expect(engine.accounts.list().map(({ world }) => world.users.size)).toEqual([1]);
  });

  it('is journaled under the handle that its key would have', () => {
    const engine = open();
    answerNow(engine, toCall('{}', { target: '/nowhere' }));
    const [lost] = engine.journal.entries();
    answerNow(engine, toCall('{"identifier":"user-1"}'));
    expect(lost?.account).toBe(engine.accounts.list()[0]?.handle);
  });
});

describe('the delay on purpose', () => {
  it('of a slow body is what it took until it had left', () => {
    const engine = open();
    engine.faults.arm({ effect: { status: 503, bytes_per_second: 10 } });
    const outcome = answerNow(engine, toCall('{"identifier":1}'));
    engine.settle(outcome, 'full', 5);
    const { injectedMs, startedMs, settledMs } = outcome.exchange;
    expect(injectedMs).toBe((settledMs ?? 0) - startedMs);
    expect(injectedMs).toBeGreaterThan(0);
    const [row] = engine.tally.rows();
    expect(row?.injectedMs).toBe(injectedMs);
  });
});

describe('an account that somebody counts on', () => {
  it.each<[string, (engine: Engine<World>) => void]>([
    [
      'has a time of its own',
      (engine) => engine.clocks.steer(engine.accounts.find('kept'), { mode: 'frozen' }),
    ],
    ['has a fault of its own', (engine) => engine.faults.arm({ account: 'kept', effect: { status: 503 } })],
    [
      'has a timeline',
      (engine) =>
        engine.clocks.begin(engine.accounts.find('kept'), [
          { atMs: 1000, arm: { effect: { status: 503 } }, forMs: null },
        ]),
    ],
    ['is listened to', (engine) => engine.accounts.retain(engine.accounts.handleOf('kept'))],
  ])('makes no room for others when it %s', (_what, count) => {
    const engine = open();
    engine.accounts.open('kept');
    count(engine);
    for (let key = 0; key < 30; key += 1) engine.accounts.open(`other-${key}`);
    expect(engine.accounts.evicted).toBeGreaterThan(0);
    expect(engine.accounts.find('kept')).not.toBeNull();
  });
});
