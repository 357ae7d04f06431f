import { rateHeaders } from '@understudy/openapi/limits';
import { decodeRetryAfter } from './retry-after.ts';

/** What an answer's headers said about the rate limit; null where a header was absent or unreadable. */
export type RateLimit = {
  /** Requests the window allows. `X-RateLimit-Limit` [documented] */
  limit: number | null;
  /** Requests left in the window. `X-RateLimit-Remaining` [documented] */
  remaining: number | null;
  /** When the window ends, in milliseconds since 1970. `X-RateLimit-Reset` [documented] */
  resetAt: number | null;
  /** How long the service asked to wait, in milliseconds from the answer. `Retry-After` [documented] */
  retryAfterMs: number | null;
};

/** Reads the rate-limit headers of an answer received at `now`; null if it has none of them. */
export function decodeRateLimit(headers: Headers, now: number): RateLimit | null {
  const reset = decodeCount(headers.get(rateHeaders.reset));
  const facts: RateLimit = {
    limit: decodeCount(headers.get(rateHeaders.limit)),
    remaining: decodeCount(headers.get(rateHeaders.remaining)),
    resetAt: reset === null ? null : reset * 1000,
    retryAfterMs: decodeRetryAfter(headers.get(rateHeaders.retryAfter), now),
  };
  return Object.values(facts).every((fact) => fact === null) ? null : facts;
}

function decodeCount(text: string | null): number | null {
  return text !== null && /^\d{1,15}$/.test(text) ? Number(text) : null;
}
