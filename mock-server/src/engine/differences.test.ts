import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { differencesOf, holds } from './differences.ts';

const SEED = { seed: 20_250_314 };

describe('what a body has to hold', () => {
  it('is held by an equal one', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(differencesOf(value, JSON.parse(JSON.stringify(value)), '')).toEqual([]);
      }),
      SEED,
    );
  });

  it('is held by one that has more attributes', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), fc.jsonValue(), (expected, more) => {
        const actual = { ...JSON.parse(JSON.stringify(expected)), 'one more': more };
        const asked = Object.fromEntries(Object.entries(expected).filter(([name]) => name !== 'one more'));
        expect(differencesOf(asked, actual, '')).toEqual([]);
      }),
      SEED,
    );
  });

  it('is held or not whether one asks for the differences or not', () => {
    const small = fc.jsonValue({ maxDepth: 2 });
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom('a', 'b', '__proto__'), small), small, (value, other) => {
        for (const [expected, actual] of [
          [value, { ...value, other }],
          [value, { ...value, a: other }],
          [
            [value, other],
            [value, other],
          ],
          [other, value],
        ])
          expect(holds(expected, actual)).toBe(differencesOf(expected, actual, '').length === 0);
      }),
      SEED,
    );
    expect([holds({}, undefined), holds({ a: [{ b: 1 }] }, { a: [{ b: 1, c: 2 }] })]).toEqual([false, true]);
  });

  it('is no inherited attribute', () => {
    const asked: unknown = JSON.parse('{"constructor":{},"__proto__":{}}');
    expect(differencesOf(asked, {}, '').map(({ path }) => path)).toEqual(['/constructor', '/__proto__']);
  });

  it.each([
    [1, '1'],
    [null, false],
    [{}, []],
    [[], {}],
    [[1], [1, 2]],
    [{}, null],
    ['', null],
  ])('tells %j from %j', (expected, actual) => {
    expect(differencesOf(expected, actual, '/body')).toEqual([{ path: '/body', expected, actual }]);
  });

  it('is named by JSON Pointer where it is missing', () => {
    expect(differencesOf({ 'a/b': [{ '~': 1 }] }, { 'a/b': [{}] }, '')).toEqual([
      { path: '/a~1b/0/~0', expected: 1 },
    ]);
  });
});
