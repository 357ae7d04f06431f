import { describe, expect, it, onTestFinished } from 'vitest';
import { expectExactly, expectExchange, expectNoExchange, waitForExchange } from '../../src/index.ts';
import { ExpectationError, UsageError, type UserlistMatcher } from '../../src/testing/start.ts';
import { push, pushUser } from './push.ts';
import { type Served, serve } from './served.ts';

const create = async (options?: Parameters<typeof serve>[0]): Promise<Served> => {
  const served = await serve(options);
  onTestFinished(() => served.userlist.close());
  return served;
};

const failureOf = async (asked: () => unknown): Promise<Error> => {
  try {
    await asked();
  } catch (error) {
    if (error instanceof Error) return error;
  }
  throw new Error('It did not fail.');
};

describe('An expectation over HTTP', () => {
  it('gives what it found', async () => {
    const { userlist } = await create();
    const account = userlist.account();
    await pushUser(account, { identifier: 'user-1', properties: { planName: 'pro' } });
    await pushUser(account, { identifier: 'user-2' });
    const first = await account.expectExchange({
      operation: 'pushUser',
      status: 202,
      body: { properties: { plan_name: 'pro' } },
    });
    expect(first).toMatchObject({
      request: { body: { identifier: 'user-1' } },
      changes: [{ kind: 'created', resource: 'user', key: 'user-1' }],
    });
    const both = await account.expectExactly(2, { operation: 'pushUser' });
    expect(both.map(({ request }) => request.body)).toMatchObject([
      { identifier: 'user-1' },
      { identifier: 'user-2' },
    ]);
    expect(await account.expectExactly(0, { operation: 'pushEvent' })).toEqual([]);
    expect(await account.expectExactly(1, { since: first.id })).toEqual([both[1]]);
    await account.expectExactly(1, { has: ['/properties/planName'] });
    await account.expectNoExchange({ diagnostic: 'unknown-attribute' });
  });

  it('fails with the words of an engine in the same process', async () => {
    const { userlist, engine } = await create();
    const account = userlist.account();
    await pushUser(account, { identifier: 'user-1', email: 'nobody', properties: { plan: 'trial' } });
    await pushUser(account, { identifier: 'user-2' });
    await pushUser(userlist.account(), { identifier: 'user-3' });
    const key = { account: account.pushKey };
    const absent = { operation: 'pushUser', status: 202, body: { properties: { plan: 'pro' } } } as const;
    const there = { operation: 'pushUser' } as const;
    const pairs: readonly (readonly [over: () => unknown, within: () => unknown])[] = [
      [() => account.expectExchange(absent), () => expectExchange(engine, { ...key, ...absent })],
      [() => account.expectNoExchange(there), () => expectNoExchange(engine, { ...key, ...there })],
      [() => account.expectExactly(3, there), () => expectExactly(engine, 3, { ...key, ...there })],
      [() => userlist.expectExactly(1, there), () => expectExactly(engine, 1, there)],
      [
        () => account.waitForExchange(there, { count: 3, timeoutMs: 0 }),
        () => waitForExchange(engine, { ...key, ...there }, { count: 3, timeoutMs: 0 }),
      ],
    ];
    for (const [over, within] of pairs) {
      const [told, said] = [await failureOf(over), await failureOf(within)];
      expect(told.message).toBe(said.message);
      expect([told.name, told]).toEqual(['ExpectationError', expect.any(ExpectationError)]);
    }
    const { message } = await failureOf(() => account.expectExchange(absent));
    expect(message).toMatch(/\n {2}Closest is ex_0000000002 \(pushUser 202\): \/body\/properties is missing/);
  });

  it('fails where the journal had to drop what could have made a difference', async () => {
    const { userlist, engine } = await create({ journal: { mostExchanges: 2 } });
    const account = userlist.account();
    for (const identifier of ['a', 'b', 'c']) await pushUser(account, { identifier });
    const { message } = await failureOf(() => account.expectNoExchange({ operation: 'pushEvent' }));
    expect(message).toBe(
      (await failureOf(() => expectNoExchange(engine, { account: account.pushKey, operation: 'pushEvent' })))
        .message,
    );
    expect(message).toMatch(/\n {2}The journal had to drop exchanges/);
  });

  it('shows the line that asked', async () => {
    const account = (await create()).userlist.account();
    for (const ask of [
      () => account.expectExchange(),
      () => account.expectExactly(1),
      () => account.waitForExchange({}, { timeoutMs: 0 }),
    ]) {
      const { stack = '' } = await failureOf(ask);
      expect(stack.split('\n').find((line) => line.startsWith('    at '))).toContain('expectations.test.ts');
    }
  });

  it('waits for what is not there yet', async () => {
    const account = (await create()).userlist.account();
    const waiting = account.waitForExchange({ operation: 'pushEvent' }, { count: 2, timeoutMs: 60_000 });
    for (const name of ['one', 'two']) await push(account, '/events', { name, user: 'user-1' });
    expect((await waiting).request.body).toMatchObject({ name: 'two' });
  });

  it('stops waiting when it is told to, with the reason it is given', async () => {
    const { userlist, engine } = await create();
    const account = userlist.account();
    const patience = new AbortController();
    const waiting = account.waitForExchange({}, { timeoutMs: 600_000, signal: patience.signal });
    const reason = new Error('enough');
    patience.abort(reason);
    await expect(waiting).rejects.toBe(reason);
    await expect(account.waitForExchange({}, { signal: patience.signal })).rejects.toBe(reason);
    expect([...engine.journal.entries()]).toEqual([]);
  });

  it.each<[string, unknown, string | RegExp]>([
    ['a pattern, which JSON makes an empty object of', { body: { email: /ada/ } }, 'a RegExp at /body/email'],
    ['a matcher of the runner', { body: { email: expect.any(String) } }, 'at /body/email'],
    ['an operation there is not', { operation: 'pushUsers' }, 'did you mean "pushUser"?'],
    ['an attribute there is not', { operaton: 'pushUser' }, 'did you mean "operation"?'],
    ['no object', 'pushUser', 'A matcher is an object'],
    ['a list of bodies', { body: [] }, 'The body of a matcher is an object'],
  ])('refuses %s', async (_what, matcher, text) => {
    const account = (await create()).userlist.account();
    const given = matcher as UserlistMatcher;
    for (const ask of [
      () => account.expectExchange(given),
      () => account.expectNoExchange(given),
      () => account.expectExactly(0, given),
      () => account.waitForExchange(given, { timeoutMs: 0 }),
    ]) {
      const error = await failureOf(ask);
      expect(error).toBeInstanceOf(UsageError);
      expect(error.message).toContain(text);
    }
  });

  it.each([Number.NaN, 1.5, -1, Number.POSITIVE_INFINITY])('refuses to count to %s', async (count) => {
    const account = (await create()).userlist.account();
    for (const ask of [
      () => account.expectExactly(count),
      () => account.waitForExchange({}, { count }),
      () => account.waitForExchange({}, { timeoutMs: count }),
    ])
      await expect(ask()).rejects.toThrow(UsageError);
  });
});
