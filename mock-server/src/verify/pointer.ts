import { below, getOwn, isObject, setOwn } from '../engine/json.ts';

/** A JSON Pointer that has been read: its text, and its steps without escapes. */
export type Pointer = { readonly text: string; readonly steps: readonly string[] };

/** Reads a JSON Pointer; null when the text is none. */
export function decodePointer(text: string): Pointer | null {
  if (text === '') return { text, steps: [] };
  if (!text.startsWith('/') || /~(?![01])/.test(text)) return null;
  const steps = text
    .slice(1)
    .split('/')
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
  return { text, steps };
}

/** What somebody may have meant by a text that is no pointer. */
export function likelyPointer(text: string): string {
  return `/${text
    .replace(/^[$#]?[./]*/, '')
    .replaceAll(/\[(\d+)\]/g, '/$1')
    .replaceAll(/~(?![01])/g, '~0')
    .replaceAll('.', '/')}`;
}

/** The same place where all names are those that a body is stored under. */
export function normalisePointer({ steps }: Pointer, normalise: (value: unknown) => unknown): Pointer {
  const names = steps.map((step) => {
    const named = {};
    setOwn(named, step, true);
    return Object.keys(normalise(named) as object)[0] ?? step;
  });
  return { text: names.reduce(below, ''), steps: names };
}

/** Whether a JSON value has anything at a place, null too. */
export function hasAt(value: unknown, steps: readonly string[]): boolean {
  return findAt(value, steps) !== undefined;
}

/** What a JSON value has at a place; undefined where it has nothing. */
export function findAt(value: unknown, steps: readonly string[]): unknown {
  let at = value;
  for (const step of steps) {
    if (isObject(at)) at = getOwn(at, step);
    else if (Array.isArray(at)) at = INDEX.test(step) ? at[Number(step)] : undefined;
    else return undefined;
  }
  return at;
}

const INDEX = /^(?:0|[1-9]\d{0,8})$/;
