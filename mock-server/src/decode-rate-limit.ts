import { contract } from '@understudy/openapi/contract';
import type { Rate } from './engine/limiter.ts';
import { decodeRate } from './services/userlist/rate-limit.ts';

/**
 * Reads a rate limit: `documented`, `tiny`, `off` or such as `20/1s`; null is none. Throws a UsageError on anything else.
 */
export function decodeRateLimit(text: string): Rate {
  return decodeRate(text, contract);
}
