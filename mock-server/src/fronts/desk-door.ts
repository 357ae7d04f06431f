import type { Call } from '../engine/call.ts';
import type { Answer } from '../engine/outcome.ts';

/** An answer of the desk; one that comes piece by piece has its pieces in the place of a body. */
export type DeskAnswer = Answer | (Omit<Answer, 'body'> & { readonly pieces: AsyncIterable<string> });

/** What a front asks of the desk that it serves beside the vendor's paths. */
export type DeskDoor = {
  /** The path that is the desk's, with all below it. */
  readonly prefix: string;
  /** Promises only what has to be waited for; that ends when the signal says that nobody waits for it any more. */
  answer(call: Call, signal?: AbortSignal): DeskAnswer | Promise<DeskAnswer>;
  /** Ends every wait. */
  close(): void;
};

/** Whether a target is the desk's: the prefix itself, or below it. */
export function isDeskTarget(target: string, prefix: string): boolean {
  if (!target.startsWith(prefix)) return false;
  const next = target.charAt(prefix.length);
  return next === '' || next === '/' || next === '?' || next === '#';
}
