import { createDroppings } from './droppings.ts';
import type { Delivered, Exchange } from './exchange.ts';
import { createRing } from './ring.ts';

/** What somebody who follows the journal is told. */
export type JournalNote =
  | { readonly kind: 'exchange'; readonly exchange: Exchange }
  | { readonly kind: 'settled'; readonly exchange: Exchange }
  | { readonly kind: 'reset' };

export type Journal = {
  add(exchange: Exchange): void;
  /** Records how much of the answer left, and when, in milliseconds of real time; nothing for an exchange that a reset has removed. */
  settle(exchange: Exchange, delivered: Delivered, bytes: number, settledMs: number): void;
  find(id: string): Exchange | undefined;
  /** Oldest first. */
  entries(): IterableIterator<Exchange>;
  /** Whether nothing of an account, or of any, had to make room after the exchange with the id `since`. */
  isComplete(account: string | undefined, since?: string): boolean;
  /** Forgets one account's exchanges, or all of them. */
  clear(account?: string): void;
  /** Calls back on every note until the returned function is called. */
  subscribe(listener: (note: JournalNote) => void): () => void;
  readonly size: number;
  /** How many exchanges had to make room. */
  readonly dropped: number;
};

export type JournalBounds = {
  readonly mostExchanges: number;
  readonly mostBytes: number;
};

/** What an entry costs beside what it was sent, roughly: the object and its small strings. */
const OVERHEAD_BYTES = 1000;

/** What an exchange costs: everything a sender can make large counts. */
export function weighExchange(
  bytes: Uint8Array,
  target: string,
  rawHeaders: readonly string[],
  answerBody: string,
  recordWeight: number,
): number {
  let weight = OVERHEAD_BYTES + bytes.byteLength + target.length + answerBody.length + recordWeight;
  for (const text of rawHeaders) weight += text.length;
  return weight;
}

/** Makes an empty journal; above either bound the oldest exchanges make room. */
export function createJournal(bounds: JournalBounds): Journal {
  const droppings = createDroppings();
  const ring = createRing<Exchange>(
    bounds.mostExchanges,
    bounds.mostBytes,
    (exchange) => exchange.weight,
    (exchange) => droppings.note(exchange.account, exchange.id),
  );
  const listeners = new Set<(note: JournalNote) => void>();
  const tell = (note: JournalNote): void => {
    for (const listener of listeners) listener(note);
  };

  return {
    add(exchange) {
      ring.push(exchange);
      if (listeners.size > 0) tell({ kind: 'exchange', exchange });
    },
    settle(exchange, delivered, bytes, settledMs) {
      if (exchange.isForgotten) return;
      exchange.settledMs = settledMs;
      exchange.delivered = delivered;
      exchange.deliveredBytes = bytes;
      if (listeners.size > 0) tell({ kind: 'settled', exchange });
    },
    find(id) {
      for (const exchange of ring.entries()) if (exchange.id === id) return exchange;
      return undefined;
    },
    entries: () => ring.entries(),
    isComplete: (account, since = '') => droppings.lastOf(account) <= since,
    clear(account) {
      const goes = (exchange: Exchange): boolean => account === undefined || exchange.account === account;
      for (const exchange of ring.entries()) if (goes(exchange)) exchange.isForgotten = true;
      if (account === undefined) ring.clear();
      else ring.retain((exchange) => !goes(exchange));
      droppings.forget(account);
      tell({ kind: 'reset' });
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    get size() {
      return ring.size;
    },
    get dropped() {
      return ring.dropped;
    },
  };
}
