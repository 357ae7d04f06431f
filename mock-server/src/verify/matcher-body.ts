import { below, isObject } from '../engine/json.ts';
import { UsageError } from '../engine/usage-error.ts';

/**
 * The body of a matcher as it would go over the wire: dates as texts, nothing where a value is undefined. Throws a
 * UsageError on what no body can hold: JSON would make an empty object of it, which matches anything.
 */
export function readMatcherBody(body: unknown): Record<string, unknown> {
  if (!isObject(body)) throw toWrong('an object with what a body has to hold');
  let text: string;
  try {
    text = JSON.stringify(body);
  } catch {
    throw toWrong('made of JSON values only; it has a BigInt, or holds itself');
  }
  expectJson(body, '/body');
  return JSON.parse(text) as Record<string, unknown>;
}

/** A pattern, or a matcher of a test runner, would be compared as the empty object that JSON makes of it. */
function expectJson(value: unknown, path: string): void {
  if (typeof value === 'function' || typeof value === 'symbol')
    throw new UsageError(`The matcher has a ${typeof value} at ${path}; it can hold JSON values only.`);
  if (typeof value === 'number' && !Number.isFinite(value))
    throw new UsageError(`The matcher has ${value} at ${path}, which no body can hold.`);
  if (typeof value !== 'object' || value === null || 'toJSON' in value) return;
  if (!Array.isArray(value) && !isPlain(value)) {
    const kind = value.constructor?.name ?? 'object of a class';
    throw new UsageError(
      `The matcher has a ${kind} at ${path}; it can hold JSON values only. For "any value" give the place in has.`,
    );
  }
  for (const [name, inner] of Object.entries(value)) expectJson(inner, below(path, name));
}

function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  // An object of another realm, as test runners have them, has another Object.prototype.
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

function toWrong(right: string): UsageError {
  return new UsageError(`The body of a matcher is ${right}.`);
}
