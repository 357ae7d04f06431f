import { UsageError } from '../engine/usage-error.ts';
import { decodeMatcher, type NamedOperations } from './decode-matcher.ts';
import { createExchangeReader, type ExchangeReader } from './exchange-reader.ts';
import { ExpectationError } from './expectation-error.ts';
import { type Match, toMatch } from './match.ts';
import type { Matcher } from './matcher.ts';
import { renderFailure } from './render-failure.ts';
import { type Bounds, findMatches, judge, type Matched, nearestTo, type Verifiable } from './verification.ts';

/** The first exchange that matches. Throws an ExpectationError when there is none. */
export function expectExchange<World, Operation extends string>(
  engine: Verifiable<World> & NamedOperations<Operation>,
  matcher: Matcher<NoInfer<Operation>> = {},
): Match {
  const reader = createExchangeReader(engine.service);
  const matched = findMatches(engine, reader, decodeMatcher(engine, matcher));
  const [first] = matched.found;
  if (first === undefined) {
    throw toError(engine, reader, { least: 1, most: null }, matched, expectExchange);
  }
  return toMatch(reader, first);
}

/** Throws an ExpectationError when an exchange matches, or when one may have that had to make room. */
export function expectNoExchange<World, Operation extends string>(
  engine: Verifiable<World> & NamedOperations<Operation>,
  matcher: Matcher<NoInfer<Operation>> = {},
): void {
  verifyCount(engine, 0, decodeMatcher(engine, matcher), expectNoExchange);
}

/**
 * All exchanges that match, oldest first. Throws an ExpectationError when there are more or fewer, or when there may
 * have been more that had to make room.
 */
export function expectExactly<World, Operation extends string>(
  engine: Verifiable<World> & NamedOperations<Operation>,
  count: number,
  matcher: Matcher<NoInfer<Operation>> = {},
): Match[] {
  if (!Number.isInteger(count) || count < 0)
    throw new UsageError(`expectExactly takes a whole number from 0 on, not ${String(count)}.`);
  return verifyCount(engine, count, decodeMatcher(engine, matcher), expectExactly);
}

function verifyCount<World>(
  engine: Verifiable<World>,
  count: number,
  criteria: Matched['criteria'],
  caller: unknown,
): Match[] {
  const reader = createExchangeReader(engine.service);
  const bounds = { least: count, most: count };
  const matched = findMatches(engine, reader, criteria);
  if (judge(bounds, matched.found.length, matched.complete) !== 'met')
    throw toError(engine, reader, bounds, matched, caller);
  return matched.found.map((exchange) => toMatch(reader, exchange));
}

function toError<World>(
  engine: Verifiable<World>,
  reader: ExchangeReader,
  bounds: Bounds,
  matched: Matched,
  caller: unknown,
): ExpectationError {
  const count = matched.found.length;
  const nearest = count < bounds.least ? nearestTo(engine, reader, matched.criteria) : [];
  const sentences = renderFailure(bounds, matched, engine.journal.entries(), nearest);
  return new ExpectationError(sentences, { count, complete: matched.complete, nearest }, caller);
}
