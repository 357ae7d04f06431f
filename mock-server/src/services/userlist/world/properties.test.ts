import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../engine/json.ts';
import type { Edit } from './edits.ts';
import { mergeProperties, withoutNulls } from './properties.ts';

function merge(target: JsonObject, source: JsonObject): { target: JsonObject; edits: Edit[] } {
  const edits: Edit[] = [];
  mergeProperties(target, source, edits);
  return { target, edits };
}

describe('merging properties', () => {
  it.each<[string, JsonObject, JsonObject, JsonObject, Edit[]]>([
    ['adds', { a: 1 }, { b: 2 }, { a: 1, b: 2 }, [{ pointer: '/properties/b', before: undefined }]],
    ['replaces', { a: 1 }, { a: 2 }, { a: 2 }, [{ pointer: '/properties/a', before: 1 }]],
    ['removes', { a: 1 }, { a: null }, {}, [{ pointer: '/properties/a', before: 1 }]],
    ['removes nothing that is not there', { a: 1 }, { b: null }, { a: 1 }, []],
    [
      'leaves what is the same',
      { a: { b: [1, { c: 2 }] } },
      { a: { b: [1, { c: 2 }] } },
      { a: { b: [1, { c: 2 }] } },
      [],
    ],
    [
      'goes into objects',
      { a: { b: 1, c: 2 } },
      { a: { b: 3 } },
      { a: { b: 3, c: 2 } },
      [{ pointer: '/properties/a/b', before: 1 }],
    ],
    ['leaves an object that is sent empty', { a: { b: 1 } }, { a: {} }, { a: { b: 1 } }, []],
    ['adds an empty object', {}, { a: {} }, { a: {} }, [{ pointer: '/properties/a', before: undefined }]],
    [
      'empties an object without removing it',
      { a: { b: 1 } },
      { a: { b: null } },
      { a: {} },
      [{ pointer: '/properties/a/b', before: 1 }],
    ],
    ['replaces lists', { a: [1, 2] }, { a: [1] }, { a: [1] }, [{ pointer: '/properties/a', before: [1, 2] }]],
    [
      'replaces a list by an object',
      { a: [1] },
      { a: { b: null, c: 1 } },
      { a: { c: 1 } },
      [{ pointer: '/properties/a', before: [1] }],
    ],
    [
      'keeps nulls within lists',
      {},
      { a: [{ b: null }] },
      { a: [{ b: null }] },
      [{ pointer: '/properties/a', before: undefined }],
    ],
    [
      'escapes names',
      {},
      { 'a/b~': 1 },
      { 'a/b~': 1 },
      [{ pointer: '/properties/a~1b~0', before: undefined }],
    ],
    [
      'knows false, 0 and "" as values',
      { a: false, b: 0, c: '' },
      { a: 0, b: '', c: false },
      { a: 0, b: '', c: false },
      [
        { pointer: '/properties/a', before: false },
        { pointer: '/properties/b', before: 0 },
        { pointer: '/properties/c', before: '' },
      ],
    ],
  ])('%s', (_name, before, sent, after, edits) => {
    expect(merge(before, sent)).toEqual({ target: after, edits });
  });

  it.each(['constructor', 'toString', 'hasOwnProperty', 'valueOf', '__proto__', 'isPrototypeOf'])(
    'takes %s for a name like any other',
    (name) => {
      const sent = (value: string): JsonObject => JSON.parse(`{"${name}":${value}}`) as JsonObject;
      const { target, edits } = merge({}, sent('{"x":1}'));
      expect(Object.keys(target)).toEqual([name]);
      expect(edits).toEqual([{ pointer: `/properties/${name}`, before: undefined }]);
      expect(merge(target, sent('{"y":2}')).target).toEqual(sent('{"x":1,"y":2}'));
      expect(merge(target, sent('null')).target).toEqual({});
      expect(Object.hasOwn(Object.prototype, 'x')).toBe(false);
      expect(merge({}, sent('null')).edits).toEqual([]);
    },
  );

  it('done twice changes nothing the second time', () => {
    const object = fc.dictionary(fc.constantFrom('a', 'b', 'c'), fc.jsonValue({ maxDepth: 3 }));
    fc.assert(
      fc.property(object, object, (before, sent) => {
        const target = structuredClone(before) as JsonObject;
        withoutNulls(target);
        merge(target, structuredClone(sent) as JsonObject);
        const once = structuredClone(target);
        expect(merge(target, structuredClone(sent) as JsonObject)).toEqual({ target: once, edits: [] });
      }),
      { seed: 1, numRuns: 500 },
    );
  });
});

describe('taking out nulls', () => {
  it('reaches objects at every depth, and neither lists nor anything else', () => {
    expect(
      withoutNulls({ a: null, b: { c: null, d: { e: null, f: 1 } }, g: [null, { h: null }], i: '' }),
    ).toEqual({
      b: { d: { f: 1 } },
      g: [null, { h: null }],
      i: '',
    });
    expect([withoutNulls(null), withoutNulls('x'), withoutNulls([null])]).toEqual([null, 'x', [null]]);
  });
});
