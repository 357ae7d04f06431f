import { randomUUID } from 'node:crypto';

/** A push key that nobody has used: whoever shares the stand-in, in whatever process, makes another. */
export function createPushKey(): string {
  return `test-${randomUUID()}`;
}
