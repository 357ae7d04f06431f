import type { Shape } from '@understudy/openapi/control/routes';
import fc from 'fast-check';

/** Texts that mean something to some attribute, and some that mean nothing to any. */
const TEXTS = [
  ...['dev', 'other', 'pushUser', 'pushEvent', 'nothing', 'down', '*', 'POST', '/users', '/u*'],
  ...['next-window', '2026-01-12T08:00:00Z', '9999-12-31T23:59:59Z', '2026-13-45T99:00:00Z', 'now'],
  ...[
    'tiny',
    'off',
    '20/1s',
    'fast',
    '999999999/999999s',
    'ex_0000000001',
    '/properties/plan',
    'unknown-attribute',
  ],
  ...['', ' ', '\u0000', '\ud800', '__proto__', 'constructor', 'X-Header', 'Größe', 'a\r\nb'],
];

const NUMBERS = [
  0,
  -0,
  1,
  -1,
  2,
  0.5,
  99,
  202,
  503,
  600,
  1000,
  60_000,
  2 ** 31,
  2 ** 53,
  1e13,
  1e21,
  1e308,
  -1e308,
];

const NAMES = ['__proto__', 'constructor', 'toString', '', 'account', 'effect', 'status', 'colour', 'a/b~'];

/** Any JSON value, such as nobody means. */
export const oddJson: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(null, true, false, [], {}, [[]], [null], [{}], ...TEXTS, ...NUMBERS),
  fc.jsonValue({ maxDepth: 3 }),
  fc.dictionary(fc.constantFrom(...NAMES), fc.jsonValue({ maxDepth: 1 }), {
    maxKeys: 3,
    noNullPrototype: true,
  }),
  fc
    .integer({ min: 90, max: 200 })
    .map((levels) => JSON.parse(`${'{"a":'.repeat(levels)}1${'}'.repeat(levels)}`)),
);

/** Values that mostly are what a shape wants, with something odd in one place or another. */
export function nearly(shape: Shape): fc.Arbitrary<unknown> {
  return fc.oneof({ weight: 12, arbitrary: fitting(shape) }, { weight: 1, arbitrary: oddJson });
}

function fitting(shape: Shape): fc.Arbitrary<unknown> {
  if (shape.anyOf !== undefined) return fc.oneof(...shape.anyOf.map(nearly));
  if (shape.enum !== undefined) return fc.constantFrom(...shape.enum);
  const kinds = typeof shape.type === 'string' ? [shape.type] : (shape.type ?? []);
  return kinds.length === 0 ? oddJson : fc.oneof(...kinds.map((kind) => ofKind(kind, shape)));
}

function ofKind(kind: string, shape: Shape): fc.Arbitrary<unknown> {
  switch (kind) {
    case 'null':
      return fc.constant(null);
    case 'boolean':
      return fc.boolean();
    case 'integer':
    case 'number':
      return fc.oneof(
        fc.integer({ min: shape.minimum ?? -10, max: Math.max(shape.minimum ?? 0, shape.maximum ?? 1000) }),
        fc.constantFrom(...NUMBERS),
      );
    case 'array':
      return fc.array(nearly(shape.items ?? {}), { minLength: shape.minItems ?? 0, maxLength: 4 });
    case 'object':
      return ofObject(shape);
    default:
      return fc.constantFrom(...TEXTS);
  }
}

function ofObject({ attributes, required = [] }: Shape): fc.Arbitrary<unknown> {
  if (attributes === undefined) return fc.dictionary(fc.constantFrom(...TEXTS), oddJson, { maxKeys: 3 });
  const known = fc.record(
    Object.fromEntries(Object.entries(attributes).map(([name, shape]) => [name, nearly(shape)])),
    { requiredKeys: [...required], noNullPrototype: true },
  );
  const few = fc
    .tuple(known, fc.func(fc.boolean()))
    .map(([object, keeps]) =>
      Object.fromEntries(Object.entries(object).filter(([name]) => required.includes(name) || keeps(name))),
    );
  const extra = fc
    .tuple(few, fc.constantFrom(...NAMES), oddJson)
    .map(([object, name, value]) => ({ ...object, [name]: value }));
  return fc.oneof({ weight: 8, arbitrary: few }, { weight: 1, arbitrary: extra });
}
