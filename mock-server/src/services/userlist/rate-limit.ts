import type { Contract } from '@understudy/openapi/contract';
import type { Rate } from '../../engine/limiter.ts';
import { UsageError } from '../../engine/usage-error.ts';

const NUMBERS = /^(\d{1,9})\/(\d{1,6})(ms|s|m)?$/;
const UNIT_MS = { ms: 1, s: 1000, m: 60_000 } as const;

/**
 * Reads a rate limit: `documented` and `tiny` (both as the contract has them), `off`, or so many requests in so much
 * time, such as `20/1s`. Throws a UsageError on anything else.
 */
export function decodeRate(text: string, { limits, bounds }: Pick<Contract, 'limits' | 'bounds'>): Rate {
  const trimmed = text.trim();
  if (trimmed === 'off') return null;
  if (trimmed === 'tiny') return { requests: bounds.tinyRequests, windowMs: bounds.tinyWindowSeconds * 1000 };
  if (trimmed === 'documented')
    return { requests: limits.rate.requests, windowMs: limits.rate.windowSeconds * 1000 };
  const [, requests, amount, unit = 's'] = NUMBERS.exec(trimmed) ?? [];
  const windowMs = Number(amount) * UNIT_MS[unit as keyof typeof UNIT_MS];
  if (requests === undefined || Number(requests) === 0 || windowMs === 0) {
    throw new UsageError(
      `"${text}" is no rate limit; use documented, tiny, off or a number of requests and a time, such as 1000/60s.`,
    );
  }
  return { requests: Number(requests), windowMs };
}
