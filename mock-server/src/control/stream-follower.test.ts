import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createManualTimer } from '../../test/desk/desk-fixture.ts';
import { type StreamEvent, toEvents, untilQuiet } from '../../test/desk/read-events.ts';
import { toExchange } from '../../test/sample-exchange.ts';
import type { Exchange } from '../engine/exchange.ts';
import { createJournal } from '../engine/journal.ts';
import { createFollower, type Follower } from './stream-follower.ts';

const ACCOUNTS = ['acct_one', 'acct_two'];
const MOST = 6;

/** What may happen around a reader, in any order. */
const steps = fc.array(
  fc.oneof(
    {
      weight: 6,
      arbitrary: fc.record({ kind: fc.constant('push' as const), account: fc.constantFrom(...ACCOUNTS) }),
    },
    { weight: 5, arbitrary: fc.record({ kind: fc.constant('settle' as const), which: fc.nat(9) }) },
    { weight: 6, arbitrary: fc.record({ kind: fc.constant('read' as const), pieces: fc.nat(4) }) },
    {
      weight: 1,
      arbitrary: fc.record({
        kind: fc.constant('reset' as const),
        account: fc.constantFrom(undefined, ...ACCOUNTS),
      }),
    },
    { weight: 3, arbitrary: fc.record({ kind: fc.constant('resume' as const) }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('beat' as const) }) },
  ),
  { minLength: 1, maxLength: 60 },
);

/** Reads no more pieces than it is told to, as a front does whose reader is slow. */
function createSlowReader(follower: Follower) {
  const events: StreamEvent[] = [];
  let credit = 0;
  let isReading = false;
  const read = (): void => {
    if (isReading || credit === 0) return;
    isReading = true;
    void follower.next().then(({ done, value }) => {
      isReading = false;
      credit -= 1;
      if (done !== true) events.push(...toEvents(value));
      if (done !== true) read();
    });
  };
  return {
    events,
    take(pieces: number) {
      credit += pieces;
      read();
    },
  };
}

it('a reader who resumes gets every exchange once and in order, whatever happens in between', async () => {
  await fc.assert(
    fc.asyncProperty(steps, fc.constantFrom(undefined, ...ACCOUNTS), async (todo, account) => {
      const journal = createJournal({ mostExchanges: MOST, mostBytes: 1_000_000 });
      const time = createManualTimer();
      const isFollowed = (exchange: Exchange): boolean =>
        account === undefined || exchange.account === account;
      let after: string | null = null;
      const begin = () =>
        createFollower({
          journal,
          timer: time.timer,
          account,
          after,
          matches: isFollowed,
          render: ({ id }) => JSON.stringify({ id }),
          onEnd: () => undefined,
        });
      let follower = begin();
      let reader = createSlowReader(follower);
      const readers = [reader];
      const pushed: Exchange[] = [];
      const resume = (): void => {
        for (const { id } of reader.events) after = id ?? after;
        follower.end('left');
        follower = begin();
        reader = createSlowReader(follower);
        readers.push(reader);
      };

      for (const step of todo) {
        if (step.kind === 'push') {
          const exchange = toExchange(`ex_${String(pushed.length + 1).padStart(3, '0')}`, {
            account: step.account,
          });
          pushed.push(exchange);
          journal.add(exchange);
        } else if (step.kind === 'settle') {
          const exchange = pushed.filter(({ settledMs }) => settledMs === null)[step.which];
          if (exchange !== undefined) journal.settle(exchange, 'full', 0, 1);
        } else if (step.kind === 'read') reader.take(step.pieces);
        else if (step.kind === 'reset') journal.clear(step.account);
        else if (step.kind === 'beat') time.advance(15_000);
        else if (reader.events.length > 0) resume();
        await untilQuiet();
      }
      reader.take(1000);
      await untilQuiet();

      const events = readers.flatMap(({ events: seen }) => seen);
      const idsOf = (name: string, among: readonly StreamEvent[]): string[] =>
        among.filter(({ event }) => event === name).map(({ data }) => (data as { id: string }).id);
      const seen = idsOf('exchange', events);
      expect(seen).toEqual([...new Set(seen)].sort());
      const settled = idsOf('settled', events);
      expect(settled).toHaveLength(new Set(settled).size);

      const missing = pushed.filter((exchange) => isFollowed(exchange) && !seen.includes(exchange.id));
      const isKept = new Set([...journal.entries()].map(({ id }) => id));
      expect(missing.filter(({ id }) => isKept.has(id))).toEqual([]);
      const names = new Set(events.map(({ event }) => event));
      if (missing.length > 0) expect(names.has('dropped') || names.has('reset')).toBe(true);
      // Who never left misses nothing at all.
      if (readers.length === 1) expect(missing).toEqual([]);

      const seenLast = idsOf('exchange', reader.events);
      const settledLast = idsOf('settled', reader.events);
      const isSettled = new Set(pushed.filter(({ settledMs }) => settledMs !== null).map(({ id }) => id));
      expect(seenLast.filter((id) => isSettled.has(id) && !settledLast.includes(id))).toEqual([]);
    }),
    { seed: 20_261_123, numRuns: 3000 },
  );
});
