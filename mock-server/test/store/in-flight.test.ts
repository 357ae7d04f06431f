import { describe, expect, it } from 'vitest';
import type { SettledOutcome } from '../../src/engine/outcome.ts';
import { createManualClock, createUserlistEngine, type UserlistEngineOptions } from '../../src/index.ts';
import { createFixture } from '../desk/desk-fixture.ts';
import { toCall } from '../doors.ts';
import { START, toBytes, viewAll } from '../stand-in.ts';
import { createRememberingStore } from './remembering-store.ts';

const LONG_KEY = 'a-rather-long-push-key';

function open(options: UserlistEngineOptions = {}) {
  const store = createRememberingStore();
  const engine = createUserlistEngine({
    clock: createManualClock(START),
    rateLimit: 'off',
    ...options,
    store,
  });
  /** Sends a request that is under way until this turn ends. */
  const begin = (path: string, body: unknown, key = 'dev'): Promise<SettledOutcome> => {
    const headers = [
      ['Authorization', `Push ${key}`] as const,
      ['Content-Type', 'application/json'] as const,
    ];
    const outcome = engine.answer(
      toCall(engine, { method: 'POST', target: path, headers, body: toBytes(body) }),
    );
    return outcome.kind === 'later' ? outcome.outcome : Promise.resolve(outcome);
  };
  const post = async (path: string, body: unknown, key?: string): Promise<number | null> =>
    (await begin(path, body, key)).exchange.status;
  const users = (key?: string): unknown[] =>
    viewAll(engine, 'users', key ?? 'dev').map(({ identifier }) => identifier);
  const kinds = (): string[][] => store.batches.map((batch) => batch.map(({ kind }) => kind));
  return { store, engine, begin, post, users, kinds };
}

describe('A request is written before it happens', () => {
  it('so that nothing of it is to be seen, and no answer has left, until the turn is over', async () => {
    const { engine, store, begin, users } = open();
    const outcome = begin('/users', { identifier: 'u1' });
    expect([users(), engine.journal.size, store.batches.length]).toEqual([[], 0, 0]);
    expect((await outcome).exchange.status).toBe(202);
    expect([users(), engine.journal.size, store.batches.length]).toEqual([['u1'], 1, 1]);
  });

  it('together with all others of the turn, and in their order', async () => {
    const { post, users, store } = open();
    const statuses = await Promise.all([
      post('/users', { identifier: 'u1', properties: { n: 1 } }),
      post('/users', { identifier: 'u2' }, 'another'),
      post('/users', { identifier: 'u1', properties: { n: 2 } }),
      post('/users', 'not JSON'),
    ]);
    expect(statuses).toEqual([202, 202, 202, 400]);
    expect(
      store.batches.map((batch) =>
        batch.map((entry) => entry.kind === 'call' && new TextDecoder().decode(entry.bytes)),
      ),
    ).toEqual([
      [
        '{"identifier":"u1","properties":{"n":1}}',
        '{"identifier":"u2"}',
        '{"identifier":"u1","properties":{"n":2}}',
      ],
    ]);
    expect([users(), users('another')]).toEqual([['u1'], ['u2']]);
  });

  it('without its key', async () => {
    const { post, store } = open();
    await post('/users', { identifier: 'u1' }, LONG_KEY);
    expect(store.batches).toMatchObject([
      [{ account: expect.stringMatching(/^acct_[0-9a-f]{12}$/), maskedKey: '••••-key' }],
    ]);
    expect(JSON.stringify(store.batches)).not.toContain(LONG_KEY);
  });

  it('and one that is refused is not written at all', async () => {
    const { post, store } = open();
    expect([await post('/users', {}), await post('/nowhere', {}), await post('/users', '[')]).toEqual([
      422, 404, 400,
    ]);
    expect(store.batches).toEqual([]);
  });

  it('and in strict mode knows what was accepted just before', async () => {
    const { post } = open({ strict: true });
    const user = (identifier: string) => post('/users', { identifier, email: 'shared@example.com' });
    expect(await Promise.all([user('u1'), user('u2')])).toEqual([202, 422]);
  });
});

