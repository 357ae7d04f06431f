import { UsageError } from '../usage-error.ts';

/** Without blanks at its ends, since those never arrive: HTTP trims the values of headers. */
const SENDABLE = /^[\x21-\x7e](?:[\x20-\x7e]*[\x21-\x7e])?$/;

/** A push key that a header can carry as it is. The key itself is not repeated in what is thrown. */
export function decodePushKey(text: string, name: string): string {
  if (text === '') throw new UsageError(`${name} is empty; give it a key or leave it out.`);
  if (SENDABLE.test(text)) return text;
  throw new UsageError(
    `${name} holds a key that no header can carry; use letters, digits and signs of ASCII, and no blanks at its ends.`,
  );
}
