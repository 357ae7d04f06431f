import { below, getOwn, isObject, isSame, type JsonObject, setOwn } from '../../../engine/json.ts';
import type { Edit } from './edits.ts';

/** Where the properties being merged sit, from the inside out: written as a pointer only where something changes. */
type Place = { readonly parent: Place | null; readonly name: string };

const ROOT: Place = { parent: null, name: 'properties' };

/**
 * Merges custom properties into those that are stored: objects at every depth, lists as a whole, null removes.
 * The source belongs to the store afterwards. [documented] that null removes; [assumed] the depth.
 */
export function mergeProperties(target: JsonObject, source: JsonObject, edits: Edit[]): void {
  mergeAt(ROOT, target, source, edits);
}

function mergeAt(place: Place, target: JsonObject, source: JsonObject, edits: Edit[]): void {
  for (const name in source) {
    const sent = source[name];
    const stored = read(target, name);
    if (sent === stored) continue;
    if (sent === null) {
      if (stored === undefined) continue;
      edits.push({ pointer: toPointer({ parent: place, name }), before: stored });
      delete target[name];
    } else if (isObject(sent) && isObject(stored)) {
      mergeAt({ parent: place, name }, stored, sent, edits);
    } else if (!isSame(stored, sent)) {
      edits.push({ pointer: toPointer({ parent: place, name }), before: stored });
      setOwn(target, name, withoutNulls(sent));
    }
  }
}

/** Nothing stored is a function: what looks like one is inherited. Asking for own attributes alone costs a second look-up. */
function read(target: JsonObject, name: string): unknown {
  if (name === '__proto__') return getOwn(target, name);
  const value = target[name];
  return typeof value === 'function' ? undefined : value;
}

function toPointer(place: Place): string {
  return below(place.parent === null ? '' : toPointer(place.parent), place.name);
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
