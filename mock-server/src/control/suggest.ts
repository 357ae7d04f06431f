import { nearest } from '../engine/nearest.ts';

/** A sentence's end that names the likely one, or lists what there is. */
export function suggest(name: string, candidates: readonly string[]): string {
  const likely = nearest(name, candidates);
  if (likely !== null) return `did you mean "${likely}"?`;
  return candidates.length === 0 ? 'there are none.' : `there are ${candidates.join(', ')}.`;
}
