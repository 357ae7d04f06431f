import { describe, expect, it } from 'vitest';
import { fitsPattern } from './path-pattern.ts';

describe('a pattern of a path', () => {
  it.each([
    ['/users', '/users'],
    ['*', '/users'],
    ['*', ''],
    ['/users*', '/users'],
    ['/users*', '/users/7'],
    ['*s', '/users'],
    ['/*s', '/users'],
    ['/*/*', '/users/7'],
    ['/**', '/users'],
    ['/a*b*c', '/abc'],
    ['/a*b*c', '/a-b-b-c'],
  ])('%s fits %s', (pattern, path) => {
    expect(fitsPattern(pattern, path)).toBe(true);
  });

  it.each([
    ['/users', '/users/'],
    ['/users', '/Users'],
    ['/users', '/user'],
    ['', '/users'],
    ['users*', '/users'],
    ['*user', '/users'],
    ['/a*a', '/a'],
    ['/a*b*c', '/acb'],
    ['/a.c', '/abc'],
  ])('%s does not fit %s', (pattern, path) => {
    expect(fitsPattern(pattern, path)).toBe(false);
  });

  it('with many stars is decided at once', () => {
    expect(fitsPattern(`${'*a'.repeat(2000)}b`, 'a'.repeat(20_000))).toBe(false);
  });
});
