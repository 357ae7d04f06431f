import type { Attempt } from './attempt.ts';
import type { Found } from './findings.ts';

/** Basic credentials are taken only where they are usual. */
const USUAL = /^(?:Push|Basic) /;

/** Finds requests without the headers that the reference recommends, all of a kind together. */
export function findHeaders(attempts: readonly Attempt[]): Found[] {
  const known = attempts.filter(({ tried }) => tried.operation !== null);
  const withBody = known.filter(({ exchange }) => exchange.size > 0);
  const untyped = withBody.filter((attempt) => headerOf(attempt, 'content-type') === null);
  const misspelt = known.filter((attempt) => !USUAL.test(headerOf(attempt, 'authorization') ?? 'Push '));
  return [
    ...toFound(
      untyped,
      `${untyped.length} of ${withBody.length} requests with a body had no Content-Type; the reference recommends application/json; charset=utf-8.`,
    ),
    ...toFound(
      misspelt,
      `${misspelt.length} of ${known.length} requests wrote Authorization otherwise than the reference, which has "Push" and a blank before the key.`,
    ),
  ];
}

function headerOf({ exchange: { rawHeaders } }: Attempt, wanted: string): string | null {
  for (let at = 0; at + 1 < rawHeaders.length; at += 2) {
    if (rawHeaders[at]?.toLowerCase() === wanted) return rawHeaders[at + 1] ?? '';
  }
  return null;
}

function toFound(attempts: readonly Attempt[], message: string): Found[] {
  const facts = { requests: attempts.length };
  return attempts.length === 0 ? [] : [{ kind: 'headers', message, attempts, about: null, facts }];
}
