import { UsageError } from '../engine/usage-error.ts';

/** Throws a UsageError on options that are no object. */
export function expectOptions(caller: string, options: unknown, example: string): void {
  if (typeof options === 'object' && options !== null && !Array.isArray(options)) return;
  throw new UsageError(`The options of ${caller} are an object such as ${example}.`);
}
