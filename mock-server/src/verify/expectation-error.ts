import type { NearMiss } from './near-misses.ts';

/** What is in the journal is not what was expected, or that cannot be told; the message says what is there instead. */
export class ExpectationError extends Error {
  override readonly name = 'ExpectationError';
  /** How many exchanges match. */
  readonly count: number;
  /** False when the journal had to drop exchanges that could have matched. */
  readonly complete: boolean;
  /** What came closest, closest first; empty unless too few match. */
  readonly nearest: readonly NearMiss[];

  /** Where it was thrown is shown from the caller on: test runners print the line that is named first. */
  constructor(
    sentences: readonly string[],
    { count, complete, nearest }: Pick<ExpectationError, 'count' | 'complete' | 'nearest'>,
    caller: unknown,
  ) {
    super(sentences.join('\n  '));
    this.count = count;
    this.complete = complete;
    this.nearest = nearest;
    // Not every platform has it.
    const { captureStackTrace } = Error as { captureStackTrace?: (target: Error, above: unknown) => void };
    captureStackTrace?.(this, caller);
  }
}
