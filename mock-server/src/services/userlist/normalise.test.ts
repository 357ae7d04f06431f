import { contract } from '@understudy/openapi/contract';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createNotes } from './diagnostics.ts';
import { createNormaliser, toExactNumber } from './normalise.ts';
import { toSnakeCase } from './snake-case.ts';

const normalise = (value: unknown, depth = 100) => createNormaliser(depth).normalise(value);

describe('normalising', () => {
  it('renames keys at every depth and leaves values alone', () => {
    expect(normalise({ aB: { cD: [{ eF: 'Gh Ij' }] }, k: 'L M' })).toEqual({
      kind: 'normalised',
      value: { a_b: { c_d: [{ e_f: 'Gh Ij' }] }, k: 'L M' },
      lostDigits: false,
    });
  });

  it('drops nulls from lists and no other empty value', () => {
    expect(normalise({ list: [null, 0, '', false, [], {}, [null]], kept: null })).toMatchObject({
      value: { list: [0, '', false, [], {}, []], kept: null },
    });
  });

  it('counts the whole as the first level', () => {
    expect(normalise({ a: { b: 1 } }, 2).kind).toBe('normalised');
    expect(normalise({ a: { b: {} } }, 2).kind).toBe('too-deep');
    expect(normalise([[1]], 2).kind).toBe('normalised');
    expect(normalise([[[]]], 2).kind).toBe('too-deep');
    expect(normalise(5, 0).kind).toBe('normalised');
  });

  it('says when digits were lost', () => {
    expect(normalise({ a: [2 ** 53] })).toMatchObject({ lostDigits: true });
    expect(normalise({ a: [-(2 ** 53)] })).toMatchObject({ lostDigits: true });
    expect(normalise({ a: [2 ** 53 - 1, 0.1] })).toMatchObject({ lostDigits: false });
  });

  it('turns what is no finite number into null', () => {
    expect(normalise({ a: Number.POSITIVE_INFINITY, b: [Number.NEGATIVE_INFINITY, 1] })).toMatchObject({
      value: { a: null, b: [1] },
    });
  });

  it('keeps digits outside the properties and the number inside', () => {
    const notes = createNotes(contract);
    const number = (): unknown => toExactNumber('12345678901234567890', 12345678901234567000);
    const { value } = createNormaliser(100).normalise(
      { identifier: number(), Properties: { a: [number()] } },
      notes,
      true,
    ) as { value: unknown };
    expect(value).toEqual({ identifier: '12345678901234567890', properties: { a: [12345678901234567000] } });
    expect(notes.list.map(({ code, path }) => [code, path])).toEqual([
      ['number-precision', '/properties/a/0'],
      ['renamed-key', '/properties'],
    ]);
  });

  it('keeps the later of two keys that become one', () => {
    expect(normalise({ aB: 1, a_b: 2 })).toMatchObject({ value: { a_b: 2 } });
    expect(normalise({ a_b: 2, aB: 1 })).toMatchObject({ value: { a_b: 1 } });
  });

  it('takes __proto__ for a key like any other', () => {
    const { value } = normalise(JSON.parse('{"__proto__":{"x":1},"a":{"__proto__":{"__proto__":2}}}')) as {
      value: object;
    };
    expect(value).toEqual({ proto: { x: 1 }, a: { proto: { proto: 2 } } });
    expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
  });

  it('leaves a name as it is when nothing would be left of it', () => {
    const { toName } = createNormaliser(100);
    expect(['日本', '🎉', '!!!', '', 'Ab'].map(toName)).toEqual(['日本', '🎉', '!!!', '', 'ab']);
  });

  it('gives the same names after its memory of them was full', () => {
    const { toName } = createNormaliser(100);
    for (let index = 0; index < 12_000; index += 1) expect(toName(`Key ${index}`)).toBe(`key_${index}`);
    expect(toName('Key 1')).toBe('key_1');
    const long = `A${'b'.repeat(200)} C`;
    expect(toName(long)).toBe(toSnakeCase(long));
  });

  it('of what is normalised changes nothing, and the notes change nothing either', () => {
    const value = fc.jsonValue({ maxDepth: 4 });
    fc.assert(
      fc.property(value, (sent) => {
        const text = JSON.stringify(sent);
        const once = normalise(JSON.parse(text));
        expect(createNormaliser(100).normalise(JSON.parse(text), createNotes(contract))).toEqual(once);
        if (once.kind === 'normalised')
          expect(normalise(structuredClone(once.value))).toMatchObject({ value: once.value });
      }),
      { seed: 1, numRuns: 500 },
    );
  });
});
