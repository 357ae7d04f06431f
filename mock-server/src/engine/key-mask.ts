import { maskKey } from './account.ts';
import {
  type Credential,
  findCredentials,
  guessBase,
  LONG_KEY,
  LONGEST_SOUGHT,
  type ReadBase,
} from './credentials.ts';

/**
 * Hides the credentials of an exchange's own Authorization header wherever else its sender put them, percent-encoded and
 * in JSON too. Short ones are hidden only where they are a word of their own.
 */
export function createKeyMask(
  rawHeaders: readonly string[],
  readBase: ReadBase = guessBase,
): (text: string) => string {
  return createMask(findCredentials(rawHeaders, readBase));
}

/** The same for sentences, in which a short key such as `a` may be a word by chance: only long ones are hidden. */
export function createProseMask(
  rawHeaders: readonly string[],
  readBase: ReadBase = guessBase,
): (text: string) => string {
  return createMask(findCredentials(rawHeaders, readBase).filter(({ text }) => text.length >= LONG_KEY));
}

function createMask(credentials: readonly Credential[]): (text: string) => string {
  // One may hold another.
  const longestFirst = credentials.toSorted((one, other) => other.text.length - one.text.length);
  const patterns = longestFirst.flatMap(({ text: key, showsEnd }) =>
    [...waysOf(key.slice(0, LONGEST_SOUGHT))].map((written) => ({
      pattern: patternOf(key, written),
      masked: maskKey(showsEnd ? key : ''),
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
