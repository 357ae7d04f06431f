import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { delayOf } from './delay.ts';
import type { DelayEffect } from './fault.ts';

const SEED = 20_261_123;
const seeds = fc.maxSafeInteger();
const rowOf = (effect: DelayEffect, length = 50): number[] =>
  Array.from({ length }, (_, n) => delayOf(effect, n));

describe('a delay', () => {
  it('that is a number is always that', () => {
    expect(rowOf(250, 3)).toEqual([250, 250, 250]);
    expect(delayOf(undefined, 0)).toBe(0);
  });

  it('between two bounds keeps to them, in whole milliseconds, and reaches both', () => {
    fc.assert(
      fc.property(fc.nat(600_000), fc.nat(600_000), seeds, (one, other, seed) => {
        const [min, max] = [Math.min(one, other), Math.max(one, other)];
        for (const ms of rowOf({ min, max, seed })) {
          expect(ms).toBeGreaterThanOrEqual(min);
          expect(ms).toBeLessThanOrEqual(max);
          expect(Number.isInteger(ms)).toBe(true);
        }
      }),
      { seed: SEED },
    );
    expect(new Set(rowOf({ min: 3, max: 5, seed: 1 }, 200))).toEqual(new Set([3, 4, 5]));
  });

  it('around a median is a whole number of milliseconds, at most ten minutes', () => {
    fc.assert(
      fc.property(
        fc.nat(600_000),
        fc.double({ min: 0, max: 10, noNaN: true }),
        seeds,
        (median, sigma, seed) => {
          for (const ms of rowOf({ median, sigma, seed })) {
            expect(ms).toBeGreaterThanOrEqual(0);
            expect(ms).toBeLessThanOrEqual(600_000);
            expect(Number.isInteger(ms)).toBe(true);
          }
        },
      ),
      { seed: SEED },
    );
  });

  it.each<[string, (seed: number) => DelayEffect]>([
    ['evenly spread', (seed) => ({ min: 0, max: 600_000, seed })],
    ['log-normal', (seed) => ({ median: 60_000, sigma: 0.5, seed })],
  ])('that is %s is the same row for the same seed, and another for another', (_spread, toEffect) => {
    fc.assert(
      fc.property(seeds, seeds, (one, other) => {
        fc.pre(one !== other);
        expect(rowOf(toEffect(one))).toEqual(rowOf(toEffect(one)));
        expect(rowOf(toEffect(one))).not.toEqual(rowOf(toEffect(other)));
      }),
      { seed: SEED },
    );
  });

  it('has its median in the middle, and spreads as a log-normal one does', () => {
    const row = rowOf({ median: 2000, sigma: 0.5, seed: 1 }, 20_000).sort((one, other) => one - other);
    const at = (share: number): number => row[Math.floor(row.length * share)] ?? 0;
    expect(at(0.5) / 2000).toBeCloseTo(1, 1);
    // One standard deviation to each side, in the logarithm.
    expect(at(0.1587) / (2000 * Math.exp(-0.5))).toBeCloseTo(1, 1);
    expect(at(0.8413) / (2000 * Math.exp(0.5))).toBeCloseTo(1, 1);
  });

  it('that is evenly spread has as many on one side of the middle as on the other', () => {
    const row = rowOf({ min: 0, max: 10_000, seed: 7 }, 20_000);
    expect(row.filter((ms) => ms < 5000).length / row.length).toBeCloseTo(0.5, 1);
    expect(row.reduce((sum, ms) => sum + ms, 0) / row.length / 5000).toBeCloseTo(1, 1);
  });

  it('has the same row on every platform and in every version', () => {
    expect(rowOf({ min: 100, max: 200, seed: 7 }, 5)).toEqual([190, 104, 153, 123, 185]);
    expect(rowOf({ median: 2000, sigma: 0.5, seed: 1 }, 5)).toEqual([1088, 1376, 1469, 1192, 932]);
  });
});
