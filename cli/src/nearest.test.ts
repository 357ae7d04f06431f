import { describe, expect, it } from 'vitest';
import { nearest } from './nearest.ts';

const FLAGS = ['port', 'host', 'push-key', 'rate-limit', 'json', 'log-level'];

describe('The word that was probably meant', () => {
  it.each([
    ['prot', 'port'],
    ['por', 'port'],
    ['pushkey', 'push-key'],
    ['push-kye', 'push-key'],
    ['rate', 'rate-limit'],
    ['log', 'log-level'],
    ['jsonn', 'json'],
  ])('is found for %s: %s', (word, meant) => {
    expect(nearest(word, FLAGS)).toBe(meant);
  });

  it.each(['verbose', 'x', '', 'p', 'tsop'])('is not made up for "%s"', (word) => {
    expect(nearest(word, FLAGS)).toBeNull();
  });
});
