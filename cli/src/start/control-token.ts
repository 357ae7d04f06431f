import { UsageError } from '../usage-error.ts';
import { isLoopback } from './is-loopback.ts';

const TOKEN_BYTES = 24;
/** What a header can carry behind `Bearer`. */
const SENDABLE = /^[\x21-\x7e]+$/;

/** A token that a header can carry as it is. The token itself is not repeated in what is thrown. */
export function decodeControlToken(text: string, name: string): string {
  if (text === '') throw new UsageError(`${name} is empty; give it a token or leave it out.`);
  if (SENDABLE.test(text)) return text;
  throw new UsageError(
    `${name} holds a token that no header can carry; use letters, digits and signs of ASCII, and no blanks.`,
  );
}

/** What the desk wants to be shown: what was given, one made where other machines can reach it, else nothing. */
export function toControlToken(
  options: { readonly host: string; readonly controlToken: string | null },
  randomBytes: (size: number) => Buffer,
): string | null {
  if (options.controlToken !== null || isLoopback(options.host)) return options.controlToken;
  return randomBytes(TOKEN_BYTES).toString('base64url');
}
