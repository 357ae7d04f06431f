const ADDRESS = /^[^@\s\p{Cc}]+@[^@\s\p{Cc}]+$/u;

/** Words and quoted strings; every alternative begins with another character, so nothing is ever read twice. */
const DISPLAY_NAME = /^(?:[^"<>,;\p{Cc}]|"(?:[^"\\\p{Cc}]|\\\P{Cc})*")*$/u;

/**
 * Says whether the text is an email address: characters, one `@`, characters, no blanks or control characters.
 *
 * `[assumed]`: the real service may ask for more. Unicode is allowed on both sides.
 */
export function isAddress(text: string): boolean {
  return ADDRESS.test(text);
}

/**
 * Says whether the text is an address a message takes: an address, `<address>`, or a name and `<address>`.
 *
 * The name may hold anything but control characters, `<`, `>`, `,` and `;`; between double quotes it may hold those
 * too, with `\` before a quote. So `Lovelace, Ada <ada@example.com>`, which mail software reads as two addresses, is
 * refused, and `"Lovelace, Ada" <ada@example.com>` is not. One address only; blanks around the whole are refused.
 * `[observed]` for names, which applications send; `[assumed]` that they are accepted, and for the exact form.
 */
export function isMailbox(text: string): boolean {
  if (isAddress(text)) return true;
  const opening = text.lastIndexOf('<');
  if (opening === -1 || !text.endsWith('>') || text !== text.trimStart()) return false;
  const address = text.slice(opening + 1, -1);
  return !address.includes('>') && isAddress(address) && DISPLAY_NAME.test(text.slice(0, opening));
}
