import { type Call, headerOf } from '../engine/call.ts';
import { UsageError } from '../engine/usage-error.ts';
import { type Problem, toProblem } from './problem.ts';

/** What a header can carry as one word. */
const WORD = /^[\x21-\x7e]+$/;
const BEARER = /^bearer[ \t]+(\S+)[ \t]*$/i;

/** Lets in the calls that show the desk's token. Throws a UsageError on a token that no header can carry. */
export function createTokenGuard(token: string): (call: Call) => Problem | null {
  if (!WORD.test(token)) {
    throw new UsageError(
      "The desk's token is empty or has a blank or a letter outside of ASCII; use letters and digits.",
    );
  }
  return (call) => {
    const header = headerOf(call, 'authorization');
    const [, shown] = BEARER.exec(header) ?? [];
    if (shown !== undefined && isSame(shown, token)) return null;
    return toProblem('token_wanted', `The desk wants its token here: ${toRemedy(header, shown)}`);
  };
}

/** Does not repeat what was shown: it may be a push key, or nearly the token. */
function toRemedy(header: string, shown: string | undefined): string {
  const how = 'send `Authorization: Bearer TOKEN`.';
  if (shown !== undefined)
    return 'the one shown is another; use the one that the stand-in was started with, or printed when it started.';
  return header.toLowerCase().startsWith('push') ? `a push key is for the simulated API; ${how}` : how;
}

/** Takes as long for a text that is nearly the token as for any other of its length. */
function isSame(shown: string, token: string): boolean {
  let difference = shown.length ^ token.length;
  for (let at = 0; at < shown.length; at += 1)
    difference |= shown.charCodeAt(at) ^ token.charCodeAt(at % token.length);
  return difference === 0;
}