describe('When the disk does not take a request', () => {
  it('it is 503 and changes nothing, and the next one is taken when there is room again', async () => {
    const { engine, store, post, users } = open();
    await post('/users', { identifier: 'u1', properties: { n: 1 } });
    store.trouble = 'database or disk is full';
    const refused = await Promise.all([
      post('/users', { identifier: 'u1', properties: { n: 2 } }),
      post('/messages', { user: 'u9', template: 'welcome' }),
    ]);
    expect(refused).toEqual([503, 503]);
    const last = [...engine.journal.entries()].at(-1);
    expect(last).toMatchObject({
      code: 'service_unavailable',
      crashed: false,
      answerBody:
        '{"status":503,"code":"service_unavailable","errors":["The service is temporarily unavailable."]}',
      reason:
        'The request could not be written to disk, so nothing was changed: database or disk is full. Send it again when there is room.',
    });
    expect(last && engine.service.explain(last).changes).toEqual([]);
    expect(viewAll(engine, 'users', 'dev')).toMatchObject([{ identifier: 'u1', properties: { n: 1 } }]);
    expect(viewAll(engine, 'messages', 'dev')).toEqual([]);
    store.trouble = null;
    expect(await post('/users', { identifier: 'u2' })).toBe(202);
    expect(users()).toEqual(['u1', 'u2']);
  });

  it('no reset and no removal does anything either', async () => {
    const { engine, store, post, users } = open();
    await post('/users', { identifier: 'u1' });
    const account = engine.accounts.named('dev');
    if (account === null) throw new Error('The account is there.');
    store.trouble = 'disk I/O error';
    const sentence =
      'This could not be written to disk, so nothing was changed: disk I/O error. Do it again when there is room.';
    expect(() => engine.reset(['journal', 'state'])).toThrow(sentence);
    expect(() => engine.remove(account)).toThrow(sentence);
    expect([users(), engine.journal.size, engine.accounts.named('dev')]).toEqual([['u1'], 1, account]);
    engine.reset(['journal']);
    expect([users(), engine.journal.size]).toEqual([['u1'], 0]);
  });
});

describe('The desk, when the disk takes nothing', () => {
  it('says so to whoever wants something forgotten', async () => {
    const store = createRememberingStore();
    const { ask, engine } = createFixture({ store });
    engine.accounts.open('dev');
    store.trouble = 'disk I/O error';
    const problem = {
      status: 503,
      json: { error: { code: 'no_room', message: expect.stringContaining('could not be written to disk') } },
    };
    expect(await ask('POST', '/_control/reset')).toMatchObject(problem);
    expect(await ask('DELETE', '/_control/accounts/dev')).toMatchObject(problem);
    expect(engine.accounts.list()).toHaveLength(1);
  });
});

describe('A request under way at a reset', () => {
  it('belongs to before: what it stored and its exchange are forgotten', async () => {
    const { engine, begin, users, kinds } = open();
    const outcomes = [
      begin('/users', { identifier: 'u1' }),
      begin('/users', { identifier: 'u2' }, 'another'),
    ];
    engine.reset(['state', 'journal']);
    const later = begin('/users', { identifier: 'u3' });
    for (const outcome of outcomes) {
      const { exchange } = await outcome;
      expect(exchange).toMatchObject({ status: 202, isForgotten: true });
      engine.settle(await outcome, 'full', 0);
    }
    await later;
    expect(kinds()).toEqual([['call', 'call'], ['forget'], ['call']]);
    expect([users(), users('another')]).toEqual([['u3'], []]);
    expect([...engine.journal.entries()].map(({ delivered }) => delivered)).toEqual(['pending']);
  });

  it('belongs to before also when only the journal is forgotten', async () => {
    const { engine, begin, users } = open();
    const outcome = begin('/users', { identifier: 'u1' });
    engine.reset(['journal']);
    expect([(await outcome).exchange.status, users(), engine.journal.size]).toEqual([202, ['u1'], 0]);
  });

  it('of another account stays', async () => {
    const { engine, begin, users, kinds } = open();
    const outcomes = [
      begin('/users', { identifier: 'u1' }),
      begin('/users', { identifier: 'u2' }, 'another'),
    ];
    await Promise.all(outcomes);
    engine.reset(['state'], engine.accounts.named('dev') ?? undefined);
    expect([users(), users('another'), kinds()]).toEqual([[], ['u2'], [['call', 'call'], ['forget']]]);
  });

  it('belongs to before when the reset comes out of the journal itself', async () => {
    const { engine, begin, users, kinds } = open();
    let isFirst = true;
    engine.journal.subscribe(() => {
      if (!isFirst) return;
      isFirst = false;
      engine.reset(['state', 'journal']);
    });
    await Promise.all([begin('/users', { identifier: 'u1' }), begin('/users', { identifier: 'u2' })]);
    expect([users(), engine.journal.size, kinds()]).toEqual([[], 0, [['call', 'call'], ['forget']]]);
  });
});

describe('A request under way when its account is removed', () => {
  it('goes with it', async () => {
    const { engine, begin, users, kinds } = open();
    const outcome = begin('/users', { identifier: 'u1' });
    const account = engine.accounts.named('dev');
    if (account !== null) engine.remove(account);
    expect((await outcome).exchange.status).toBe(202);
    expect([users(), engine.journal.size, engine.accounts.list(), kinds()]).toEqual([
      [],
      0,
      [],
      [['call'], ['remove']],
    ]);
  });
});
