import { maskKey } from './account.ts';

/** Shorter ones occur inside of other words by chance. */
const LONG_KEY = 12;

/**
 * Hides the credentials of an exchange's own Authorization header wherever else its sender put them, percent-encoded too.
 * Short ones are hidden only where they are a word of their own.
 */
export function createKeyMask(rawHeaders: readonly string[]): (text: string) => string {
  const patterns = credentialsIn(rawHeaders).flatMap((key) =>
    [...new Set([key, encodeURIComponent(key.toWellFormed())])].map((written) => ({
      pattern: patternOf(written),
      masked: maskKey(key),
    })),
  );
  return (text) =>
    // As a function, so that a key with a dollar sign is no pattern of a replacement.
    patterns.reduce((rest, { pattern, masked }) => rest.replaceAll(pattern, () => masked), text);
}

/** What follows the scheme; all of it where there is no scheme. */
function credentialsIn(rawHeaders: readonly string[]): string[] {
  const found: string[] = [];
  for (let at = 0; at + 1 < rawHeaders.length; at += 2) {
    if (rawHeaders[at]?.toLowerCase() !== 'authorization') continue;
    const value = (rawHeaders[at + 1] ?? '').trim();
    const credentials = value.slice(value.search(/[ \t]/) + 1).trim();
    if (credentials !== '') found.push(credentials);
  }
  return found;
}

function patternOf(key: string): RegExp {
  const literal = key.replaceAll(/[.*+?^${}()|[\]\\/-]/g, '\\$&');
  return new RegExp(key.length < LONG_KEY ? `(?<![A-Za-z0-9])${literal}(?![A-Za-z0-9])` : literal, 'g');
}
