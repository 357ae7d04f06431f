import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isRetryableStatus, planRetry, toRetryPolicy } from './retry-policy.ts';

const policy = toRetryPolicy({}, 30_000);
const start = { attempts: 1, deadline: 300_000, extendedForMs: 0 };

describe('a status', () => {
  it('is retried for 408, 429 and 5xx, and for no other', () => {
    const retried = Array.from({ length: 500 }, (_, index) => index + 100).filter(isRetryableStatus);
    expect(retried).toEqual([408, 429, ...Array.from({ length: 100 }, (_, index) => index + 500)]);
  });
});

describe('a pause', () => {
  it('is spread evenly from 0 to a bound that doubles up to maxMs', () => {
    const bounds = [1, 2, 3, 4, 5, 6, 7, 8, 40].map(
      (attempts) => planRetry(policy, { ...start, attempts }, 0, null, 1)?.waitMs,
    );
    expect(bounds).toEqual([500, 1000, 2000, 4000, 8000, 16_000, 30_000, 30_000, 30_000]);
    expect(planRetry(policy, start, 0, null, 0)?.waitMs).toBe(0);
    expect(planRetry(policy, start, 0, null, 0.5)?.waitMs).toBe(250);
  });

  it('is Retry-After and the spread on top', () => {
    expect(planRetry(policy, start, 0, 59_000, 0.5)?.waitMs).toBe(59_250);
  });

  it('never ends before Retry-After and never after the deadline it comes with', () => {
    fc.assert(
      fc.property(
        fc.record({
          attempts: fc.integer({ min: 1, max: 60 }),
          now: fc.integer({ min: 0, max: 400_000 }),
          retryAfterMs: fc.option(fc.integer({ min: 0, max: 5_000_000 })),
          random: fc.double({ min: 0, max: 0.999, noNaN: true }),
          extendedForMs: fc.integer({ min: 0, max: 100_000 }),
        }),
        ({ attempts, now, retryAfterMs, random, extendedForMs }) => {
          const progress = { attempts, deadline: 300_000, extendedForMs };
          const plan = planRetry(policy, progress, now, retryAfterMs, random);
          if (plan === null) return;
          expect(plan.waitMs).toBeGreaterThanOrEqual(retryAfterMs ?? 0);
          expect(now + plan.waitMs).toBeLessThan(plan.progress.deadline);
          expect(plan.progress.deadline).toBeGreaterThanOrEqual(progress.deadline);
        },
      ),
      { seed: 4 },
    );
  });
});

describe('a budget', () => {
  it('ends the call when the pause would not leave room for an attempt', () => {
    expect(planRetry(policy, start, 299_000, null, 0)).not.toBeNull();
    expect(planRetry(policy, start, 299_001, null, 0)).toBeNull();
  });

  it('grows for a Retry-After that does not fit, with room for one whole attempt', () => {
    const plan = planRetry(policy, start, 299_500, 59_000, 0.5);
    expect(plan).toEqual({
      waitMs: 59_250,
      progress: { attempts: 1, deadline: 299_500 + 59_250 + 30_000, extendedForMs: 59_000 },
    });
  });

  it('does not grow a second time for a Retry-After that is no longer', () => {
    const extended = { attempts: 2, deadline: 300_000, extendedForMs: 59_000 };
    expect(planRetry(policy, extended, 299_500, 59_000, 0)).toBeNull();
    expect(planRetry(policy, extended, 299_500, 60_000, 0)).not.toBeNull();
  });

  it('ends the call at a Retry-After of more than an hour', () => {
    expect(planRetry(policy, start, 0, 3_600_000, 0)).not.toBeNull();
    expect(planRetry(policy, start, 0, 3_600_001, 0)).toBeNull();
  });

  it('ends the call at maxAttempts', () => {
    const three = toRetryPolicy({ maxAttempts: 3 }, 30_000);
    expect(planRetry(three, { ...start, attempts: 2 }, 0, null, 0)).not.toBeNull();
    expect(planRetry(three, { ...start, attempts: 3 }, 0, null, 0)).toBeNull();
  });

  it('does not matter without retries', () => {
    expect(planRetry(toRetryPolicy(false, 30_000), start, 0, 1000, 0)).toBeNull();
  });
});
