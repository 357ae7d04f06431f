import type { Exchange } from '../engine/exchange.ts';
import type { Journal } from '../engine/journal.ts';

/** Reads a part of the journal in its order, for somebody who takes a while. */
export type JournalReader = {
  /** The next exchange; `gap` when some that match may have made room before they were read; null at the end. */
  next(): Exchange | 'gap' | null;
  /** The id of the last exchange that was read or passed over. */
  readonly position: string;
};

export type ReaderOptions = {
  readonly journal: Journal;
  /** A handle; undefined for all accounts. */
  readonly account: string | undefined;
  /** The id of an exchange; only later ones. */
  readonly after: string;
  /** The id of the last exchange that may be read. */
  readonly upTo: string;
  readonly matches: (exchange: Exchange) => boolean;
};

/** Looked up at once; holding on to all would keep in memory what the journal has let go. */
const MOST_HELD = 200;
const MOST_HELD_BYTES = 1024 * 1024;

export function createJournalReader(options: ReaderOptions): JournalReader {
  const { journal, account, after, upTo, matches } = options;
  let held: Exchange[] = [];
  let at = 0;
  let position = after;
  let looked = after;
  let isGapTold = false;

  const look = (): void => {
    held = [];
    at = 0;
    let bytes = 0;
    for (const exchange of journal.entries()) {
      if (exchange.id <= looked) continue;
      if (exchange.id > upTo) break;
      looked = exchange.id;
      if (!matches(exchange)) continue;
      held.push(exchange);
      bytes += exchange.weight;
      if (held.length >= MOST_HELD || bytes >= MOST_HELD_BYTES) return;
    }
    looked = upTo;
  };

  return {
    next() {
      for (;;) {
        const exchange = held[at];
        if (exchange !== undefined) {
          at += 1;
          position = exchange.id;
          if (!exchange.isForgotten) return exchange;
        } else if (!isGapTold && looked < upTo && !journal.isComplete(account, looked)) {
          isGapTold = true;
          return 'gap';
        } else if (looked < upTo) {
          isGapTold = false;
          look();
        } else {
          position = upTo;
          return null;
        }
      }
    },
    get position() {
      return position;
    },
  };
}
