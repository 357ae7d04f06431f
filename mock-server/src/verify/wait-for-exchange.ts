import { keepingTimer, type Timer } from '../engine/timer.ts';
import { UsageError } from '../engine/usage-error.ts';
import { decodeMatcher, type NamedOperations } from './decode-matcher.ts';
import { createExchangeReader } from './exchange-reader.ts';
import { ExpectationError } from './expectation-error.ts';
import { type Match, toMatch } from './match.ts';
import type { Matcher } from './matcher.ts';
import { renderLateWait } from './render-failure.ts';
import { findMatches, nearestTo, type Verifiable } from './verification.ts';
import { type WaitEnd, waitForMatches } from './wait-for-matches.ts';

export type WaitOptions = {
  /** How many have to match; 1 unless given. */
  readonly count?: number;
  /** After how many milliseconds of real time to give up; 5000 unless given. */
  readonly timeoutMs?: number;
  /** Gives up at once. */
  readonly signal?: AbortSignal;
  /** Real time, unless given. */
  readonly timer?: Timer;
};

const LONGEST_MS = 2 ** 31 - 1;

/**
 * Resolves with the exchange that makes it as many as are waited for, those in the journal included: the first that
 * matches, unless told otherwise. Rejects with an ExpectationError when time is up, with its reason when the signal
 * aborts, with a UsageError when that cannot be meant.
 */
export async function waitForExchange<World, Operation extends string>(
  engine: Verifiable<World> & NamedOperations<Operation>,
  matcher: Matcher<NoInfer<Operation>> = {},
  { count = 1, timeoutMs = 5000, signal, timer = keepingTimer }: WaitOptions = {},
): Promise<Match> {
  expectWhole('count', count, 1, Number.MAX_SAFE_INTEGER);
  expectWhole('timeoutMs', timeoutMs, 0, LONGEST_MS);
  const criteria = decodeMatcher(engine, matcher);
  const reader = createExchangeReader(engine.service);
  const wait = waitForMatches(engine, reader, { criteria, count, timeoutMs, timer, signal: signal ?? null });
  const end: WaitEnd = 'kind' in wait ? wait : await wait.ended;
  if (end.kind === 'enough') return toMatch(reader, end.last);
  if (signal?.aborted === true) throw signal.reason;
  const matched = findMatches(engine, reader, criteria);
  const nearest = nearestTo(engine, reader, criteria);
  const sentences = renderLateWait(count, timeoutMs, matched, engine.journal.entries(), nearest);
  throw new ExpectationError(
    sentences,
    { count: matched.found.length, complete: matched.complete, nearest },
    waitForExchange,
  );
}

function expectWhole(name: string, value: number, least: number, most: number): void {
  if (Number.isInteger(value) && value >= least && value <= most) return;
  throw new UsageError(`${name} is a whole number from ${least} to ${most}, not ${String(value)}.`);
}
