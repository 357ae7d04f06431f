import { createDroppings } from './droppings.ts';
import type { Delivered, Exchange } from './exchange.ts';
import { createRing } from './ring.ts';

/** What somebody who follows the journal is told. */
export type JournalNote =
  | { readonly kind: 'exchange'; readonly exchange: Exchange }
  | { readonly kind: 'settled'; readonly exchange: Exchange }
  /** Without an account, everything was forgotten. */
  | { readonly kind: 'reset'; readonly account?: string };

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
  /** What it keeps costs, in bytes, roughly. */
  readonly weight: number;
  /** How many exchanges had to make room. */
  readonly dropped: number;
  /** The id of the newest exchange there ever was; empty before the first. */
  readonly newest: string;
  /** What `newest` was when exchanges were last forgotten; empty when none ever were. */
  readonly forgotAt: string;
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
  let newest = '';
  let forgotAt = '';
  const tell = (note: JournalNote): void => {
    for (const listener of listeners) listener(note);
  };

  return {
    add(exchange) {
      newest = exchange.id;
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
      forgotAt = newest;
      tell(account === undefined ? { kind: 'reset' } : { kind: 'reset', account });
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
    get weight() {
      return ring.weight;
    },
    get dropped() {
      return ring.dropped;
    },
    get newest() {
      return newest;
    },
    get forgotAt() {
      return forgotAt;
    },
  };
}
