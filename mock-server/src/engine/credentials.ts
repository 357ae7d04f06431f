import { decodeHeaderText } from './header-text.ts';

/** A key before the ending by which it asks for a treatment; null for an ordinary one. */
export type ReadBase = (key: string) => { readonly base: string } | null;

/** Shorter ones occur inside of other words by chance; a real one is longer. */
export const LONG_KEY = 12;

/** So many of an exchange are looked for; each costs a search of all that is shown of it. */
export const MOST_CREDENTIALS = 12;

/** So much of one is looked for; what follows it goes with it. */
export const LONGEST_SOUGHT = 256;

const MOST_WRAPPINGS = 4;
const WRAPPINGS = [/^"(.*)"$/s, /^'(.*)'$/s, /^[A-Za-z]+[ \t]+(.*)$/s, /^[A-Za-z_-]{1,20}=[ \t]*(.*)$/s];

export type Credential = {
  readonly text: string;
  /** Whether it may be shown masked, with its last characters; those of Basic credentials are a password's. */
  readonly showsEnd: boolean;
};

/**
 * What the Authorization headers of an exchange present: what follows the scheme, or all of it without one; what is left
 * of that without quotes, a name or a second scheme; keys without their endings; name and password of Basic ones. The
 * first twelve.
 */
export function findCredentials(rawHeaders: readonly string[], readBase: ReadBase): Credential[] {
  const found = new Map<string, Credential>();
  const add = (text: string, showsEnd = true): void => {
    if (text !== '' && found.size < MOST_CREDENTIALS && !found.has(text)) found.set(text, { text, showsEnd });
  };
  for (let at = 0; at + 1 < rawHeaders.length && found.size < MOST_CREDENTIALS; at += 2) {
    if (rawHeaders[at]?.toLowerCase() !== 'authorization') continue;
    const value = (rawHeaders[at + 1] ?? '').trim();
    const credentials = value.slice(value.search(/[ \t]/) + 1).trim();
    const isBasic = /^basic[ \t]/i.test(value);
    add(credentials, !isBasic);
    const parts = isBasic ? decodeBasic(credentials) : [];
    for (const part of parts) add(part);
    for (const key of [...unwrap(credentials), ...parts]) {
      if (key !== credentials) add(key);
      const text = decodeHeaderText(key);
      if (text !== key) add(text, key !== credentials || !isBasic);
      let base = readBase(text)?.base;
      for (let count = 0; base !== undefined && count < MOST_WRAPPINGS; count += 1) {
        add(base);
        base = readBase(base)?.base;
      }
    }
  }
  return [...found.values()];
}

/**
 * The part of a long key before its last sign that is none of a word, where nobody can say what an ending is. What is
 * left must be long too.
 */
export function guessBase(key: string): { readonly base: string } | null {
  const [, base = ''] = /^(.*)[^\w.~-]/s.exec(key.slice(0, LONGEST_SOUGHT)) ?? [];
  return base.length < LONG_KEY ? null : { base };
}

/** The credentials, and what is long of them inside of quotes, behind a name or a second scheme. */
function unwrap(credentials: string): string[] {
  const all = [credentials];
  let inner = credentials;
  for (let count = 0; count < MOST_WRAPPINGS; count += 1) {
    const unwrapped = WRAPPINGS.map((wrapping) => wrapping.exec(inner)?.[1]?.trim()).find(isLong);
    if (unwrapped === undefined) return all;
    inner = unwrapped;
    all.push(inner);
  }
  return all;
}

function isLong(text: string | undefined): text is string {
  return text !== undefined && text.length >= LONG_KEY;
}

/** A name, a password, and for those who have a colon in theirs the pieces of it. */
function decodeBasic(credentials: string): string[] {
  try {
    const decoded = atob(credentials);
    const colon = decoded.indexOf(':');
    if (colon === -1) return [decoded];
    return [decoded.slice(0, colon), decoded.slice(colon + 1), ...decoded.split(':', MOST_CREDENTIALS)];
  } catch {
    return [];
  }
}
