import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { toTimestamp } from './timestamp.ts';

describe('a moment in a message', () => {
  it.each([
    ['RFC 3339 with an offset', '2019-03-21T12:12:54.735+01:00', '2019-03-21T12:12:54.735+01:00'],
    ['a day', '2026-01-12', '2026-01-12'],
    ['text that is no time', 'soon', 'soon'],
    ['digits in text', '1768210200', '1768210200'],
  ])('given as text stays as it is: %s', (_, value, expected) => {
    expect(toTimestamp(value)).toBe(expected);
  });

  it.each([
    ['zero', 0, '1970-01-01T00:00:00.000Z'],
    ['before 1970', -86_400, '1969-12-31T00:00:00.000Z'],
    ['seconds', 1_768_210_200, '2026-01-12T09:30:00.000Z'],
    ['seconds with a fraction', 1_768_210_200.25, '2026-01-12T09:30:00.250Z'],
    ['seconds with more digits than milliseconds have', 1_768_210_200.1236, '2026-01-12T09:30:00.124Z'],
    ['milliseconds', 1_768_210_200_123, '2026-01-12T09:30:00.123Z'],
    ['the largest number of seconds', 100_000_000_000, '5138-11-16T09:46:40.000Z'],
    ['the smallest number of milliseconds', 100_000_000_001, '1973-03-03T09:46:40.001Z'],
    ['the last millisecond of year 9999', 253_402_300_799_999, '9999-12-31T23:59:59.999Z'],
  ])('given as a number becomes RFC 3339 in UTC: %s', (_, value, expected) => {
    expect(toTimestamp(value)).toBe(expected);
  });

  it('given as a Date becomes RFC 3339 in UTC, from whichever realm it is', () => {
    expect(toTimestamp(new Date(1_768_210_200_000))).toBe('2026-01-12T09:30:00.000Z');
    expect(toTimestamp(runInNewContext('new Date(1768210200000)'))).toBe('2026-01-12T09:30:00.000Z');
  });

  it.each([
    ['null', null],
    ['undefined', undefined],
    ['a flag', true],
    ['a list', [1_768_210_200]],
    ['an object', { seconds: 1_768_210_200 }],
    ['NaN', Number.NaN],
    ['infinity', Number.POSITIVE_INFINITY],
    ['year 10000', 253_402_300_800_000],
    ['more than a Date can hold', 8_640_000_000_000_001],
    ['an invalid Date', new Date(Number.NaN)],
  ])('is none when it is %s', (_, value) => {
    expect(toTimestamp(value)).toBeUndefined();
  });
});
