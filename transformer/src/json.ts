/** A value JSON can hold. */
export type Json = string | number | boolean | null | Json[] | JsonObject;

/** An object JSON can hold. */
export type JsonObject = { [key: string]: Json };

/** Tells whether a JSON value is an object, neither a list nor null. */
export function isJsonObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Returns a copy of an object without the named keys, the others in the order they had. */
export function omitKeys(object: JsonObject, keys: readonly string[]): JsonObject {
  // Object.fromEntries defines its keys; assigning "__proto__" would replace the prototype instead.
  return Object.fromEntries(Object.entries(object).filter(([key]) => !keys.includes(key)));
}

/** Tells whether an object has no keys. */
export function isEmpty(object: JsonObject): boolean {
  return Object.keys(object).length === 0;
}
