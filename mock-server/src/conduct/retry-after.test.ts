import { expect, it } from 'vitest';
import { decodeRetryAfter } from './retry-after.ts';

const NOON = Date.UTC(2026, 10, 23, 12);

it.each([
  ['0', 0],
  ['60', 60_000],
  [' 5 ', 5000],
  ['1.5', 1500],
  ['Mon, 23 Nov 2026 12:00:07 GMT', 7000],
  ['Mon, 23 Nov 2026 11:59:00 GMT', -60_000],
])('Retry-After %j asks to wait %d ms', (value, ms) => {
  expect(decodeRetryAfter(value, NOON)).toBe(NOON + ms);
});

it.each(['', '-1', 'soon', 'NaN', '1e3', '99999999999999', '2026-11-23', 'Mon, 99 Foo 2026 12:00:07 GMT'])(
  'Retry-After %j asks nothing',
  (value) => {
    expect(decodeRetryAfter(value, NOON)).toBe(null);
  },
);
