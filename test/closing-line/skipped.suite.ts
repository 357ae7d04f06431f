import { expect, it } from 'vitest';

it('is run', () => {
  expect(1).toBe(1);
});

it.skip('is skipped', () => {
  expect(1).toBe(2);
});
