import { maskKey } from './account.ts';
import { findCredentials, guessBase, LONG_KEY, LONGEST_SOUGHT, type ReadBase } from './credentials.ts';

/**
 * Hides the credentials of an exchange's own Authorization header wherever else its sender put them, percent-encoded and
 * in JSON too. Short ones are hidden only where they are a word of their own.
 */
export function createKeyMask(
  rawHeaders: readonly string[],
  readBase: ReadBase = guessBase,
): (text: string) => string {
  return createMask(findCredentials(rawHeaders, readBase).map(({ text }) => text));
}

/** The same for sentences, in which a short key such as `a` may be a word by chance: only long ones are hidden. */
export function createProseMask(
  rawHeaders: readonly string[],
  readBase: ReadBase = guessBase,
): (text: string) => string {
  const keys = findCredentials(rawHeaders, readBase).map(({ text }) => text);
  return createMask(keys.filter((key) => key.length >= LONG_KEY));
}

function createMask(keys: readonly string[]): (text: string) => string {
  // One may hold another.
  const longestFirst = keys.toSorted((one, other) => other.length - one.length);
  const patterns = longestFirst.flatMap((key) =>
    [...waysOf(key.slice(0, LONGEST_SOUGHT))].map((written) => ({
      pattern: patternOf(key, written),
      masked: maskKey(key),
    })),
  );
  return (text) =>
    // As a function, so that a key with a dollar sign is no pattern of a replacement.
    patterns.reduce((rest, { pattern, masked }) => rest.replaceAll(pattern, () => masked), text);
}

function waysOf(key: string): ReadonlySet<string> {
  return new Set([key, encodeURIComponent(key.toWellFormed()), JSON.stringify(key).slice(1, -1)]);
}

function patternOf(key: string, written: string): RegExp {
  const literal = written.replaceAll(/[.*+?^${}()|[\]\\/-]/g, '\\$&');
  if (key.length < LONG_KEY) return new RegExp(`(?<![A-Za-z0-9])${literal}(?![A-Za-z0-9])`, 'g');
  return new RegExp(key.length > LONGEST_SOUGHT ? `${literal}[^\\s"\\\\]*` : literal, 'g');
}
