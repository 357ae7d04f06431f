import { below, type JsonObject, setOwn } from '../../engine/json.ts';
import type { Notes } from './diagnostics.ts';
import { toSnakeCase } from './snake-case.ts';

/** A number whose digits JavaScript cannot hold, read with its digits. */
export type ExactNumber = {
  readonly kind: typeof EXACT;
  readonly digits: string;
  readonly value: number | null;
};

const EXACT = Symbol('exact number');

/** Keeps the digits of a number beside the nearest value that JavaScript has, which is null beyond its range. */
export function toExactNumber(digits: string, value: number): ExactNumber {
  return { kind: EXACT, digits, value: Number.isFinite(value) ? value : null };
}

export type Normalised =
  | { readonly kind: 'normalised'; readonly value: unknown; readonly lostDigits: boolean }
  | { readonly kind: 'too-deep' };

export type Normaliser = {
  /** Renames all keys; the value is changed in place where that is possible. Exact numbers are looked for only when told. */
  normalise(value: unknown, notes?: Notes, mayHoldExact?: boolean): Normalised;
  /** The name under which an event or attribute is stored; unchanged when nothing of it would be left. */
  toName(text: string): string;
};

const CACHED_KEYS = 5000;
const LONGEST_CACHED_KEY = 100;

/** Renames keys to snake_case at every depth, drops nulls from lists, and keeps the digits of large numbers outside properties. */
export function createNormaliser(nestingDepth: number): Normaliser {
  const names = new Map<string, string>();

  const toName = (text: string): string => {
    const known = names.get(text);
    if (known !== undefined) return known;
    const name = toSnakeCase(text) || text;
    if (text.length <= LONGEST_CACHED_KEY) {
      // A sender with ever new keys would otherwise fill the memory.
      if (names.size >= CACHED_KEYS) names.clear();
      names.set(text, name);
    }
    return name;
  };

  // One walk at a time, and it never waits: state that outlives the call costs no closures for each body.
  let notes: Notes | undefined;
  let mayHoldExact = false;
  let tooDeep = false;
  let lostDigits = false;

  const visit = (value: unknown, depth: number, inProperties: boolean, pointer: string): unknown => {
    if (typeof value === 'number') {
      if (value > Number.MAX_SAFE_INTEGER || value < Number.MIN_SAFE_INTEGER) lostDigits = true;
      return Number.isFinite(value) ? value : null;
    }
    if (typeof value !== 'object' || value === null) return value;
    if (mayHoldExact && isExactNumber(value)) return readExactNumber(value, inProperties, pointer, notes);
    if (depth > nestingDepth) {
      tooDeep = true;
      return null;
    }
    return Array.isArray(value)
      ? visitList(value, depth, inProperties, pointer)
      : visitObject(value as JsonObject, depth, inProperties, pointer);
  };

  const visitList = (list: unknown[], depth: number, inProperties: boolean, pointer: string): unknown[] => {
    let kept = 0;
    for (let index = 0; index < list.length; index += 1) {
      const at = notes === undefined ? '' : below(pointer, kept);
      const entry = visit(list[index], depth + 1, inProperties, at);
      if (entry === null) continue;
      list[kept] = entry;
      kept += 1;
    }
    list.length = kept;
    return list;
  };

  const visitObject = (
    object: JsonObject,
    depth: number,
    inProperties: boolean,
    pointer: string,
  ): JsonObject => {
    let renamed = false;
    for (const key in object) {
      const name = toName(key);
      if (name !== key) renamed = true;
      const value = object[key];
      if (typeof value === 'string' || typeof value === 'boolean') continue;
      const at = notes === undefined ? '' : below(pointer, name);
      const visited = visit(value, depth + 1, inProperties || name === 'properties', at);
      if (visited !== value) setOwn(object, key, visited);
    }
    if (notes !== undefined) noteKeys(object, pointer, toName, notes);
    return renamed ? rename(object, toName) : object;
  };

  const normalise = (root: unknown, wanted?: Notes, isExact = false): Normalised => {
    [notes, mayHoldExact, tooDeep, lostDigits] = [wanted, isExact, false, false];
    const value = visit(root, 1, false, '');
    notes = undefined;
    return tooDeep ? { kind: 'too-deep' } : { kind: 'normalised', value, lostDigits };
  };

  return { normalise, toName };
}

function rename(object: JsonObject, toName: (text: string) => string): JsonObject {
  const renamed: JsonObject = {};
  for (const key in object) setOwn(renamed, toName(key), object[key]);
  return renamed;
}

function noteKeys(object: JsonObject, pointer: string, toName: (text: string) => string, notes: Notes): void {
  const senders = new Map<string, string>();
  for (const key of Object.keys(object)) {
    const name = toName(key);
    const path = below(pointer, name);
    const earlier = senders.get(name);
    if (earlier !== undefined) {
      notes.add(
        'key-collision',
        path,
        `"${earlier}" and "${key}" are both stored as "${name}"; the later one, "${key}", wins.`,
      );
    }
    senders.set(name, key);
    if (name !== key) notes.add('renamed-key', path, `"${key}" is stored as "${name}".`);
    else if (toSnakeCase(key) === '')
      notes.add(
        'unnormalizable-key',
        path,
        `"${key}" has no Latin letter or digit, so it is stored as it is.`,
      );
  }
}

/** Whether a value is a number with its digits. */
export function isExactNumber(value: object): value is ExactNumber {
  return (value as { kind?: unknown }).kind === EXACT;
}

/** Identifiers keep every digit; properties hold the number that JavaScript reads. [assumed] */
export function readExactNumber(
  number: ExactNumber,
  inProperties: boolean,
  pointer: string,
  notes: Notes | undefined,
): unknown {
  const isWhole = /^-?\d+$/.test(number.digits);
  if (!inProperties && isWhole) return number.digits;
  if (isWhole && number.value !== null && BigInt(number.digits) === BigInt(number.value)) return number.value;
  notes?.add(
    'number-precision',
    pointer,
    `${number.digits} is stored as ${number.value}; send it as a string to keep its digits.`,
  );
  return number.value;
}
