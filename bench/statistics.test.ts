import { describe, expect, it } from 'vitest';
import { median, percentile, toRatios, toSpread } from './statistics.ts';

describe('the median', () => {
  it('is the middle one, whatever the order, and is not moved by one wild round', () => {
    expect(median([3, 1, 2])).toBe(2);
    expect(median([1, 1000, 2])).toBe(2);
  });

  it('lies between the two in the middle of an even number', () => {
    expect(median([4, 1, 3, 2])).toBe(2.5);
  });

  it('is no number when nothing was measured', () => {
    expect(median([])).toBeNaN();
  });
});

describe('a percentile', () => {
  const hundred = Array.from({ length: 100 }, (_, index) => 100 - index);

  it('is a figure that was measured', () => {
    expect(percentile(hundred, 0.5)).toBe(50);
    expect(percentile(hundred, 0.99)).toBe(99);
    expect(percentile(hundred, 1)).toBe(100);
    expect(percentile([7], 0.99)).toBe(7);
  });

  it('sorts by size and not by spelling', () => {
    expect(percentile([10, 9, 100], 0.5)).toBe(10);
  });

  it('leaves what it was given in its order', () => {
    const figures = [3, 1, 2];
    percentile(figures, 0.5);
    median(figures);
    expect(figures).toEqual([3, 1, 2]);
  });
});

describe('a ratio', () => {
  it('is taken within each round, so that a round in which all were slow does not count against one', () => {
    const ours = [70, 7, 70];
    const theirs = [100, 10, 100];
    expect(toSpread(toRatios(ours, theirs))).toEqual({ median: 0.7, least: 0.7, most: 0.7 });
  });

  it('leaves out rounds that only one of the two has', () => {
    expect(toRatios([4, 9], [2])).toEqual([2]);
  });
});
