/** Somebody misuses the command line: thrown, and its text is one sentence that says what to do instead. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** By name, since the engine and the client throw usage errors of their own. */
export function isUsageError(error: unknown): error is Error {
  return error instanceof Error && error.name === 'UsageError';
}
