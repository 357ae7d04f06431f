import type { DelayEffect } from './fault.ts';
import { randomAt } from './random.ts';

/** A draw far out in the tail would hold a test for days. */
const LONGEST_MS = 600_000;

/** How long the n-th answer of a fault is kept back, in whole milliseconds; n counts from 0. */
export function delayOf(effect: DelayEffect | undefined, n: number): number {
  if (effect === undefined) return 0;
  if (typeof effect === 'number') return effect;
  if ('min' in effect) {
    return Math.round(effect.min + randomAt(effect.seed, n) * (effect.max - effect.min));
  }
  return Math.min(LONGEST_MS, Math.round(effect.median * Math.exp(effect.sigma * normalAt(effect.seed, n))));
}

/** Box and Muller's way from two even numbers to a normal one. */
function normalAt(seed: number, n: number): number {
  const radius = Math.sqrt(-2 * Math.log(1 - randomAt(seed, 2 * n)));
  return radius * Math.cos(2 * Math.PI * randomAt(seed, 2 * n + 1));
}
