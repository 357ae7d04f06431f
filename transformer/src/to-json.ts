import { isJsonObject, type Json, type JsonObject } from './json.ts';
import { nestingLevels } from './push-contract.ts';
import { toShort, Unusable } from './unusable.ts';

/** More values than any body within the size limit can hold; a structure that keeps referring to itself stops here. */
const mostValues = 1_000_000;

type Walk = { readonly ancestors: Set<object>; values: number };

/**
 * Copies the object found at a path of the message, the way JSON would write it; anything but an object is no entries.
 *
 * `level` is the nesting level it will have in the body. What JSON would quietly turn into null is refused instead,
 * since null removes a property at Userlist.
 */
export function toJsonObject(value: unknown, path: string, level: number): JsonObject {
  const copied = copy(value, path, level, { ancestors: new Set(), values: 0 });
  return isJsonObject(copied) ? copied : {};
}

function copy(given: unknown, path: string, level: number, walk: Walk): Json | undefined {
  walk.values += 1;
  if (walk.values > mostValues) {
    throw new Unusable(`${at(path)} makes more than ${mostValues} values: send only what Userlist needs.`);
  }
  const value = serialised(given, path);
  switch (typeof value) {
    case 'string':
    case 'boolean':
      return value;
    case 'number':
      return finite(value, path);
    case 'bigint':
      throw new Unusable(`${at(path)} is a bigint, which JSON cannot hold: send it as text.`);
    case 'object':
      return value === null ? null : copyObject(value, path, level, walk);
    default:
      return undefined;
  }
}

function copyObject(value: object, path: string, level: number, walk: Walk): Json {
  if (walk.ancestors.has(value)) {
    throw new Unusable(
      `${at(path)} contains itself, which JSON cannot hold: send plain data without cycles.`,
    );
  }
  if (level > nestingLevels) {
    throw new Unusable(`${at(path)} is nested deeper than ${nestingLevels} levels: send flatter data.`);
  }
  walk.ancestors.add(value);
  const copied = Array.isArray(value)
    ? copyList(value, path, level, walk)
    : copyEntries(value, path, level, walk);
  walk.ancestors.delete(value);
  return copied;
}

function copyList(list: readonly unknown[], path: string, level: number, walk: Walk): Json[] {
  const copied: Json[] = [];
  for (let index = 0; index < list.length; index += 1) {
    // A gap becomes null, as in JSON: leaving it out would move the entries behind it.
    copied.push(copy(list[index], `${path}[${index}]`, level + 1, walk) ?? null);
  }
  return copied;
}

function copyEntries(object: object, path: string, level: number, walk: Walk): JsonObject {
  const entries: [string, Json][] = [];
  for (const [key, value] of Object.entries(object)) {
    const copied = copy(value, `${path}${step(key)}`, level + 1, walk);
    if (copied !== undefined) entries.push([key, copied]);
  }
  return Object.fromEntries(entries);
}

/** Lets a Date and other values that know their JSON form say it. */
function serialised(value: unknown, path: string): unknown {
  if (typeof value !== 'object' || value === null || !('toJSON' in value)) return value;
  if (typeof value.toJSON !== 'function') return value;
  const said: unknown = value.toJSON();
  if (said === null) {
    throw new Unusable(
      `${at(path)} is an invalid date, and null would remove it: send a valid one, or leave it out.`,
    );
  }
  return said;
}

function finite(value: number, path: string): number {
  // JSON has no minus zero, and a request should read the same before and after it travelled.
  if (Number.isFinite(value)) return value === 0 ? 0 : value;
  throw new Unusable(
    `${at(path)} is ${value}, which JSON turns into null, and null would remove it: send a number, or leave it out.`,
  );
}

function step(key: string): string {
  return /^[A-Za-z_$][\w$]*$/.test(key) ? `.${toShort(key)}` : `[${JSON.stringify(toShort(key))}]`;
}

function at(path: string): string {
  return toShort(path, 200);
}
