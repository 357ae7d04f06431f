import type { Exchange } from '../engine/exchange.ts';
import type { JournalNote } from '../engine/journal.ts';

/** How many exchanges match so far; what a reset removed counts no more, what had to make room still does. */
export type MatchCount = {
  readonly found: number;
  /** The one that made it so many as are wanted; null while there are fewer. */
  readonly last: Exchange | null;
  /** Takes in what the journal tells. */
  follow(note: JournalNote): void;
};

/** Begins with the exchanges there are and counts up to `wanted`. */
export function createMatchCount(
  exchanges: Iterable<Exchange>,
  wanted: number,
  isMatch: (exchange: Exchange) => boolean,
): MatchCount {
  const byAccount = new Map<string | null, number>();
  let found = 0;
  let last: Exchange | null = null;

  const add = (exchange: Exchange): void => {
    if (last !== null || !isMatch(exchange)) return;
    byAccount.set(exchange.account, (byAccount.get(exchange.account) ?? 0) + 1);
    found += 1;
    if (found >= wanted) last = exchange;
  };

  for (const exchange of exchanges) {
    if (last !== null) break;
    add(exchange);
  }

  return {
    get found() {
      return found;
    },
    get last() {
      return last;
    },
    follow(note) {
      if (note.kind === 'exchange') add(note.exchange);
      if (note.kind !== 'reset' || last !== null) return;
      if (note.account === undefined) {
        byAccount.clear();
        found = 0;
      } else {
        found -= byAccount.get(note.account) ?? 0;
        byAccount.delete(note.account);
      }
    },
  };
}
