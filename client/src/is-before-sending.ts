// Codes of Node's resolver, sockets and fetch, and of Bun: no byte of the request had left when they came up.
const codes: ReadonlySet<unknown> = new Set([
  'ENOTFOUND',
  'EAI_AGAIN',
  'ECONNREFUSED',
  'ENETUNREACH',
  'EHOSTUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
  'ConnectionRefused',
]);

/** Whether what `fetch` threw proves that the request never left; where a platform hides the reason, it does not. */
export function isBeforeSending(error: unknown): boolean {
  for (let at = error, depth = 0; at instanceof Error && depth < 5; at = at.cause, depth += 1) {
    if ('code' in at && codes.has(at.code)) return true;
    // Node's fetch gives no code where it refuses a port, such as 6000, on principle.
    if (at.message === 'bad port') return true;
    // Several addresses tried in vain come as one error that holds the others.
    if (at instanceof AggregateError && at.errors.length > 0) return at.errors.every(isBeforeSending);
  }
  return false;
}
