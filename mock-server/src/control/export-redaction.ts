import { maskKey } from '../engine/account.ts';

/** Hides the credentials of one exchange in what is exported of it. */
export type Redaction = {
  /** In a body, or in any text that may quote one. */
  text(text: string): string;
  /** In bytes that are no text, given and returned as Base64. */
  base64(encoded: string): string;
  /** In all texts of a JSON value, names of attributes included. */
  json(value: unknown): unknown;
};

/** Shorter keys occur in words and ids by chance; a real one is longer. */
const LONG_KEY = 12;
const KEY_NAME = '(?:(?:push|api|auth|access|secret)[_-]?)?(?:key|token)|authorization';

/**
 * A key of twelve characters or more is hidden wherever it stands, as it is or as JSON, a form or Basic credentials write
 * it; `respell` says how it is stored where it is a name. A shorter one is hidden only where it stands as a key: as the
 * whole value of an attribute named for one, or behind `Push`.
 */
export function createRedaction(
  rawHeaders: readonly string[],
  respell: (key: string) => string = (key) => key,
): Redaction {
  const secrets = secretsIn(rawHeaders);
  const keys = [...secrets.keys()];
  const replacements = [...secrets].flatMap(([key, masked]) =>
    key.length < LONG_KEY ? toShort(key) : toLong(key, respell(key), masked),
  );
  const text = (given: string): string =>
    replacements.reduce((rest, { pattern, replace }) => rest.replaceAll(pattern, replace), given);

  const json = (value: unknown): unknown => {
    if (typeof value === 'string') return text(value);
    if (Array.isArray(value)) return value.map(json);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([name, inner]) => [text(name), isNamed(name, inner) ? HIDDEN : json(inner)]),
    );
  };
  const isNamed = (name: string, value: unknown): boolean =>
    typeof value === 'string' && keys.includes(value) && new RegExp(`^(?:${KEY_NAME})$`, 'i').test(name);

  return {
    text,
    json: keys.length === 0 ? (value) => value : json,
    base64: (encoded) => (keys.length === 0 ? encoded : btoa(toLatin1(text(atob(encoded))))),
  };
}

type Replacement = { readonly pattern: RegExp; readonly replace: (found: string) => string };

const HIDDEN = maskKey('');
const NO_LATIN1 = /[\u0100-\uffff]+/g;

/** Every credential of an Authorization header, the parts of Basic ones too, and what is shown in its place; the longest first. */
function secretsIn(rawHeaders: readonly string[]): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (let at = 0; at + 1 < rawHeaders.length; at += 2) {
    if (rawHeaders[at]?.toLowerCase() !== 'authorization') continue;
    const value = (rawHeaders[at + 1] ?? '').trim();
    const credentials = value.slice(value.search(/[ \t]/) + 1).trim();
    const isBasic = /^basic[ \t]/i.test(value);
    // The last characters of Basic credentials are those of a password.
    found.set(credentials, isBasic ? HIDDEN : maskKey(credentials));
    if (isBasic) for (const part of decodeBasic(credentials)) found.set(part, maskKey(part));
  }
  found.delete('');
  // One may hold another.
  return new Map([...found].sort(([one], [other]) => other.length - one.length));
}

function decodeBasic(credentials: string): string[] {
  try {
    return atob(credentials).split(':');
  } catch {
    return [];
  }
}

function toLong(key: string, respelt: string, masked: string): Replacement[] {
  const inJson = JSON.stringify(key).slice(1, -1);
  const inUrl = encodeURIComponent(key.toWellFormed());
  const inForm = new URLSearchParams([['', key.toWellFormed()]]).toString().slice(1);
  const ways: readonly (readonly [written: string, masked: string])[] = [
    [key, masked],
    [toUtf8(key), masked],
    [inJson, JSON.stringify(masked).slice(1, -1)],
    [inJson.replaceAll('/', '\\/'), JSON.stringify(masked).slice(1, -1)],
    [inJson.replaceAll(/[<>&'+]/g, escapeUnicode), JSON.stringify(masked).slice(1, -1)],
    [inUrl, HIDDEN],
    ...(respelt.length < LONG_KEY ? [] : [[respelt, HIDDEN] as const]),
    [inForm, HIDDEN],
    [inForm.replaceAll(/%[0-9A-F]{2}/g, toLowerCase), HIDDEN],
    [inUrl.replaceAll(/[!'()*]/g, escapePercent), HIDDEN],
    [inUrl.replaceAll(/%[0-9A-F]{2}/g, toLowerCase), HIDDEN],
  ];
  const byWritten = new Map(ways.toReversed());
  const literals = [...byWritten.keys()].sort((one, other) => other.length - one.length).map(escapePattern);
  return [
    {
      pattern: new RegExp(literals.join('|'), 'g'),
      // As a function, so that a key with a dollar sign is no pattern of a replacement.
      replace: (found) => byWritten.get(found) ?? HIDDEN,
    },
    {
      pattern: new RegExp(`${escapePattern(toBase64Start(key))}[A-Za-z0-9+/_-]*={0,2}`, 'g'),
      replace: () => HIDDEN,
    },
  ];
}

function toShort(key: string): Replacement[] {
  const written = [...new Set([key, JSON.stringify(key).slice(1, -1)])];
  const literal = written.map(escapePattern).join('|');
  const value = `(?:Push[ \\t]{1,9})?(?:${literal})`;
  const places = [
    // `"push_key": "KEY"`, perhaps as JSON inside of JSON.
    `(?<=\\\\?"(?:${KEY_NAME})\\\\?"\\s{0,9}:\\s{0,9}\\\\?")${value}(?=\\\\?")`,
    `(?<=\\\\?"Push[ \\t]{1,9})(?:${literal})(?=\\\\?")`,
    `(?<=^Push[ \\t]{1,9})(?:${literal})$`,
    `(?<=(?:^|[?&\\s])(?:${KEY_NAME})=)${value}(?=$|[&\\s#])`,
  ];
  return places.map((place) => ({
    pattern: new RegExp(place, 'gi'),
    // Only the words around a key may be in capitals or not.
    replace: (found) => (written.some((each) => found.endsWith(each)) ? HIDDEN : found),
  }));
}

/** What the Base64 of a text begins with when the text begins with the key, whatever follows. */
function toBase64Start(key: string): string {
  const bytes = toLatin1(key);
  return btoa(bytes.slice(0, bytes.length - (bytes.length % 3)));
}

/** Header values come as Latin-1 even when their sender wrote UTF-8. */
function toUtf8(key: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(
      Uint8Array.from(key, (each) => each.charCodeAt(0)),
    );
  } catch {
    return key;
  }
}

/** Text of which every character is a byte; the mask, which is none, becomes UTF-8. */
function toLatin1(text: string): string {
  return text.replaceAll(NO_LATIN1, toByteText);
}

function toByteText(characters: string): string {
  return String.fromCharCode(...new TextEncoder().encode(characters));
}

function escapePattern(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\/-]/g, '\\$&');
}

function escapeUnicode(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

function escapePercent(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
}

function toLowerCase(text: string): string {
  return text.toLowerCase();
}
