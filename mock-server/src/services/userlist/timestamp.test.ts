import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeTimestamp, isIsoTimestamp, looksLikeTimestamp, renderTimestamp } from './timestamp.ts';

describe('a timestamp at top level', () => {
  it.each([
    ['the reference and Go', '2026-11-23T06:55:00Z', '2026-11-23T06:55:00Z'],
    ['JavaScript', '2026-11-23T06:55:00.123Z', '2026-11-23T06:55:00.123Z'],
    ['JavaScript on the second', '2026-11-23T06:55:00.000Z', '2026-11-23T06:55:00.000Z'],
    ['Python isoformat', '2026-11-23T06:55:00.123456', '2026-11-23T06:55:00.123456Z'],
    ['Python isoformat with zone', '2026-11-23T07:55:00.123456+01:00', '2026-11-23T06:55:00.123456Z'],
    ['Python %z', '2026-11-23T10:00:00+0100', '2026-11-23T09:00:00Z'],
    ['Ruby Time in UTC', '2026-11-23 06:55:00 UTC', '2026-11-23T06:55:00Z'],
    ['Ruby Time with +0000', '2026-11-23 07:15:49 +0000', '2026-11-23T07:15:49Z'],
    ['Ruby Time with a zone', '2026-11-23 07:55:00 +0100', '2026-11-23T06:55:00Z'],
    ['Ruby Time west of UTC', '2026-11-22 21:25:00 -0930', '2026-11-23T06:55:00Z'],
    ['Ruby DateTime', '2026-11-23T06:55:00+00:00', '2026-11-23T06:55:00Z'],
    ['Ruby Date', '2026-11-23', '2026-11-23T00:00:00Z'],
    ['Eloquent', '2026-11-23T06:55:00.000000Z', '2026-11-23T06:55:00.000000Z'],
    ['a Go test fixture', 'Mon Nov 23 06:55:00 UTC 2026', '2026-11-23T06:55:00Z'],
  ])('is read as %s writes it: %s', (_source, given, expected) => {
    expect(decodeTimestamp(given)).toBe(expected);
  });

  it.each([
    ['2026-11-23T06:55', '2026-11-23T06:55:00Z'],
    ['2026-11-23T06:55Z', '2026-11-23T06:55:00Z'],
    ['2026-11-23t06:55:00z', '2026-11-23T06:55:00Z'],
    ['2026-11-23 06:55:00', '2026-11-23T06:55:00Z'],
    ['2026-11-23 06:55:00 Z', '2026-11-23T06:55:00Z'],
    ['2026-11-23 06:55:00.5 UTC', '2026-11-23T06:55:00.500Z'],
    ['2026-11-23T06:55:00-00:00', '2026-11-23T06:55:00Z'],
    ['2026-11-23T03:25:00-03:30', '2026-11-23T06:55:00Z'],
    ['2026-11-23T06:55:00+01', '2026-11-23T05:55:00Z'],
    ['2026-11-23T06:55:00+23:59', '2026-11-22T06:56:00Z'],
    ['2027-01-01T00:30:00+01:00', '2026-12-31T23:30:00Z'],
    ['Tue Nov 23 06:55:00 UTC 2026', '2026-11-23T06:55:00Z'],
    ['Mon Nov  2 06:55:00 UTC 2026', '2026-11-02T06:55:00Z'],
    ['Mon Nov 23 06:55:00 2026', '2026-11-23T06:55:00Z'],
    ['Mon Nov 23 06:55:00 +0100 2026', '2026-11-23T05:55:00Z'],
  ])('is read as Rails reads it: %s → %s', (given, expected) => {
    expect(decodeTimestamp(given)).toBe(expected);
  });

  it.each([
    ['.5', '.500'],
    ['.12', '.120'],
    ['.1234', '.123400'],
    ['.123456789', '.123456'],
    ['.9999999', '.999999'],
  ])('has the fraction %s as %s', (given, expected) => {
    expect(decodeTimestamp(`2026-11-23T06:55:00${given}Z`)).toBe(`2026-11-23T06:55:00${expected}Z`);
  });

  it.each([
    ['2026-02-30', '2026-03-02T00:00:00Z'],
    ['2026-02-31T23:59:59Z', '2026-03-03T23:59:59Z'],
    ['2025-02-29 00:00:00 UTC', '2025-03-01T00:00:00Z'],
    ['2024-02-29', '2024-02-29T00:00:00Z'],
    ['2026-04-31', '2026-05-01T00:00:00Z'],
    ['Mon Nov 31 06:55:00 UTC 2026', '2026-12-01T06:55:00Z'],
    ['2026-12-31T23:59:60Z', '2027-01-01T00:00:00Z'],
    ['2026-12-31T23:59:60.5Z', '2027-01-01T00:00:00.500Z'],
    ['2026-11-23T24:00:00Z', '2026-11-24T00:00:00Z'],
    ['2026-02-29T24:00:00Z', '2026-03-02T00:00:00Z'],
  ])('runs on past the end of its month, minute or day: %s → %s', (given, expected) => {
    expect(decodeTimestamp(given)).toBe(expected);
  });

  it.each([
    ['0000-01-01', '0000-01-01T00:00:00Z'],
    ['0050-06-01T00:00:00Z', '0050-06-01T00:00:00Z'],
    ['9999-12-31T23:59:59Z', '9999-12-31T23:59:59Z'],
  ])('may be of any year with four digits: %s', (given, expected) => {
    expect(decodeTimestamp(given)).toBe(expected);
  });

  it.each([
    '',
    'foo',
    'yesterday',
    '1795418020',
    '2026-11',
    '11/23/2026',
    '2026-11-32',
    '2026-11-00',
    '2026-00-10',
    '2026-13-01',
    '0000-00-00',
    '2026-11-23T25:00:00Z',
    '2026-11-23T24:00:01Z',
    '2026-11-23T06:60:00Z',
    '2026-11-23T06:55:61Z',
    'Mon Foo 23 06:55:00 UTC 2026',
    '２０２６-11-23',
  ])('is absent where Rails reads nothing: %j', (given) => {
    expect(decodeTimestamp(given)).toBeNull();
  });

  it.each([
    '2026-11-23T06',
    '2026-11-23Z',
    '2026-11-23garbage',
    ' 2026-11-23',
    '2026-11-23\n',
    '2026-11-23T06:55:00,123Z',
    '2026-11-23T06:55:00.Z',
    '2026-11-23 06:55:00 CET',
    '2026-11-23T06:55:00+24:00',
    '2026-11-23T06:55:00+01:60',
    '2026-11-23T24:00:00.5Z',
    '20261123T065500Z',
    '2026/11/23',
    'Mon, 23 Nov 2026 06:55:00 GMT',
    '9999-12-31T23:59:59-01:00',
    '0000-01-01T00:00:00+01:00',
    '10000-01-01T00:00:00Z',
    '+002026-11-23T06:55:00Z',
    `2026-11-23T06:55:00.${'1'.repeat(64)}Z`,
  ])('is absent where we do not follow Rails: %j', (given) => {
    expect(decodeTimestamp(given)).toBeNull();
  });

  it.each([
    [1_599_264_000],
    [null],
    [undefined],
    [true],
    [[]],
    [{ date: '2026-11-23 06:55:00.000000', timezone_type: 3, timezone: 'UTC' }],
    [new Date(0)],
  ])('is absent when it is no text: %j', (given) => {
    expect(decodeTimestamp(given)).toBeNull();
  });

  it.each(['2', ' ', '2026-11-23', '2026-11-23T06:55:00.1', 'Mon Nov '])(
    'is absent for 100 KB of %j',
    (unit) => {
      expect(decodeTimestamp(unit.repeat(100 * 1024))).toBeNull();
    },
  );
});

