import type { components } from '@understudy/openapi/control/types';
import { below, isObject } from '../engine/json.ts';

export type Difference = components['schemas']['Difference'];

/**
 * Where a JSON value does not hold at least what is expected: objects attribute by attribute, lists entry by entry and
 * of the same length, all else equal. Empty when it does.
 */
export function differencesOf(expected: unknown, actual: unknown, pointer: string): Difference[] {
  if (actual === undefined) return [{ path: pointer, expected }];
  if (isObject(expected) && isObject(actual)) {
    return Object.keys(expected).flatMap((name) =>
      differencesOf(
        expected[name],
        Object.hasOwn(actual, name) ? actual[name] : undefined,
        below(pointer, name),
      ),
    );
  }
  if (Array.isArray(expected) && Array.isArray(actual) && expected.length === actual.length) {
    return expected.flatMap((entry, index) => differencesOf(entry, actual[index], below(pointer, index)));
  }
  return expected === actual ? [] : [{ path: pointer, expected, actual }];
}
