import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findJsonMistake } from './find-json-mistake.ts';

describe('where a text stops being JSON', () => {
  it.each([
    ['{"log": nope}', 1, 9],
    ['{\n  "a": 1,\n}', 3, 1],
    ['[1 2]', 1, 4],
    ['{"a" 1}', 1, 6],
    ['{a: 1}', 1, 2],
    ['{"a": 1}}', 1, 9],
    ['[1, , 2]', 1, 5],
    ["{'a': 1}", 1, 2],
    ['"a\nb"', 1, 3],
    ['"\\x0000000"', 1, 2],
    ['[01]', 1, 3],
    ['{"a":[1,2}', 1, 10],
    ['nope', 1, 1],
    ['// comment\n{}', 1, 1],
  ])('%j', (text, line, column) => {
    expect(() => JSON.parse(text)).toThrow();
    expect(findJsonMistake(text)).toEqual({ line, column });
  });

  it('is nowhere in one that was cut off', () => {
    fc.assert(
      fc.property(fc.json(), fc.nat(), (json, cut) => {
        const text = json.slice(0, cut % json.length);
        fc.pre(!isJson(text));
        expect(findJsonMistake(text)).toBeNull();
      }),
      { seed: 20_261_125, numRuns: 1000 },
    );
  });

  it('is where a character was put that fits nowhere', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.nat(), (value, where) => {
        // Without texts, in which any character may stand.
        const json = JSON.stringify(value, null, 1).replaceAll(/"(?:[^"\\]|\\.)*"/g, '""');
        const at = where % (json.length + 1);
        fc.pre(json[at - 1] !== '"' || json[at] !== '"');
        const before = json.slice(0, at).split('\n');
        const found = findJsonMistake(`${json.slice(0, at)}\u0001${json.slice(at)}`);
        const here = { line: before.length, column: (before.at(-1) ?? '').length + 1 };
        // In the middle of `true` it is the whole word that is none.
        expect(found?.line).toBe(here.line);
        expect(found?.column).toBeLessThanOrEqual(here.column);
      }),
      { seed: 20_261_126, numRuns: 1000 },
    );
  });

  it('is found in a long text soon', () => {
    const entries = Array.from({ length: 50_000 }, (_, index) => ({ index, text: 'x'.repeat(50) }));
    const text = JSON.stringify(entries);
    expect(findJsonMistake(`${text.slice(0, -1)},]`)).toEqual({ line: 1, column: text.length + 1 });
  });
});

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
