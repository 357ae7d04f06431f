import { beforeAll, describe, expect, it } from 'vitest';

it('is run', () => {
  expect(1).toBe(1);
});

describe('a block whose set-up fails', () => {
  beforeAll(() => {
    throw new Error('nothing is ready');
  });

  it.each([1, 2])('never runs %i', (number) => {
    expect(number).toBe(number);
  });
});
