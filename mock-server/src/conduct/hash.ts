import { isObject } from '../engine/json.ts';

/** A number that is the same for JSON values that are equal, the order of attributes apart, and rarely for others. */
export function hashOf(value: unknown): number {
  if (typeof value === 'string') return hashText(value, 1);
  if (Array.isArray(value)) return value.reduce<number>((hash, entry) => mix(hash, hashOf(entry)), 2);
  if (!isObject(value)) return hashText(String(value), 3);
  let sum = 4;
  // Added up, so that the order makes no difference.
  for (const [name, inner] of Object.entries(value)) sum = (sum + mix(hashText(name, 5), hashOf(inner))) | 0;
  return sum;
}

function hashText(text: string, seed: number): number {
  let hash = seed;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return mix(hash, text.length);
}

function mix(one: number, other: number): number {
  const mixed = Math.imul(one ^ Math.imul(other, 0x85ebca6b), 0xc2b2ae35);
  return mixed ^ (mixed >>> 15);
}
