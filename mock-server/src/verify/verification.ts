import type { Engine } from '../engine/engine.ts';
import type { Exchange } from '../engine/exchange.ts';
import type { ExchangeReader } from './exchange-reader.ts';
import { type Criteria, matches } from './matcher.ts';
import { findNearMisses, type NearMiss } from './near-misses.ts';

/** How many exchanges have to match; null for no most. */
export type Bounds = { readonly least: number; readonly most: number | null };

/** Whether as many match as have to; `unsure` when what the journal had to drop could have made the difference. */
export type Verdict = 'met' | 'too-few' | 'too-many' | 'unsure';

/** What was found of that which is looked for. */
export type Matched = {
  readonly criteria: Criteria;
  /** Oldest first. */
  readonly found: readonly Exchange[];
  /** Whether the journal kept everything that could have matched. */
  readonly complete: boolean;
  /** How many exchanges the journal had to drop, of all. */
  readonly dropped: number;
};

/** What a verification needs of an engine. */
export type Verifiable<World> = Pick<Engine<World>, 'accounts' | 'journal' | 'service'>;

/** Finds the exchanges that match. */
export function findMatches<World>(
  { journal }: Verifiable<World>,
  reader: ExchangeReader,
  criteria: Criteria,
): Matched {
  const found: Exchange[] = [];
  for (const exchange of journal.entries()) if (matches(reader, criteria, exchange)) found.push(exchange);
  const complete = journal.isComplete(criteria.account, criteria.since);
  return { criteria, found, complete, dropped: journal.dropped };
}

/** Judges a number of matches. More than may be are too many whatever was dropped. */
export function judge({ least, most }: Bounds, count: number, complete: boolean): Verdict {
  if (most !== null && count > most) return 'too-many';
  if (count < least) return complete ? 'too-few' : 'unsure';
  return most === null || complete ? 'met' : 'unsure';
}

/** What came closest to that which is looked for and does not match. */
export function nearestTo<World>(
  { journal }: Verifiable<World>,
  reader: ExchangeReader,
  criteria: Criteria,
): NearMiss[] {
  return findNearMisses(reader, criteria, journal.entries());
}
