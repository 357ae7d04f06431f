import { contract } from '@understudy/openapi/contract';
import { describe, expect, it } from 'vitest';
import { UsageError } from '../../engine/usage-error.ts';
import { decodeRate } from './rate-limit.ts';

describe('a rate limit', () => {
  it.each([
    ['documented', { requests: 1000, windowMs: 60_000 }],
    ['tiny', { requests: 5, windowMs: 2000 }],
    ['off', null],
    [' off ', null],
    ['20/1s', { requests: 20, windowMs: 1000 }],
    ['20/1', { requests: 20, windowMs: 1000 }],
    ['1000/60s', { requests: 1000, windowMs: 60_000 }],
    ['1000/1m', { requests: 1000, windowMs: 60_000 }],
    ['1/500ms', { requests: 1, windowMs: 500 }],
  ])('is read off "%s"', (text, rate) => {
    expect(decodeRate(text, contract)).toEqual(rate);
  });

  it.each([
    '',
    'none',
    '0/1s',
    '5/0s',
    '5/0ms',
    '-5/1s',
    '5/-1s',
    '5',
    '/1s',
    '5/',
    '5/1h',
    '1.5/1s',
    '5/1.5s',
    '1e3/1s',
    'TINY',
    '5 / 1s',
    '9999999999/1s',
  ])('is not read off "%s", and the error says what to use', (text) => {
    expect(() => decodeRate(text, contract)).toThrow(UsageError);
    expect(() => decodeRate(text, contract)).toThrow(/documented, tiny, off/);
  });
});
