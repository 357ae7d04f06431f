import { describe, expect, it } from 'vitest';
import { decodeRateLimit } from './rate-limit.ts';

describe('rate-limit facts', () => {
  it('are read from the four headers of a 429', () => {
    const headers = new Headers({
      'X-RateLimit-Limit': '1000',
      'X-RateLimit-Remaining': '0',
      'X-RateLimit-Reset': '1741873313',
      'Retry-After': '59',
    });
    expect(decodeRateLimit(headers, 1_741_873_254_000)).toEqual({
      limit: 1000,
      remaining: 0,
      resetAt: 1_741_873_313_000,
      retryAfterMs: 59_000,
    });
  });

  it('hold null for a header that is absent or unreadable', () => {
    const headers = new Headers({ 'X-RateLimit-Limit': 'many', 'X-RateLimit-Remaining': '12' });
    expect(decodeRateLimit(headers, 0)).toEqual({
      limit: null,
      remaining: 12,
      resetAt: null,
      retryAfterMs: null,
    });
  });

  it('are null when no header speaks of the limit', () => {
    expect(decodeRateLimit(new Headers({ 'Content-Type': 'application/json' }), 0)).toBeNull();
  });
});
