import { describe, expect, it } from 'vitest';
import { toExchange } from '../../test/sample-exchange.ts';
import type { Exchange } from './exchange.ts';
import { createJournal } from './journal.ts';
import { createTally } from './tally.ts';

/** An exchange on which a fault of this name fired. */
function faulted(name: string, more: Partial<Exchange> = {}): Exchange {
  const fault = {
    name,
    account: null,
    operation: null,
    match: {},
    from: 1,
    every: 1,
    times: null,
    effect: {},
    mark: false,
    offered: 0,
    fired: 0,
    delivered: 0,
    held: new Set<() => void>(),
    isCleared: false,
  };
  return toExchange('a', { fired: { fault, delayMs: 0 }, ...more });
}

describe('a tally', () => {
  it('counts requests by operation, status, code, fault and delivery, in any order', () => {
    const tally = createTally();
    const accepted = toExchange('a', { operation: 'pushUser' });
    const refused = toExchange('b', { operation: 'pushUser', status: 422, code: 'wrong' });
    for (const exchange of [accepted, refused, accepted, faulted('slow')]) tally.count(exchange, 'full');
    tally.count(accepted, 'none');
    tally.count(accepted, 'partial');
    const kinds = tally.rows().map((row) => [row.operation, row.status, row.code, row.fault, row.delivered]);
    expect(kinds).toEqual([
      ['pushUser', 202, null, null, 'full'],
      ['pushUser', 422, 'wrong', null, 'full'],
      [null, 202, null, 'slow', 'full'],
      ['pushUser', 202, null, null, 'none'],
      ['pushUser', 202, null, null, 'partial'],
    ]);
    expect(tally.rows().map(({ requests }) => requests)).toEqual([2, 1, 1, 1, 1]);
  });

  it('keeps the time of the engine and the delays on purpose apart', () => {
    const tally = createTally();
    tally.count(toExchange('a', { ownMs: 0.05 }), 'full');
    tally.count(faulted('slow', { ownMs: 0.2, injectedMs: 1500 }), 'full');
    tally.count(toExchange('c', { ownMs: 5000 }), 'full');
    expect(tally.rows()).toMatchObject([
      { fault: null, requests: 2, delayed: 0, injectedMs: 0 },
      { fault: 'slow', requests: 1, delayed: 1, injectedMs: 1500 },
    ]);
    expect(tally.ownTimes()).toMatchObject([{ operation: null, requests: 3, ownMs: 5000.25 }]);
    const within = tally.ownTimes()[0]?.within ?? [];
    expect(
      tally.ownBoundsMs.map((bound, at) => [bound, within[at]]).filter(([, count]) => count !== 0),
    ).toEqual([
      [0.05, 1],
      [0.25, 1],
    ]);
  });

  it('tells the refusals of a rate limit from a 429 that a fault made', () => {
    const tally = createTally();
    const limiter = { used: 5, limit: 5, beganAt: 0, resetsAt: 2000 };
    tally.count(toExchange('a', { status: 429, limiter }), 'full');
    tally.count(toExchange('b', { status: 202, limiter }), 'full');
    tally.count(faulted('storm', { status: 429 }), 'full');
    expect(tally.limiterRefusals).toBe(1);
  });

  it('counts faults of too many names together, and goes on with those it knows', () => {
    const tally = createTally();
    for (let number = 0; number < 2500; number += 1) tally.count(faulted(`fault ${number}`), 'full');
    tally.count(faulted('fault 7'), 'full');
    tally.count(toExchange('a'), 'full');
    const counts = new Map(tally.rows().map(({ fault, requests }) => [fault, requests]));
    expect(counts.size).toBe(2002);
    expect([counts.get('other'), counts.get('fault 7'), counts.get(null)]).toEqual([500, 2, 1]);
  });
});

describe('what a journal knows beside its entries', () => {
  it('is the newest there ever was, where it forgot something, and what all weighs', () => {
    const journal = createJournal({ mostExchanges: 10, mostBytes: 100_000 });
    expect([journal.newest, journal.forgotAt, journal.weight]).toEqual(['', '', 0]);
    for (const id of ['ex_1', 'ex_2']) journal.add(toExchange(id));
    journal.clear('acct_one');
    journal.add(toExchange('ex_3', { weight: 1234 }));
    expect([journal.newest, journal.forgotAt, journal.weight]).toEqual(['ex_3', 'ex_2', 1234]);
  });
});
