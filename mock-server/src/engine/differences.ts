import { below, getOwn, isObject } from './json.ts';

/** A place where a value is not what was expected there; `actual` is absent where it has nothing. */
export type Difference = { readonly path: string; readonly expected: unknown; readonly actual?: unknown };

/**
 * Where a JSON value does not hold at least what is expected: objects attribute by attribute, lists entry by entry and
 * of the same length, all else equal. Empty when it does.
 */
export function differencesOf(expected: unknown, actual: unknown, pointer: string): Difference[] {
  if (actual === undefined) return [{ path: pointer, expected }];
  if (isObject(expected) && isObject(actual)) {
    return Object.keys(expected).flatMap((name) =>
      differencesOf(expected[name], getOwn(actual, name), below(pointer, name)),
    );
  }
  if (Array.isArray(expected) && Array.isArray(actual) && expected.length === actual.length) {
    return expected.flatMap((entry, index) => differencesOf(entry, actual[index], below(pointer, index)));
  }
  return expected === actual ? [] : [{ path: pointer, expected, actual }];
}

/** Whether a JSON value holds at least what is expected: the same question, left at the first difference. */
export function holds(expected: unknown, actual: unknown): boolean {
  if (actual === undefined) return false;
  if (isObject(expected) && isObject(actual)) {
    return Object.keys(expected).every((name) => holds(expected[name], getOwn(actual, name)));
  }
  if (Array.isArray(expected) && Array.isArray(actual)) {
    return expected.length === actual.length && expected.every((entry, index) => holds(entry, actual[index]));
  }
  return expected === actual;
}
