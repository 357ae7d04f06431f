import { describe, expect, it } from 'vitest';
import { toExchange } from '../../test/sample-exchange.ts';
import { createMatchCount, type MatchCount } from './match-count.ts';

const come = (count: MatchCount, id: string, account: string | null): void =>
  count.follow({ kind: 'exchange', exchange: toExchange(id, { account }) });

describe('the count of matches', () => {
  it('begins with those that are there, and ends with the one that made it enough', () => {
    const there = ['a', 'b', 'c'].map((id) => toExchange(id));
    expect(createMatchCount(there, 2, () => true).last?.id).toBe('b');
    expect(createMatchCount(there, 2, ({ id }) => id !== 'a').last?.id).toBe('c');
    const count = createMatchCount(there, 4, () => true);
    expect([count.found, count.last]).toEqual([3, null]);
    come(count, 'd', 'acct_one');
    come(count, 'e', 'acct_one');
    expect([count.found, count.last?.id]).toEqual([4, 'd']);
  });

  it('counts an exchange once, not when it is settled', () => {
    const count = createMatchCount([], 2, () => true);
    const exchange = toExchange('a');
    count.follow({ kind: 'exchange', exchange });
    count.follow({ kind: 'settled', exchange });
    expect(count.found).toBe(1);
  });

  it('loses with a reset what that account had, and nothing of another', () => {
    const count = createMatchCount([toExchange('a')], 5, () => true);
    come(count, 'b', 'acct_two');
    come(count, 'c', null);
    count.follow({ kind: 'reset', account: 'acct_two' });
    expect(count.found).toBe(2);
    count.follow({ kind: 'reset', account: 'acct_two' });
    count.follow({ kind: 'reset', account: 'acct_never' });
    expect(count.found).toBe(2);
    count.follow({ kind: 'reset' });
    expect(count.found).toBe(0);
    come(count, 'd', 'acct_one');
    expect(count.found).toBe(1);
  });
});
