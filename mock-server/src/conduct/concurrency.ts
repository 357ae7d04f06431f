import type { Attempt } from './attempt.ts';
import type { Found } from './findings.ts';
import { thresholds } from './thresholds.ts';

/** Counts how many requests were under way at once, as far as the stand-in could see: from the body's end to the answer's. */
export function judgeConcurrency(attempts: readonly Attempt[]): {
  readonly found: readonly Found[];
  readonly peak: number;
} {
  const ends = attempts.map(({ settledMs }) => settledMs).sort((one, other) => one - other);
  let ended = 0;
  let [peak, peakAt] = [0, Number.NEGATIVE_INFINITY];
  for (const [begun, { exchange }] of attempts.entries()) {
    while ((ends[ended] ?? Number.POSITIVE_INFINITY) <= exchange.startedMs) ended += 1;
    const underWay = begun + 1 - ended;
    if (underWay > peak) [peak, peakAt] = [underWay, exchange.startedMs];
  }
  if (peak <= thresholds.mostAtOnce) return { found: [], peak };
  const shown = attempts.filter(
    ({ exchange, settledMs }) => exchange.startedMs <= peakAt && settledMs > peakAt,
  );
  const message = `${peak} requests were under way at once; more than ${thresholds.mostAtOnce} invite refusals and time-outs.`;
  const found: Found = {
    kind: 'too-many-at-once',
    message,
    attempts: shown,
    about: null,
    facts: { at_once: peak },
  };
  return { found: [found], peak };
}
