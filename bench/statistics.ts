/** The middle of some figures, or the mean of the two in the middle; NaN of none. */
export function median(figures: readonly number[]): number {
  const sorted = [...figures].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  const upper = sorted[Math.floor(middle)] ?? Number.NaN;
  return Number.isInteger(middle) ? ((sorted[middle - 1] ?? Number.NaN) + upper) / 2 : upper;
}

/** The smallest figure that at least this share of them does not exceed; NaN of none. */
export function percentile(figures: readonly number[], share: number): number {
  const sorted = Float64Array.from(figures).sort();
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
}

/** A median and how far the rounds lay apart. */
export type Spread = { readonly median: number; readonly least: number; readonly most: number };

export function toSpread(figures: readonly number[]): Spread {
  return { median: median(figures), least: Math.min(...figures), most: Math.max(...figures) };
}

/**
 * Round by round, one figure over the other. Neighbours in time share the noise of the machine, so the median of
 * these lies closer to the truth than the ratio of two medians.
 */
export function toRatios(upper: readonly number[], lower: readonly number[]): readonly number[] {
  return upper.slice(0, lower.length).map((figure, round) => figure / (lower[round] ?? Number.NaN));
}
