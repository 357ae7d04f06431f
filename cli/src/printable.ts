// Controls of both sets, and the marks that turn the direction of text or break a line.
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const UNPRINTABLE = /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g;

/** Text that a terminal can only print: what would move its cursor, colour it or turn it round becomes `\u001b`. */
export function toPrintable(text: string): string {
  return text.replace(UNPRINTABLE, toEscape).toWellFormed();
}

/** A value as one line of JSON that is safe to print, and equal when parsed. */
export function toPrintableJson(value: unknown): string {
  // JSON leaves everything above U+001F as it is.
  return JSON.stringify(value).replace(UNPRINTABLE, toEscape);
}

function toEscape(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
