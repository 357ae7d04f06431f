import type { Verdict } from './verdict.ts';

/** A verdict as one JSON value: whether it passes, why not, and every report in full. */
export function toConductJson({ accounts, hits, failOn }: Verdict): object {
  return { passed: hits.length === 0, fail_on: failOn, hits, accounts };
}
