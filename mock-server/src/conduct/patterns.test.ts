import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { randomAt } from '../engine/faults/random.ts';
import { findsChance, growthOf, isWithoutGrowth } from './patterns.ts';

const SEED = { seed: 20261123, numRuns: 2000 };

/** The waits of a client that doubles the range it draws from, as far as a cap. */
const toJittered = (baseMs: number, length: number, seed: number): number[] =>
  Array.from({ length }, (_, attempt) => randomAt(seed, attempt) * Math.min(baseMs * 2 ** attempt, 30_000));

describe('Growth', () => {
  it.each([
    ['the same wait', [1000, 1000, 1000, 1000, 1000], true],
    ['the same short wait with the noise of timers', [3, 11, 2, 4, 16], true],
    ['much the same by chance', [900, 1100, 1000, 1200, 800], true],
    ['doubled', [1000, 2000, 4000, 8000, 16_000], false],
    ['doubled up to a cap', [1000, 2000, 2000, 2000, 2000, 2000], false],
    ['a second longer each time', [1000, 2000, 3000, 4000, 5000], false],
    ['too few to tell', [1000, 1000, 1000, 1000], false],
    ['none', [], false],
  ])('is missing or not: %s', (_what, waits, isMissing) => {
    expect(isWithoutGrowth(waits)).toBe(isMissing);
  });

  it('is a factor', () => {
    expect(growthOf([1000, 2000, 4000, 8000])).toBe(2);
    expect(growthOf([1000, 1000, 1000])).toBe(1);
    expect(growthOf([4000, 2000])).toBe(0.5);
    expect(growthOf([0, 0, 0])).toBe(1);
    expect([growthOf([1000]), growthOf([])]).toEqual([null, null]);
  });

  it('is missed in at most one row of a thousand of a client that draws from doubled ranges', () => {
    for (const baseMs of [100, 500, 1000]) {
      const rows = Array.from({ length: 5000 }, (_, seed) => toJittered(baseMs, 8, seed));
      expect(rows.filter(isWithoutGrowth).length).toBeLessThanOrEqual(5);
    }
  });
});

describe('Chance', () => {
  it.each([
    ['one row, doubled', [[1000, 2000, 4000, 8000, 16_000]], false],
    ['one row, doubled up to a cap', [[1000, 2000, 4000, 5000, 5000, 5000]], false],
    ['one row, a second longer each time', [[1000, 2000, 3000, 4000, 5000]], false],
    ['one row, always the same within the noise of timers', [[1001, 1003, 1000, 1002]], false],
    ['many rows with the same first wait', [[250], [251], [250], [253]], false],
    [
      'many rows alike',
      [
        [300, 700],
        [301, 702],
        [300, 701],
      ],
      false,
    ],
    ['one row by chance', [[310, 820, 1130, 5200]], true],
    ['many rows by chance', [[310], [120], [480], [205]], true],
    ['too few', [[1000, 2000, 4000]], null],
    ['too short to tell from the noise of timers', [[5, 5, 5, 5, 5, 5]], null],
    ['none', [], null],
  ] as const)('is in waits or not: %s', (_what, rows, chance) => {
    expect(findsChance(rows)).toBe(chance);
  });

  it('is denied to at most one in a thousand clients that draw their waits', () => {
    for (const [items, length] of [
      [1, 8],
      [3, 4],
      [10, 1],
      [20, 2],
    ] as const) {
      const clients = Array.from({ length: 3000 }, (_, client) =>
        Array.from({ length: items }, (_row, item) => toJittered(500, length, client * items + item)),
      );
      expect(clients.filter((rows) => findsChance(rows) === false).length).toBeLessThanOrEqual(3);
    }
  });

  it('is never granted to a client that doubles its waits', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 8 }), { minLength: 1, maxLength: 8 }),
        fc.integer({ min: 100, max: 3000 }),
        (lengths, base) => {
          const rows = lengths.map((length) => Array.from({ length }, (_, attempt) => base * 2 ** attempt));
          expect(findsChance(rows)).not.toBe(true);
        },
      ),
      SEED,
    );
  });
});
