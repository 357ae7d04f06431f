import { below } from './json.ts';

/** Data of the sender's own, in which numbers stay numbers. */
const FREE: readonly string[] = ['properties', 'traits'];

/** Even larger numbers are not written so, and are received as they are. */
const DIGITS = /^-?\d+$/;

/** What is wrong with a whole number that had more digits than numbers keep. */
export const LOST_DIGITS =
  'A number keeps no more than 15 digits for certain, and what is received keeps all of them, as text: send it as text.';

/** A JSON Pointer to a whole number that may have lost digits, outside of data of the sender's own; null when there is none. */
export function findLostDigits(value: unknown, pointer: string): string | null {
  if (typeof value === 'number')
    return !Number.isSafeInteger(value) && DIGITS.test(String(value)) ? pointer : null;
  if (typeof value !== 'object' || value === null) return null;
  for (const [name, inner] of Object.entries(value)) {
    const found = FREE.includes(name) ? null : findLostDigits(inner, below(pointer, name));
    if (found !== null) return found;
  }
  return null;
}
