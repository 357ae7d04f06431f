import { describe, expect, it } from 'vitest';
import { createFixture } from '../../test/desk/desk-fixture.ts';
import type { UserlistEngineOptions } from '../userlist.ts';
import { expectExactly, expectExchange, expectNoExchange } from './expect-exchange.ts';
import { ExpectationError } from './expectation-error.ts';

const errorOf = (run: () => unknown): ExpectationError => {
  try {
    run();
  } catch (error) {
    if (error instanceof ExpectationError) return error;
    throw error;
  }
  throw new Error('Nothing was thrown.');
};

const createFilled = (options: UserlistEngineOptions = {}) => {
  const fixture = createFixture(options);
  const { push } = fixture;
  const user = push('dev', 'POST', '/users', { identifier: 7, properties: { Plan: 'trial' } });
  const invalid = push('dev', 'POST', '/users', { email: 'no' });
  const event = push('dev', 'POST', '/events', { name: 'created', user: 7 });
  const foreign = push('other', 'POST', '/users', { identifier: 8 });
  const handles = ['dev', 'other'].map((key) => fixture.engine.accounts.named(key)?.handle);
  return { ...fixture, user, invalid, event, foreign, handles };
};

describe('what is expected in code', () => {
  it('is given back with what can be told of it', () => {
    const { engine, user } = createFilled();
    const found = expectExchange(engine, { account: 'dev', operation: 'pushUser' });
    expect(found.exchange).toBe(user);
    expect(found).toMatchObject({
      body: { identifier: 7, properties: { plan: 'trial' } },
      changes: [{ kind: 'created', resource: 'user', key: '7' }],
      diagnostics: [{ code: 'renamed-key' }],
    });
  });

  it('may be named by handle, and is anything at all when nothing is said', () => {
    const { engine, user, foreign, handles } = createFilled();
    expect(expectExchange(engine).exchange).toBe(user);
    expect(expectExchange(engine, { account: handles[1] }).exchange).toBe(foreign);
    expect(expectExactly(engine, 4).map(({ exchange }) => exchange.id)).toHaveLength(4);
  });

  it('may be that nothing came', () => {
    const { engine } = createFilled();
    expect(expectNoExchange(engine, { operation: 'pushMessage' })).toBeUndefined();
    expect(expectExactly(engine, 0, { account: 'nobody' })).toEqual([]);
  });

  it('is described when it is not there, with what came instead, what came closest and where that differs', () => {
    const { engine, handles } = createFilled();
    const body = { properties: { plan: 'pro' } };
    const error = errorOf(() =>
      expectExchange(engine, { account: 'dev', operation: 'pushUser', status: 202, body }),
    );
    expect(error.message.split('\n')).toEqual([
      `At least 1 exchange with operation pushUser, status 202 and body {"properties":{"plan":"pro"}} of ${handles[0]} was expected, but there is none.`,
      '  Instead came: 1 × pushUser 202, 1 × pushUser 422, 1 × pushEvent 202.',
      '  1 came under other accounts or without a usable key.',
      '  Closest is ex_0000000001 (pushUser 202): /body/properties/plan is "trial", not "pro".',
      '  Next is ex_0000000002 (pushUser 422): /status is 422 (Email is invalid), not 202; /body/properties is missing, not {"plan":"pro"}.',
      '  Next is ex_0000000003 (pushEvent 202): /operation is "pushEvent", not "pushUser"; /body/properties is missing, not {"plan":"pro"}.',
    ]);
    expect([error.count, error.complete, error.nearest.length]).toEqual([0, true, 3]);
  });

  it('is described when there is more of it than there may be', () => {
    const { engine, handles } = createFilled();
    const unwanted = errorOf(() => expectNoExchange(engine, { account: 'dev', operation: 'pushUser' }));
    expect(unwanted.message).toBe(
      `No exchange with operation pushUser of ${handles[0]} was expected, but there are 2: ex_0000000001 (pushUser 202) and ex_0000000002 (pushUser 422).`,
    );
    expect([unwanted.count, unwanted.nearest]).toEqual([2, []]);
    const { message } = errorOf(() => expectExactly(engine, 1));
    expect(message).toContain(
      'Exactly 1 exchange was expected, but there are 4: ex_0000000001 (pushUser 202), ',
    );
  });

  it('is described when there is less of it', () => {
    const { engine, handles } = createFilled();
    const { message, count } = errorOf(() =>
      expectExactly(engine, 3, { operation: 'pushUser', account: 'dev' }),
    );
    expect(message.split('\n')).toEqual([
      `Exactly 3 exchanges with operation pushUser of ${handles[0]} were expected, but there are 2.`,
      '  Instead came: 1 × pushEvent 202.',
      '  1 came under other accounts or without a usable key.',
      '  Closest is ex_0000000003 (pushEvent 202): /operation is "pushEvent", not "pushUser".',
      `  Next is ex_0000000004 (pushUser 202): it came under ${handles[1]}.`,
    ]);
    expect(count).toBe(2);
  });

  it('says that nothing came at all', () => {
    const { message } = errorOf(() => expectExchange(createFixture().engine, { has: ['', '/a'] }));
    expect(message).toBe(
      'At least 1 exchange with anything at its root and /a was expected, but there is none.\n  Nothing else came.',
    );
  });

  it('is told in a bounded number of words', () => {
    const { engine, push } = createFixture();
    const long = (character: string) => character.repeat(50_000);
    push('dev', 'POST', `/${long('p')}`, {});
    push('dev', 'POST', '/users', { identifier: long('a'), properties: Object.fromEntries(toMany(500)) });
    const body = { identifier: long('b'), properties: Object.fromEntries(toMany(500, 'x')) };
    const { message } = errorOf(() =>
      expectExchange(engine, { body, has: toMany(50).map(([key]) => `/${key}`) }),
    );
    expect(message.length).toBeLessThan(4000);
    expect(message).toContain('and 40 more places');
    expect(message).toMatch(/; and \d+ more\./);
  });

  it('cannot be vouched for once exchanges of that account had to make room', () => {
    const { engine, push, handles, event } = createFilled({ journal: { mostExchanges: 3 } });
    const dropped = `  The journal had to drop exchanges of ${handles[0]} to make room (1 of all), so this cannot be told for certain; reset it before each test, or ask only since a later exchange.`;
    const invalid = errorOf(() => expectNoExchange(engine, { account: 'dev', diagnostic: 'renamed-key' }));
    expect(invalid.message.split('\n')).toEqual([
      `No exchange with diagnostic renamed-key of ${handles[0]} was expected, and there is none.`,
      dropped,
    ]);
    expect([invalid.count, invalid.complete]).toEqual([0, false]);
    expect(errorOf(() => expectExactly(engine, 2, { account: 'dev' })).message.split('\n')).toEqual([
      `Exactly 2 exchanges of ${handles[0]} were expected, and there are 2.`,
      dropped,
    ]);
    expect(errorOf(() => expectExchange(engine, { account: 'dev', status: 500 })).message).toContain(dropped);
    expect(expectExchange(engine, { account: 'dev', operation: 'pushEvent' }).exchange).toBe(event);
    expectNoExchange(engine, { account: 'other', status: 500 });
    expectExactly(engine, 1, { account: 'other' });
    push('other', 'POST', '/users', { identifier: 9 });
    expectNoExchange(engine, { account: 'dev', operation: 'pushUser', since: 'ex_0000000002' });
  });

  it('shows where it was asked, not where it was thrown', () => {
    const { stack = '' } = errorOf(() => expectNoExchange(createFilled().engine));
    const [first] = stack.split('\n').filter((line) => line.trimStart().startsWith('at '));
    expect(first).toContain('expect-exchange.test.ts');
  });

  it('never repeats a key', () => {
    const { engine, push } = createFixture();
    const key = 'secret-push-key-1234';
    push(key, 'POST', `/${key}`, {});
    const { message } = errorOf(() => expectExchange(engine, { account: key, status: 202 }));
    expect(message).toContain('1 × POST /••••1234 404');
    expect(message).not.toContain(key);
    const strict = createFixture({ pushKeys: ['known-key'] }).engine;
    expect(() => expectExchange(strict, { account: key })).toThrow(
      /^(?!.*secret).*neither a key of this engine/,
    );
  });
});