describe('the text of a property', () => {
  it.each([
    '2026-11-23',
    '2026-11-23T06:55:00Z',
    '2026-11-23T06:55:00.123Z',
    '2026-11-23T06:55:00.123456',
    '2026-11-23T06:55:00',
    '2026-11-23T06:55:00+01:00',
    '2026-11-23T06:55:00+01',
    '2026-11-23t06:55:00z',
    '2026-11-23 06:55:00',
    '2026-11-23 06:55:00Z',
    '2024-02-29',
    '2000-02-29',
    '0000-02-29',
    '2026-12-31T23:59:60Z',
    '2026-11-23T24:00:00Z',
  ])('is a timestamp: %s', (text) => {
    expect([isIsoTimestamp(text), looksLikeTimestamp(text)]).toEqual([true, false]);
  });

  it.each([
    '2026-11-23 06:55:00 UTC',
    '2026-11-23 07:55:00 +0100',
    '2026-11-23T10:00:00+0100',
    '2026-11-23T06:55:00 Z',
    '2026-11-23T06:55',
    '2026-02-30',
    '1900-02-29T06:55:00Z',
    'Mon Nov 23 06:55:00 UTC 2026',
  ])('only looks like one: %s', (text) => {
    expect([isIsoTimestamp(text), looksLikeTimestamp(text)]).toEqual([false, true]);
  });

  it.each([
    '',
    'foo',
    '1795418020',
    '2026-11',
    '2026-11-32',
    '11/23/2026',
    '2026-11-23T06:55:00+24:00',
    '9999-12-31T23:59:59-01:00',
    'since 2026-11-23',
  ])('is just a text: %j', (text) => {
    expect([isIsoTimestamp(text), looksLikeTimestamp(text)]).toEqual([false, false]);
  });
});

describe('a time we render', () => {
  it.each([
    [0, '1970-01-01T00:00:00Z'],
    [1_795_418_020_000, '2026-11-23T07:13:40Z'],
    [1_795_418_020_500, '2026-11-23T07:13:40.500Z'],
    [-1, '1969-12-31T23:59:59.999Z'],
  ])('is RFC 3339: %d → %s', (ms, expected) => {
    expect(renderTimestamp(ms)).toBe(expected);
  });

  it('is read back as it was written', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: Date.parse('0000-01-01T00:00:00Z'), max: Date.parse('9999-12-31T23:59:59Z') }),
        (ms) => {
          const rendered = renderTimestamp(ms);
          expect(decodeTimestamp(rendered)).toBe(rendered);
          expect(isIsoTimestamp(rendered)).toBe(true);
          expect(Date.parse(rendered)).toBe(ms);
        },
      ),
      { seed: 20261123, numRuns: 1000 },
    );
  });

  it('means the same instant in every zone', () => {
    const minutes = fc.integer({ min: -(24 * 60 - 1), max: 24 * 60 - 1 });
    const days = fc.integer({
      min: Date.parse('0001-01-01T00:00:00Z'),
      max: Date.parse('9998-12-31T00:00:00Z'),
    });
    fc.assert(
      fc.property(days, minutes, (ms, offset) => {
        const local = new Date(ms + offset * 60_000).toISOString().slice(0, -1);
        const size = Math.abs(offset);
        const zone = `${String(Math.floor(size / 60)).padStart(2, '0')}:${String(size % 60).padStart(2, '0')}`;
        const written = `${local}${offset < 0 ? '-' : '+'}${zone}`;
        expect(decodeTimestamp(written)).toBe(new Date(ms).toISOString());
      }),
      { seed: 20261123, numRuns: 1000 },
    );
  });
});
