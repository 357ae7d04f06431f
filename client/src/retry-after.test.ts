import { describe, expect, it } from 'vitest';
import { decodeRetryAfter } from './retry-after.ts';

const now = Date.UTC(2026, 10, 23, 12, 0, 0);

describe('Retry-After', () => {
  it.each([
    ['59', 59_000],
    ['0', 0],
    ['1.5', 1500],
    ['7200', 7_200_000],
    ['5, 7', 7000],
    ['1.5,0 , 1', 1500],
  ])('reads %s as seconds', (value, ms) => {
    expect(decodeRetryAfter(value, now)).toBe(ms);
  });

  it.each([
    ['the preferred form', 'Mon, 23 Nov 2026 12:00:59 GMT'],
    ['the RFC 850 form', 'Monday, 23-Nov-26 12:00:59 GMT'],
    ['the asctime form, which has no zone', 'Mon Nov 23 12:00:59 2026'],
  ])('reads an HTTP date in %s', (_, value) => {
    expect(decodeRetryAfter(value, now)).toBe(59_000);
  });

  it('asks for no pause when its date has passed', () => {
    expect(decodeRetryAfter('Mon, 23 Nov 2026 11:59:00 GMT', now)).toBe(0);
  });

  it.each([
    '',
    '-5',
    'NaN',
    'Infinity',
    '1e3',
    'soon',
    '59 seconds',
    '5, soon',
    '5,',
    'Mon, not a date',
    '2026-11-23T12:00:59Z',
  ])('counts as absent when it is %j', (value) => {
    expect(decodeRetryAfter(value, now)).toBeNull();
  });

  it('may be absent', () => {
    expect(decodeRetryAfter(null, now)).toBeNull();
  });
});
