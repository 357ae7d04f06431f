import { randomUUID } from 'node:crypto';
import { UsageError } from '../engine/usage-error.ts';

/** A push key that nobody has used: whoever shares the stand-in, in whatever process, makes another. */
export function createPushKey(): string {
  return `test-${randomUUID()}`;
}

/** Throws a UsageError on what no request can present, or no path of the desk can hold. */
export function expectPushKey(key: unknown): void {
  if (typeof key !== 'string' || key === '')
    throw new UsageError('A push key is a text; leave it out for one that nobody has used.');
  // Whoever reads a URL takes these for the folder itself and the one above.
  if (key === '.' || key === '..')
    throw new UsageError(`No path of the desk can hold the push key ${JSON.stringify(key)}; take another.`);
  if (!key.isWellFormed())
    throw new UsageError('Half a surrogate pair is no character; take another push key.');
}
