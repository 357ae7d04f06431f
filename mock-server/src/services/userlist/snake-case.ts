import { toAsciiLetters } from './transliteration.ts';

/**
 * Turns a key or an event name into snake_case; the result is empty when nothing of it is left (emoji, Japanese).
 *
 * Words are split where ActiveSupport's `underscore` splits them, which looks at ASCII letters only: before a capital
 * after a small letter or a digit, and before the last capital of a run when a small letter follows. Latin letters
 * become ASCII, every run of other characters one `_`, none at the ends.
 * `[documented]` that keys and event names become snake_case, `[observed]` for `Project created` and `projectName`,
 * `[assumed]` for the exact rule. Reads every character once.
 */
export function toSnakeCase(text: string): string {
  let name = '';
  let atWordStart = false;
  let next = 0;
  for (const character of text) {
    const before = text.charCodeAt(next - 1);
    const code = text.charCodeAt(next);
    next += character.length;
    if (isCapital(code) && startsWord(before, text.charCodeAt(next))) atWordStart = true;

    const written = toNameCharacters(character, code);
    if (written === null) {
      atWordStart = true;
    } else if (written !== '') {
      name += atWordStart && name !== '' ? `_${written}` : written;
      atWordStart = false;
    }
  }
  return name;
}

/** Says whether a capital between these two code units begins a word; a missing neighbour is NaN and matches nothing. */
function startsWord(before: number, after: number): boolean {
  return isSmallOrDigit(before) || (isCapital(before) && isSmall(after));
}

function toNameCharacters(character: string, code: number): string | null {
  if (isSmallOrDigit(code)) return character;
  if (isCapital(code)) return String.fromCharCode(code + 32);
  return code < 0x80 ? null : toAsciiLetters(character);
}

function isSmallOrDigit(code: number): boolean {
  return isSmall(code) || (code >= 0x30 && code <= 0x39);
}

function isSmall(code: number): boolean {
  return code >= 0x61 && code <= 0x7a;
}

function isCapital(code: number): boolean {
  return code >= 0x41 && code <= 0x5a;
}
