import { describe, expect, it } from 'vitest';
import { createFixture } from '../../test/desk/desk-fixture.ts';
import { decodeMatcher } from './decode-matcher.ts';
import { createExchangeReader } from './exchange-reader.ts';
import type { Matcher } from './matcher.ts';
import { type Bounds, findMatches, judge, type Verdict } from './verification.ts';

const EXACTLY = { least: 2, most: 2 };
const AT_LEAST = { least: 2, most: null };
const AT_MOST = { least: 0, most: 2 };

describe('the judgement of a number of matches', () => {
  it.each<[string, Bounds, number, Verdict, Verdict]>([
    ['exactly 2', EXACTLY, 1, 'too-few', 'unsure'],
    ['exactly 2', EXACTLY, 2, 'met', 'unsure'],
    ['exactly 2', EXACTLY, 3, 'too-many', 'too-many'],
    ['at least 2', AT_LEAST, 1, 'too-few', 'unsure'],
    ['at least 2', AT_LEAST, 2, 'met', 'met'],
    ['at least 2', AT_LEAST, 3, 'met', 'met'],
    ['at most 2', AT_MOST, 0, 'met', 'unsure'],
    ['at most 2', AT_MOST, 2, 'met', 'unsure'],
    ['at most 2', AT_MOST, 3, 'too-many', 'too-many'],
  ])('%s: %j with %i is %s, and %s once some had to make room', (_name, bounds, count, whole, cut) => {
    expect([judge(bounds, count, true), judge(bounds, count, false)]).toEqual([whole, cut]);
  });
});

describe('what the journal can vouch for', () => {
  const create = () => {
    const fixture = createFixture({ journal: { mostExchanges: 4 } });
    const { engine, push } = fixture;
    const isComplete = (matcher: Matcher<never>): boolean =>
      findMatches(engine, createExchangeReader(engine.service), decodeMatcher(engine, matcher)).complete;
    const pushAs = (key: string, times = 1): string[] =>
      Array.from({ length: times }, () => push(key, 'POST', '/users', { identifier: 1 }).id);
    return { ...fixture, isComplete, pushAs };
  };

  it('is everything, until something had to make room', () => {
    const { isComplete, pushAs } = create();
    pushAs('a', 4);
    expect([isComplete({}), isComplete({ account: 'a' })]).toEqual([true, true]);
    pushAs('a');
    expect([isComplete({}), isComplete({ account: 'a' })]).toEqual([false, false]);
  });

  it('is an account of which nothing had to make room, however much of others did', () => {
    const { isComplete, pushAs } = create();
    pushAs('noisy', 4);
    pushAs('quiet', 3);
    expect([isComplete({ account: 'noisy' }), isComplete({ account: 'quiet' })]).toEqual([false, true]);
    expect(isComplete({ account: 'never-seen' })).toBe(true);
    pushAs('noisy', 2);
    expect(isComplete({ account: 'quiet' })).toBe(false);
  });

  it('is what came after the last that had to make room', () => {
    const { isComplete, pushAs } = create();
    const [first = '', second = '', third = ''] = pushAs('a', 3);
    pushAs('a', 3);
    // Two are gone.
    expect([first, second, third].map((since) => isComplete({ since }))).toEqual([false, true, true]);
    expect([first, second].map((since) => isComplete({ account: 'a', since }))).toEqual([false, true]);
    expect(isComplete({ account: 'b', since: first })).toBe(true);
  });

  it('is nothing for those who ask for no account while others lose theirs', () => {
    const { isComplete, pushAs } = create();
    pushAs('a', 1);
    pushAs('b', 4);
    expect([isComplete({}), isComplete({ account: 'b' })]).toEqual([false, true]);
  });

  it('is everything again after a reset, for the account that was reset', () => {
    const { isComplete, pushAs, engine } = create();
    pushAs('a', 5);
    pushAs('b', 5);
    const a = engine.accounts.find('a');
    if (a !== null) engine.reset(['journal'], a);
    expect([isComplete({ account: 'a' }), isComplete({ account: 'b' })]).toEqual([true, false]);
    engine.reset(['journal']);
    expect([isComplete({}), isComplete({ account: 'b' })]).toEqual([true, true]);
  });
});
