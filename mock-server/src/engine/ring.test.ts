import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRing } from './ring.ts';

const SEED = 1;

describe('a ring', () => {
  it('keeps the newest entries within its number, and counts what it let go', () => {
    const ring = createRing<number>(3, 100, () => 1);
    for (const entry of [1, 2, 3, 4, 5]) ring.push(entry);
    expect([...ring.entries()]).toEqual([3, 4, 5]);
    expect([ring.size, ring.weight, ring.dropped]).toEqual([3, 3, 2]);
  });

  it('keeps the newest entries within its weight', () => {
    const ring = createRing<number>(100, 10, (entry) => entry);
    for (const entry of [4, 4, 4]) ring.push(entry);
    expect([...ring.entries()]).toEqual([4, 4]);
    ring.push(9);
    expect([...ring.entries()]).toEqual([9]);
    expect([ring.weight, ring.dropped]).toEqual([9, 3]);
  });

  it('keeps the newest entry even when it alone is too heavy', () => {
    const ring = createRing<number>(100, 10, (entry) => entry);
    ring.push(1);
    ring.push(50);
    expect([...ring.entries()]).toEqual([50]);
    ring.push(1);
    expect([...ring.entries()]).toEqual([1]);
  });

  it('does not count as dropped what it was told to forget', () => {
    const ring = createRing<number>(4, 100, (entry) => entry);
    for (const entry of [1, 2, 3, 4, 5]) ring.push(entry);
    ring.retain((entry) => entry % 2 === 0);
    expect([...ring.entries()]).toEqual([2, 4]);
    expect([ring.size, ring.weight, ring.dropped]).toEqual([2, 6, 1]);
  });

  it('may change while somebody walks through it', () => {
    const ring = createRing<number>(2, 100, () => 1);
    ring.push(1);
    ring.push(2);
    const seen: number[] = [];
    for (const entry of ring.entries()) {
      seen.push(entry);
      ring.push(entry + 10);
    }
    expect(seen).toEqual([1, 2]);
    expect([...ring.entries()]).toEqual([11, 12]);
  });

  it('is what a list would be that drops from its front', () => {
    const steps = fc.array(
      fc.oneof({ weight: 9, arbitrary: fc.nat(9) }, { weight: 1, arbitrary: fc.constant('retain' as const) }),
      { maxLength: 200 },
    );
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 6 }),
        fc.integer({ min: 1, max: 30 }),
        steps,
        (mostEntries, mostWeight, all) => {
          const ring = createRing<number>(mostEntries, mostWeight, (entry) => entry);
          let list: number[] = [];
          let dropped = 0;
          const weight = (): number => list.reduce((sum, entry) => sum + entry, 0);
          for (const step of all) {
            if (step === 'retain') {
              ring.retain((entry) => entry > 2);
              list = list.filter((entry) => entry > 2);
              continue;
            }
            ring.push(step);
            list.push(step);
            while (list.length > mostEntries || (weight() > mostWeight && list.length > 1)) {
              list.shift();
              dropped += 1;
            }
          }
          expect([[...ring.entries()], ring.size, ring.weight, ring.dropped]).toEqual([
            list,
            list.length,
            weight(),
            dropped,
          ]);
        },
      ),
      { seed: SEED },
    );
  });
});
