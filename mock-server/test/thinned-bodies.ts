import fc from 'fast-check';
import { below, isObject, setOwn } from '../src/engine/json.ts';

const NAMES = [
  'identifier',
  'email',
  'properties',
  'planName',
  'Plan Name',
  'signed_up_at',
  'a/b',
  '~',
  '__proto__',
  'constructor',
  '日本',
  '0',
];

const name = fc.oneof(fc.constantFrom(...NAMES), fc.string({ maxLength: 6 }));
const scalar = fc.oneof(
  fc.string({ maxLength: 8 }),
  fc.integer(),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.boolean(),
  fc.constant(null),
);
const { body } = fc.letrec<{ value: unknown; body: Record<string, unknown> }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    scalar,
    tie('body'),
    fc.array(tie('value'), { maxLength: 3 }),
  ),
  body: fc.dictionary(name, tie('value'), { maxKeys: 5 }),
}));

/** A body as somebody may send it, and an endless row of decisions. */
export const bodyAndChoices = fc.tuple(body, fc.infiniteStream(fc.nat()));

/** Leaves out attributes wherever there are any; lists keep their length. */
export function thin(value: unknown, choose: () => number): unknown {
  if (Array.isArray(value)) return value.map((entry) => thin(entry, choose));
  if (!isObject(value)) return value;
  const thinned = {};
  for (const key of Object.keys(value))
    if (choose() % 3 !== 0) setOwn(thinned, key, thin(value[key], choose));
  return thinned;
}

/** Spells some of the keys in another way that means the same. */
export function respell(value: unknown, choose: () => number, nameOf: (key: string) => string): unknown {
  if (Array.isArray(value)) return value.map((entry) => respell(entry, choose, nameOf));
  if (!isObject(value)) return value;
  const respelt = {};
  for (const key of Object.keys(value)) {
    const other = key.replaceAll(/_([a-z])/g, (_all, letter: string) => letter.toUpperCase());
    const spelling = choose() % 2 === 0 && nameOf(other) === key ? other : key;
    setOwn(respelt, spelling, respell(value[key], choose, nameOf));
  }
  return respelt;
}

export type Leaf = { readonly pointer: string; readonly steps: readonly string[]; readonly value: unknown };

/** Everything in a value that is neither an object nor a list. */
export function leavesOf(value: unknown, pointer = '', steps: readonly string[] = []): Leaf[] {
  if (!Array.isArray(value) && !isObject(value)) return [{ pointer, steps, value }];
  return Object.entries(value).flatMap(([key, inner]) =>
    leavesOf(inner, below(pointer, key), [...steps, key]),
  );
}

/** The same value with another leaf. */
export function withLeaf(value: unknown, steps: readonly string[], leaf: unknown): unknown {
  const [step, ...rest] = steps;
  if (step === undefined) return leaf;
  if (Array.isArray(value))
    return value.map((entry, index) => (String(index) === step ? withLeaf(entry, rest, leaf) : entry));
  const changed = {};
  for (const [key, inner] of Object.entries(isObject(value) ? value : {}))
    setOwn(changed, key, key === step ? withLeaf(inner, rest, leaf) : inner);
  return changed;
}

/** Any other value. */
export function toOther(value: unknown): unknown {
  if (typeof value === 'string') return `${value}!`;
  if (typeof value === 'number') return value === 0 ? 1 : 0;
  return value === true ? false : value === false ? true : 'something';
}
