import fc from 'fast-check';
import { asRead, nested, setOwn } from './json.ts';

/** Texts of which some are blank, some only look so, and some are no proper Unicode. */
export const blankTexts = ['', ' ', '\t\n', '\u00a0', '\u2028', '\ufeff', '\u3000'];

const oddTexts = [
  '\u0085',
  '\u200b',
  '\0',
  '\ud800',
  'a\udc00',
  '\ud83d\ude00',
  '__proto__',
  'null',
  'ada@example.com',
];

export const inkTexts: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(...oddTexts),
  fc.string({ minLength: 1, maxLength: 8, unit: 'binary' }).filter((text) => /\S/u.test(text)),
);

export const numbers: fc.Arbitrary<number> = fc.oneof(
  fc.integer(),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.constantFrom(0, 1, -1, 0.5, 1e21, 1e308, 5e-324, Number.MAX_SAFE_INTEGER, 2 ** 53 + 2),
);

/** Names that an object has without owning them, and others that are easily mistaken. */
export const hostileNames = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'hasOwnProperty',
  'valueOf',
  '',
  '0',
  'length',
  '$ref',
];

/** Objects with hostile names, as a body could hold them. */
export function withHostileNames(
  entries: readonly (readonly [string, unknown])[],
  onto: object = {},
): object {
  const object = { ...onto };
  for (const [name, value] of entries) setOwn(object, name, value);
  return object;
}

/** Any JSON value, the deep and the hostile ones included. */
export const anyJson: fc.Arbitrary<unknown> = fc
  .oneof(
    {
      weight: 3,
      arbitrary: fc.constantFrom<unknown>(null, true, false, [], {}, [null], [[]], [{}], ...blankTexts),
    },
    { weight: 2, arbitrary: inkTexts },
    { weight: 2, arbitrary: numbers },
    { weight: 2, arbitrary: fc.jsonValue({ maxDepth: 2 }) },
    {
      weight: 1,
      arbitrary: fc
        .array(fc.tuple(fc.constantFrom(...hostileNames), fc.jsonValue({ maxDepth: 1 })), {
          minLength: 1,
          maxLength: 3,
        })
        .map((entries) => withHostileNames(entries)),
    },
    {
      weight: 1,
      arbitrary: fc.integer({ min: 1, max: 60 }).map((levels) => nested(levels, (inner) => [inner])),
    },
    {
      weight: 1,
      arbitrary: fc
        .integer({ min: 1, max: 60 })
        .map((levels) => nested(levels, (inner) => ({ company: inner }))),
    },
  )
  .map(asRead);
