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

  it('is found in another case', () => {
    expect(nearest('pushuser', ['pushUser', 'pushEvent'])).toBe('pushUser');
  });

  it('is the closest, and of those equally close the first', () => {
    expect(nearest('useer', ['users', 'user'])).toBe('user');
    expect(nearest('userz', ['users', 'usera'])).toBe('users');
  });

  it('is none for a word that is far too long', () => {
    expect(nearest('port'.repeat(50_000), FLAGS)).toBeNull();
  });

  it.each(['verbose', 'x', '', 'p', 'tsop'])('is not made up for "%s"', (word) => {
    expect(nearest(word, FLAGS)).toBeNull();
  });
});
