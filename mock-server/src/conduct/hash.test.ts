import fc from 'fast-check';
import { expect, it } from 'vitest';
import { hashOf } from './hash.ts';

const SEED = { seed: 20261123 };

it('Values that differ in the order of attributes only have one hash', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
      expect(hashOf(Object.fromEntries(Object.entries(value).reverse()))).toBe(hashOf(value));
    }),
    SEED,
  );
});

it('A hundred thousand values that are nearly alike have nearly as many hashes', () => {
  const hashes = new Set<number>();
  for (let number = 0; number < 50_000; number += 1) {
    hashes.add(hashOf({ identifier: `user-${number}`, properties: { seats: 1 } }));
    hashes.add(hashOf({ identifier: 'user', properties: { seats: number } }));
  }
  expect(hashes.size).toBeGreaterThan(99_900);
});

it.each([
  [
    [1, 2],
    [2, 1],
  ],
  [{ one: 'two' }, { two: 'one' }],
  [{ one: { two: 3 } }, { one: { three: 2 } }],
  ['1', 1],
  [null, 'null'],
  [[], {}],
])('%j and %j have two', (one, other) => {
  expect(hashOf(one)).not.toBe(hashOf(other));
});
