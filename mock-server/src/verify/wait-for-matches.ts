import type { Exchange } from '../engine/exchange.ts';
import type { Timer } from '../engine/timer.ts';
import type { ExchangeReader } from './exchange-reader.ts';
import { createMatchCount } from './match-count.ts';
import { type Criteria, matches } from './matcher.ts';
import type { Verifiable } from './verification.ts';

/** How a wait came out; `left` when nobody waits any more. */
export type WaitEnd =
  | { readonly kind: 'enough'; readonly last: Exchange }
  | { readonly kind: 'late' | 'left' | 'stopping' };

export type WaitOrder = {
  readonly criteria: Criteria;
  readonly count: number;
  /** Milliseconds of real time. */
  readonly timeoutMs: number;
  readonly timer: Timer;
  /** Says when nobody waits any more. */
  readonly signal: AbortSignal | null;
};

/** A wait under way; `end` ends it before its time. */
export type Wait = { readonly ended: Promise<WaitEnd>; end(how: 'stopping'): void };

/** Waits for exchanges, known at once or as a wait. They count from the moment they are journaled: their answers are decided then. */
export function waitForMatches<World>(
  { accounts, journal }: Verifiable<World>,
  reader: ExchangeReader,
  { criteria, count, timeoutMs, timer, signal }: WaitOrder,
): WaitEnd | Wait {
  const counted = createMatchCount(journal.entries(), count, (each) => matches(reader, criteria, each));
  if (counted.last !== null) return { kind: 'enough', last: counted.last };
  if (signal?.aborted === true) return { kind: 'left' };
  if (timeoutMs === 0) return { kind: 'late' };
  const { promise, resolve } = Promise.withResolvers<WaitEnd>();
  const end = (how: WaitEnd): void => {
    release();
    unsubscribe();
    cancel();
    signal?.removeEventListener('abort', leave);
    resolve(how);
  };
  const leave = (): void => end({ kind: 'left' });
  // An account that made room meanwhile would take what is waited for with it.
  const release = criteria.account === undefined ? () => undefined : accounts.retain(criteria.account);
  const unsubscribe = journal.subscribe((note) => {
    counted.follow(note);
    if (counted.last !== null) end({ kind: 'enough', last: counted.last });
  });
  const cancel = timer(timeoutMs, () => end({ kind: 'late' }));
  signal?.addEventListener('abort', leave);
  return { ended: promise, end: (how) => end({ kind: how }) };
}
