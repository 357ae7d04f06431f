import { describe, expect, it } from 'vitest';
import { toExchange } from '../../test/sample-exchange.ts';
import type { Explained } from '../engine/explain-exchange.ts';
import { createUserlistEngine } from '../userlist.ts';
import type { ExchangeReader } from './exchange-reader.ts';
import { type Matcher, matches } from './matcher.ts';
import { toCriteria } from './to-criteria.ts';

const { service } = createUserlistEngine();

const EXCHANGE = toExchange('ex_0000000005', { operation: 'pushUser', status: 202, account: 'acct_one' });
const EXPLAINED: Explained = {
  diagnostics: [
    {
      code: 'renamed-key',
      level: 'info',
      path: '/properties/plan_name',
      message: 'x',
      evidence: 'documented',
    },
  ],
  diagnosticsDropped: 0,
  changes: [],
  changesDropped: 0,
  body: { identifier: '7', properties: { plan_name: 'pro', gone: null, list: [{ a: 1, b: 2 }] } },
  failed: false,
};

const readerOf = (explained: Explained): ExchangeReader => ({
  explain: () => explained,
  bodyOf: () => explained.body,
  comparable: (part) => part,
});

const isMatch = (matcher: Matcher, account?: string, explained: Explained = EXPLAINED): boolean => {
  const criteria = toCriteria(service, matcher, account);
  if ('kind' in criteria) throw new Error(criteria.message);
  return matches(readerOf(explained), criteria, EXCHANGE);
};

describe('a matcher', () => {
  it('takes everything when it says nothing', () => {
    expect(isMatch({})).toBe(true);
    const nothing = { account: null, operation: null, status: null, body: null, has: null, diagnostic: null };
    expect(isMatch({ ...nothing, since: null })).toBe(true);
  });

  it.each<[Matcher, boolean]>([
    [{ operation: 'pushUser' }, true],
    [{ operation: 'pushEvent' }, false],
    [{ status: 202 }, true],
    [{ status: 422 }, false],
    [{ since: 'ex_0000000004' }, true],
    [{ since: 'ex_0000000005' }, false],
    [{ diagnostic: 'renamed-key' }, true],
    [{ diagnostic: 'unknown-attribute' }, false],
    [{ has: ['/properties/planName'] }, true],
    [{ has: ['/properties/gone'] }, true],
    [{ has: ['/properties/list/0/a', '/identifier'] }, true],
    [{ has: ['/properties/plan_name', '/email'] }, false],
    [{ body: { properties: { PlanName: 'pro' } } }, true],
    [{ body: { Properties: { list: [{ b: 2 }] } } }, true],
    [{ body: { properties: { gone: null } } }, true],
    [{ body: { email: null } }, false],
    [{ body: { identifier: 7 } }, false],
    [{ status: 202, body: { identifier: '7' }, has: ['/properties'], diagnostic: 'renamed-key' }, true],
    [{ status: 202, body: { identifier: '8' }, has: ['/properties'], diagnostic: 'renamed-key' }, false],
  ])('%j matches: %j', (matcher, expected) => {
    expect(isMatch(matcher)).toBe(expected);
  });

  it('goes by the account', () => {
    expect([isMatch({}, 'acct_one'), isMatch({}, 'acct_two')]).toEqual([true, false]);
  });

  it('reads no exchange again that cannot match anyway, and nothing of it that is not asked for', () => {
    const read: string[] = [];
    const reader: ExchangeReader = {
      explain() {
        read.push('explained');
        return EXPLAINED;
      },
      bodyOf() {
        read.push('body');
        return EXPLAINED.body;
      },
      comparable: (part) => part,
    };
    const readFor = (matcher: Matcher): string[] => {
      const criteria = toCriteria(service, matcher, undefined);
      if ('kind' in criteria) throw new Error(criteria.message);
      read.length = 0;
      matches(reader, criteria, EXCHANGE);
      return [...read];
    };
    const body = { identifier: '7' };
    const asked = { body, has: ['/identifier'], diagnostic: 'renamed-key' };
    for (const matcher of [{ operation: 'pushEvent' }, { status: 422 }, { since: EXCHANGE.id }])
      expect(readFor({ ...asked, ...matcher })).toEqual([]);
    expect(readFor({ operation: 'pushUser', status: 202 })).toEqual([]);
    expect(readFor({ body })).toEqual(['body']);
    expect(readFor({ has: ['/a'] })).toEqual(['body']);
    expect(readFor({ diagnostic: 'renamed-key' })).toEqual(['explained']);
    expect(readFor({ ...asked, body: { identifier: '8' } })).toEqual(['body']);
    expect(readFor(asked)).toEqual(['body', 'explained']);
  });

  it('finds nothing in a body that could not be read', () => {
    const unread = { ...EXPLAINED, body: undefined };
    expect(isMatch({ body: {} }, undefined, unread)).toBe(false);
    expect(isMatch({ has: [''] }, undefined, unread)).toBe(false);
    expect(isMatch({ diagnostic: 'renamed-key' }, undefined, unread)).toBe(true);
  });

  it.each([
    [
      { has: ['/a', 'properties.plan'] },
      '/has/1',
      '"properties.plan" is no JSON Pointer; did you mean "/properties/plan"?',
    ],
    [{ has: ['x'.repeat(500)] }, '/has/0', `"${'x'.repeat(100)}…" is no JSON Pointer`],
    [{ since: '42' }, '/since', '"42" is no id of an exchange; those begin with ex_'],
  ])('cannot be %j', (matcher, path, said) => {
    const mistake = toCriteria(service, matcher, undefined);
    expect(mistake).toEqual({ kind: 'mistake', path, message: expect.stringContaining(said) });
  });
});
