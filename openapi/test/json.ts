/** A JSON value as `JSON.parse` would give it: own `__proto__` keys stay own, and there is no negative zero. */
export const asRead = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Sets an own attribute whatever its name is; plain assignment takes `__proto__` for the prototype. */
export function setOwn(target: object, name: string, value: unknown): void {
  Object.defineProperty(target, name, { value, writable: true, enumerable: true, configurable: true });
}

/** Lists in lists, or objects in objects, so many levels deep. */
export function nested(levels: number, wrap: (inner: unknown) => unknown): unknown {
  let value: unknown = 'innermost';
  for (let level = 0; level < levels; level += 1) value = wrap(value);
  return value;
}
