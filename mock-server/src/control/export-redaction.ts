import { maskKey } from '../engine/account.ts';
import { findCredentials, LONG_KEY, LONGEST_SOUGHT, type ReadBase } from '../engine/credentials.ts';
import { toBase64Source, toLatin1 } from './base64-pattern.ts';

/** Hides the credentials of one exchange in what is exported of it. */
export type Redaction = {
  /** In a body, or in any text that may quote one. */
  text(text: string): string;
  /** In bytes that are no text, given and returned as Base64. */
  base64(encoded: string): string;
  /** In all texts of a JSON value, names of attributes included. */
  json(value: unknown): unknown;
};

const SCHEME = '(?:Push|Basic)';
const KEY_NAME = '(?:(?:push|api|auth|access|secret)[_-]?)?(?:key|token)|authorization';

/**
 * A key of twelve characters or more is hidden wherever it stands, as it is or as JSON, a form or Basic credentials write
 * it; `respell` says how it is stored where it is a name. A shorter one is hidden only where it stands as a key: as the
 * whole value of an attribute named for one, or behind `Push` or `Basic`.
 */
export function createRedaction(
  rawHeaders: readonly string[],
  respell: (key: string) => string = (key) => key,
  readBase: ReadBase = () => null,
): Redaction {
  const secrets = secretsIn(rawHeaders, readBase);
  const keys = [...secrets.keys()];
  const replacements = [...secrets].flatMap(([key, masked]) =>
    key.length < LONG_KEY ? toShort(key) : toLong(key, respell(key), masked),
  );
  const hide = (given: string): string =>
    replacements.reduce((rest, { pattern, replace }) => rest.replaceAll(pattern, replace), given);
  const text = (given: string): string => {
    if (replacements.length === 0) return given;
    const plain = unescapeLetters(given);
    const hidden = hide(plain);
    // Escapes that hide nothing stay as they were sent.
    return plain === given || hidden !== plain ? hidden : given;
  };

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

/** What the exchange presented, and what is shown in its place; the longest first. */
function secretsIn(rawHeaders: readonly string[], readBase: ReadBase): ReadonlyMap<string, string> {
  // One may hold another.
  const found = findCredentials(rawHeaders, readBase).sort(
    (one, other) => other.text.length - one.text.length,
  );
  return new Map(found.map(({ text, showsEnd }) => [text, showsEnd ? maskKey(text) : HIDDEN]));
}

function toLong(whole: string, respeltWhole: string, masked: string): Replacement[] {
  const key = whole.slice(0, LONGEST_SOUGHT);
  const respelt = respeltWhole.slice(0, LONGEST_SOUGHT);
  const rest = whole.length > LONGEST_SOUGHT ? '[^\\s"\\\\]*' : '';
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
      pattern: new RegExp(`(?:${literals.join('|')})${rest}`, 'g'),
      // As a function, so that a key with a dollar sign is no pattern of a replacement.
      replace: (found) => byWritten.get(found) ?? HIDDEN,
    },
    {
      pattern: new RegExp(toBase64Source(key), 'g'),
      replace: () => HIDDEN,
    },
  ];
}

function toShort(key: string): Replacement[] {
  const written = [...new Set([key, JSON.stringify(key).slice(1, -1)])];
  const literal = written.map(escapePattern).join('|');
  const value = `(?:${SCHEME}[ \\t]{1,9})?(?:${literal})`;
  const places = [
    // `"push_key": "KEY"`, perhaps as JSON inside of JSON.
    `(?<=\\\\?"(?:${KEY_NAME})\\\\?"\\s{0,9}:\\s{0,9}\\\\?")${value}(?=\\\\?")`,
    `(?<=\\\\?"${SCHEME}[ \\t]{1,9})(?:${literal})(?=\\\\?")`,
    `(?<=^${SCHEME}[ \\t]{1,9})(?:${literal})$`,
    `(?<=(?:^|[?&\\s])(?:${KEY_NAME})=)${value}(?=$|[&\\s#])`,
  ];
  return places.map((place) => ({
    pattern: new RegExp(place, 'gi'),
    // Only the words around a key may be in capitals or not.
    replace: (found) => (written.some((each) => found.endsWith(each)) ? HIDDEN : found),
  }));
}

/** JSON may write any character as an escape; those that it need not are taken back. */
function unescapeLetters(text: string): string {
  if (!text.includes('\\u00')) return text;
  return text.replaceAll(/\\(?:\\|u00([2-7][0-9a-f]))/gi, (all: string, code: string | undefined) => {
    const character = code === undefined ? all : String.fromCharCode(Number.parseInt(code, 16));
    return character === '"' || character === '\\' || character === '\x7f' ? all : character;
  });
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
