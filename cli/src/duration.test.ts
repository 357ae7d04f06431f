import { describe, expect, it } from 'vitest';
import { decodeDuration } from './duration.ts';

describe('A duration', () => {
  it.each([
    ['500ms', 500],
    ['10s', 10_000],
    ['1m', 60_000],
    ['2h', 7_200_000],
    ['1.5s', 1500],
    ['0ms', 0],
    [' 10s ', 10_000],
  ])('%s is %d milliseconds', (text, ms) => {
    expect(decodeDuration(text)).toBe(ms);
  });

  it.each(['10', '', 's', '-1s', '1e3ms', '10 s', '10S', 'Infinitys', '1d'])('"%s" is none', (text) => {
    expect(decodeDuration(text)).toBeNull();
  });
});
