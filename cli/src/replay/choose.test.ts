import { describe, expect, it } from 'vitest';
import { choose } from './choose.ts';
import type { Recorded } from './recorded.ts';

const any = { url: 'http://127.0.0.1:4010', allHosts: false, account: null, acceptedOnly: false };

const toRecorded = (url: string, more: Partial<Recorded> = {}): Recorded => ({
  entry: 0,
  method: 'POST',
  url: new URL(url),
  headers: [],
  body: new Uint8Array([123, 125]),
  whole: true,
  status: 202,
  account: null,
  isOurs: false,
  ...more,
});

const ours = (more: Partial<Recorded> = {}) =>
  toRecorded('http://localhost:4010/users', { isOurs: true, ...more });

const reasonOf = (
  recorded: Recorded,
  options: Partial<typeof any> | { account: string } = {},
): string | null => choose([recorded], { ...any, ...options }).ignored[0]?.reason ?? null;

describe('of a recording by anybody else', () => {
  it.each(['https://push.userlist.com/users', 'https://push.userlist.com/users/u.json'])(
    '%s is taken',
    (url) => {
      expect(reasonOf(toRecorded(url))).toBeNull();
    },
  );

  it.each([
    ['https://app.example.com/users', /another host than push\.userlist\.com; --all-hosts/],
    ['https://push.userlist.com.evil.test/users', /another host/],
    ['https://incoming.userlist.com/rudderstack/events', /^to incoming\.userlist\.com/],
    ['data:text/plain,hello', /another host/],
    ['https://push.userlist.com/odd/path', /^to a path that the Push API does not have$/],
  ])('%s is ignored', (url, reason) => {
    expect(reasonOf(toRecorded(url))).toMatch(reason);
  });

  it.each([
    ['https://proxy.test/users', null],
    ['https://proxy.test/users.json', null],
    ['https://proxy.test/events/', null],
    ['https://proxy.test/relationships/u/c', null],
    ['https://proxy.test/users/u', null],
    ['https://proxy.test/users/', null],
    ['https://proxy.test/', 'to a path that the Push API does not have'],
    ['https://proxy.test/assets/users', 'to a path that the Push API does not have'],
    ['https://proxy.test/users/u/v', 'to a path that the Push API does not have'],
  ])('%s is taken by its path when all hosts are, or not', (url, reason) => {
    expect(reasonOf(toRecorded(url), { allHosts: true })).toBe(reason);
  });

  it('what a browser asks before its request is ignored', () => {
    expect(
      reasonOf(toRecorded('https://push.userlist.com/users', { method: 'OPTIONS', body: null })),
    ).toMatch(/browser/);
  });
});

describe('of a recording by a stand-in', () => {
  it('everything is taken, refused requests too, whatever their host and path', () => {
    for (const more of [
      {},
      { status: 404 },
      { method: 'OPTIONS', body: null },
      { url: new URL('http://a/b') },
    ]) {
      expect(reasonOf(ours(more))).toBeNull();
    }
  });

  it.each<[string, Partial<Recorded>, Partial<typeof any> | { account: string }, RegExp]>([
    ['another account', { account: 'acct_two' }, { account: 'acct_one' }, /another account than acct_one/],
    ['no account', { account: null }, { account: 'acct_one' }, /another account/],
    [
      'what was refused, if only accepted ones are wanted',
      { status: 422 },
      { acceptedOnly: true },
      /not accepted/,
    ],
    [
      'what got no answer, if only accepted ones are wanted',
      { status: null },
      { acceptedOnly: true },
      /not accepted/,
    ],
    ['what is not whole', { whole: false }, {}, /without the whole body/],
    ['a GET with a body', { method: 'GET' }, {}, /cannot be sent again/],
    ['a method of no request', { method: 'CONNECT', body: null }, {}, /cannot be sent again/],
    ['a method that is none', { method: 'a b', body: null }, {}, /cannot be sent again/],
  ])('%s is ignored', (_what, more, options, reason) => {
    expect(reasonOf(ours(more), options)).toMatch(reason);
  });

  it.each(['foo:.evil.test/users', 'foo:@evil.test/users'])(
    '%s is ignored, which would go on with our host',
    (url) => {
      expect(reasonOf(ours({ url: new URL(url) }), { url: 'http://localhost' })).toMatch(/cannot be sent/);
    },
  );

  it('reasons are counted, the most frequent first', () => {
    const { taken, ignored } = choose(
      [ours({ whole: false }), ours(), ours({ status: 500 }), ours({ status: 404 })],
      {
        ...any,
        acceptedOnly: true,
      },
    );
    expect([taken.length, ignored]).toEqual([
      1,
      [
        { reason: 'not accepted when recorded', count: 2 },
        { reason: 'without the whole body in the archive', count: 1 },
      ],
    ]);
  });
});

describe('an order to the desk', () => {
  const DESK = 'to the desk of a stand-in, which is never sent an order';

  it.each([
    '/_control',
    '/_control/reset',
    '/_control?a',
    '//_control/reset',
    '/%5Fcontrol/reset',
    '/_%63ontrol%2Freset',
    '/%255Fcontrol/reset',
    '/%25255Fcontrol/reset',
    '/users/../_control/reset',
    '/users/%2e%2E/_control/reset',
    '/users%2F..%2F_control/reset',
    '/./_control/reset',
    '/\\_control\\reset',
    '/%5C_control/reset',
    '/_Control/reset',
    '/_control;a/reset',
    '/_control%3Fa',
    '/_control%00/reset',
  ])('at %s is ignored, whoever is said to have recorded it', (path) => {
    for (const [url, isOurs] of [
      [`https://push.userlist.com${path}`, false],
      [`http://localhost:4010${path}`, true],
      [`http://anywhere.test${path}`, true],
      [`other://anywhere.test${path}`, true],
    ] as const) {
      expect(reasonOf(toRecorded(url, { isOurs, status: 404 }))).toBe(DESK);
    }
  });

  it('is ignored too when only the address to send to makes it one', () => {
    const reset = ours({ url: new URL('http://localhost/reset') });
    expect(reasonOf(reset)).toBeNull();
    for (const url of ['http://localhost:4010/_control', 'http://localhost:4010/%5fcontrol/..%2f_control'])
      expect(reasonOf(reset, { url })).toBe(DESK);
  });

  it.each(['/_controls', '/users/_control', '/a/_control/reset', '/nowhere'])('is none at %s', (path) => {
    expect(reasonOf(ours({ url: new URL(`http://localhost${path}`) }))).toBeNull();
  });
});
