/** Somebody misuses us: thrown, and its text says what to do instead. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
