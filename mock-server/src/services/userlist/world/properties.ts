import { below, getOwn, isObject, isSame, type JsonObject, setOwn } from '../json.ts';
import type { Edit } from './edits.ts';

/**
 * Merges custom properties into those that are stored: objects at every depth, lists as a whole, null removes.
 * The source belongs to the store afterwards. [documented] that null removes; [assumed] the depth.
 */
export function mergeProperties(target: JsonObject, source: JsonObject, pointer: string, edits: Edit[]): void {
  for (const name in source) {
    const sent = source[name];
    const stored = getOwn(target, name);
    if (sent === stored) continue;
    if (sent === null) {
      if (stored === undefined) continue;
      edits.push({ pointer: below(pointer, name), before: stored });
      delete target[name];
    } else if (isObject(sent) && isObject(stored)) {
      mergeProperties(stored, sent, below(pointer, name), edits);
    } else if (!isSame(stored, sent)) {
      edits.push({ pointer: below(pointer, name), before: stored });
      setOwn(target, name, withoutNulls(sent));
    }
  }
}

/** Takes nulls out of the properties of a new record, at every depth of objects, in place. */
export function withoutNulls(value: unknown): unknown {
  if (!isObject(value)) return value;
  for (const name in value) {
    const inner = value[name];
    if (inner === null) delete value[name];
    else if (typeof inner === 'object') withoutNulls(inner);
  }
  return value;
}