describe('what may be expected', () => {
  it('has the operations of the engine as its type', () => {
    const { engine } = createFilled();
    // @ts-expect-error There is no such operation.
    expect(() => expectExchange(engine, { operation: 'pushUsers' })).toThrow(
      'There is no operation "pushUsers"; did you mean "pushUser"?',
    );
  });

  it.each<[object, string]>([
    [{ operaton: 'pushUser' }, 'There is no attribute of a matcher "operaton"; did you mean "operation"?'],
    [
      { diagnostic: 'unknown-atribute' },
      'There is no diagnostic "unknown-atribute"; did you mean "unknown-attribute"?',
    ],
    [{ diagnostic: 7 }, 'There is no diagnostic 7; there are body-ignored, '],
    [{ status: '202' }, 'The status of a matcher is the number of an HTTP status.'],
    [{ since: 4 }, 'The since of a matcher is the id of an exchange.'],
    [{ since: '4' }, 'The matcher is wrong at /since: "4" is no id of an exchange'],
    [{ since: 'ex_0000000005' }, 'There has been no exchange "ex_0000000005"; the newest is ex_0000000004.'],
    [{ has: '/a' }, 'The has of a matcher is a list of JSON Pointers'],
    [{ has: ['a.b'] }, 'The matcher is wrong at /has/0: "a.b" is no JSON Pointer; did you mean "/a/b"?'],
    [{ account: '' }, 'The account of a matcher is a push key or a handle.'],
    [{ body: 'x' }, 'The body of a matcher is an object'],
    [{ body: { email: /@/ } }, 'The matcher has a RegExp at /body/email; it can hold JSON values only.'],
    [{ body: { a: [{ b: () => 1 }] } }, 'The matcher has a function at /body/a/0/b'],
    [{ body: { a: expect.any(String) } }, 'The matcher has a Any at /body/a'],
    [{ body: { a: new Map() } }, 'The matcher has a Map at /body/a'],
    [{ body: { a: Number.NaN } }, 'The matcher has NaN at /body/a, which no body can hold.'],
  ])('is not %j', (matcher, said) => {
    const { engine } = createFilled();
    for (const run of [
      () => expectExchange(engine, matcher),
      () => expectNoExchange(engine, matcher),
      () => expectExactly(engine, 0, matcher),
    ])
      expect(run).toThrow(
        expect.objectContaining({ name: 'UsageError', message: expect.stringContaining(said) }),
      );
  });

  it('is nothing that JSON cannot say', () => {
    const { engine } = createFilled();
    const circle: Record<string, unknown> = {};
    circle.itself = circle;
    for (const body of [{ a: 1n }, circle])
      expect(() => expectExchange(engine, { body })).toThrow(
        'made of JSON values only; it has a BigInt, or holds itself',
      );
  });

  it.each([-1, 1.5, Number.NaN])('is not exactly %d exchanges', (count) => {
    expect(() => expectExactly(createFilled().engine, count)).toThrow(
      'expectExactly takes a whole number from 0 on',
    );
  });

  it('is what would go over the wire: dates as texts, nothing where a value is undefined', () => {
    const { engine, push } = createFixture();
    const at = new Date('2026-01-12T08:00:00Z');
    push('dev', 'POST', '/users', { identifier: 1, properties: { at } });
    expectExchange(engine, { body: { identifier: 1, email: undefined, properties: { at } } });
    expectNoExchange(engine, { body: { properties: { at: new Date(0) } } });
  });
});

function toMany(count: number, value = ''): (readonly [string, string])[] {
  return Array.from({ length: count }, (_, index) => [`key_${index}`, `${value}${index}`] as const);
}
