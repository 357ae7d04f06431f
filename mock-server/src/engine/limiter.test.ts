import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createLimiter, explainLimiter } from './limiter.ts';

const SEED = 1;
const START = 1_741_873_254_400;

describe('a limiter', () => {
  it('lets exactly the limit pass in every window, whatever the limit, the window and the times', () => {
    const times = fc.array(fc.oneof(fc.nat(3), fc.nat(5000)), { minLength: 1, maxLength: 200 });
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 20 }),
        fc.integer({ min: 1, max: 5000 }),
        times,
        (requests, windowMs, pauses) => {
          const limiter = createLimiter({ requests, windowMs });
          let now = START;
          let began = Number.NEGATIVE_INFINITY;
          let passed = 0;
          for (const pause of pauses) {
            now += pause;
            if (now - began >= windowMs) [began, passed] = [now, 0];
            const verdict = limiter.take(now);
            const expected = passed < requests;
            if (expected) passed += 1;
            expect(verdict).toMatchObject({
              passes: expected,
              limit: requests,
              remaining: requests - passed,
              windowSeconds: windowMs / 1000,
            });
            expect(limiter.state(now)).toMatchObject({
              used: passed,
              limit: requests,
              beganAt: began,
              resetsAt: began + windowMs,
            });
          }
        },
      ),
      { seed: SEED },
    );
  });

  it('tells waiting times that are never too short and less than a second too long', () => {
    fc.assert(
      fc.property(
        fc.nat(),
        fc.integer({ min: 1, max: 120_000 }),
        fc.nat(120_000),
        (offset, windowMs, later) => {
          fc.pre(later < windowMs);
          const began = START + offset;
          const limiter = createLimiter({ requests: 1, windowMs });
          limiter.take(began);
          const now = began + later;
          const verdict = limiter.take(now);
          if (verdict === null) throw new Error('There is a limit.');
          const end = began + windowMs;
          for (const told of [now + verdict.retryAfterSeconds * 1000, verdict.resetSeconds * 1000]) {
            expect(told).toBeGreaterThanOrEqual(end);
            expect(told).toBeLessThan(end + 1000);
          }
          expect(createLimiterAt(began, windowMs).take(now + verdict.retryAfterSeconds * 1000)?.passes).toBe(
            true,
          );
        },
      ),
      { seed: SEED },
    );
  });

  it('keeps to the limit of every window when the rate changes on the way and the clock goes back', () => {
    const rate = fc.record({
      requests: fc.integer({ min: 1, max: 6 }),
      windowMs: fc.integer({ min: 1, max: 3000 }),
    });
    const step = fc.oneof(
      { weight: 8, arbitrary: fc.record({ pause: fc.oneof(fc.nat(3), fc.nat(2000)) }) },
      { weight: 1, arbitrary: fc.record({ pause: fc.integer({ min: -4000, max: -1 }) }) },
      { weight: 2, arbitrary: fc.record({ rate: fc.option(rate, { freq: 6 }) }) },
    );
    fc.assert(
      fc.property(rate, fc.array(step, { minLength: 1, maxLength: 200 }), (first, steps) => {
        const limiter = createLimiter(first);
        let current: typeof first | null = first;
        let now = START;
        let window = { began: Number.NEGATIVE_INFINITY, passed: 0 };
        for (const each of steps) {
          if ('rate' in each) {
            current = each.rate;
            limiter.change(current);
            continue;
          }
          now += each.pause;
          const peeked = limiter.peek(now);
          const verdict = limiter.take(now);
          if (current === null) {
            expect([peeked, verdict, limiter.state(now).limit]).toEqual([null, null, null]);
            continue;
          }
          const { requests, windowMs } = current;
          const isOver = now < window.began || now >= window.began + windowMs;
          if (isOver) window = { began: now, passed: 0 };
          const passes = window.passed < requests;
          const end = window.began + windowMs;
          const told = { limit: requests, beganAt: window.began, resetsAt: end, passes };
          expect(peeked).toMatchObject({ ...told, used: window.passed });
          if (passes) window.passed += 1;
          const remaining = Math.max(0, requests - window.passed);
          expect(verdict).toMatchObject({ ...told, used: window.passed, remaining });
          const { retryAfterSeconds = 0, resetSeconds = 0 } = verdict ?? {};
          for (const moment of [now + retryAfterSeconds * 1000, resetSeconds * 1000]) {
            expect(moment).toBeGreaterThanOrEqual(end);
            expect(moment).toBeLessThan(end + 1000);
          }
        }
      }),
      { seed: SEED, numRuns: 300 },
    );
  });

  it('counts nothing when it is only asked what it would say', () => {
    const limiter = createLimiter({ requests: 1, windowMs: 1000 });
    for (let index = 0; index < 5; index += 1)
      expect(limiter.peek(START)).toMatchObject({ passes: true, used: 0, remaining: 1, beganAt: START });
    expect(limiter.state(START)).toMatchObject({ used: 0, beganAt: null });
    limiter.take(START);
    expect(limiter.peek(START + 999)).toMatchObject({ passes: false, used: 1, retryAfterSeconds: 1 });
    expect(limiter.lastRefusal).toBeNull();
    expect(limiter.peek(START + 1000)).toMatchObject({ passes: true, used: 0 });
  });

  it('remembers the last request that it refused, until it is cleared', () => {
    const limiter = createLimiter({ requests: 1, windowMs: 1000 });
    limiter.take(START);
    expect(limiter.lastRefusal).toBeNull();
    limiter.take(START + 5);
    limiter.take(START + 7);
    limiter.take(START + 2000);
    expect(limiter.lastRefusal).toEqual({ at: START + 7, limit: 1, resetsAt: START + 1000 });
    limiter.clear();
    expect(limiter.lastRefusal).toBeNull();
  });

  it('prints what the reference prints', () => {
    const limiter = createLimiter({ requests: 1000, windowMs: 60_000 });
    for (let index = 0; index < 1000; index += 1) expect(limiter.take(1_741_873_253_000)?.passes).toBe(true);
    expect(limiter.take(1_741_873_254_000)).toEqual({
      passes: false,
      used: 1000,
      limit: 1000,
      remaining: 0,
      beganAt: 1_741_873_253_000,
      resetsAt: 1_741_873_313_000,
      windowSeconds: 60,
      retryAfterSeconds: 59,
      resetSeconds: 1_741_873_313,
    });
  });

  it('shows no window before the first request and after the last', () => {
    const limiter = createLimiter({ requests: 2, windowMs: 1000 });
    const closed = { used: 0, limit: 2, beganAt: null, resetsAt: null };
    const why = (now: number) => explainLimiter(limiter.state(now), now);
    expect(limiter.state(START)).toEqual(closed);
    expect(why(START)).toBe('No window is open; the next request opens one.');
    limiter.take(START);
    expect(why(START + 999)).toBe('1 of 2 requests are left until the window ends.');
    limiter.take(START);
    expect(why(START + 1)).toBe('All 2 requests of this window are used; the next one passes in 1 seconds.');
    expect(limiter.state(START + 1000)).toEqual(closed);
  });

  it('opens a new window when it is cleared, or when the clock was set back', () => {
    const limiter = createLimiter({ requests: 1, windowMs: 1000 });
    limiter.take(START);
    limiter.clear();
    expect(limiter.take(START)?.passes).toBe(true);
    expect(limiter.take(START - 5000)?.passes).toBe(true);
    expect(limiter.take(START - 5000)?.passes).toBe(false);
  });

  it('without a limit says nothing', () => {
    const limiter = createLimiter(null);
    expect(limiter.take(START)).toBeNull();
    expect(limiter.state(START)).toEqual({
      used: 0,
      limit: null,
      beganAt: null,
      resetsAt: null,
    });
    expect(explainLimiter(limiter.state(START), START)).toBe('No rate limit is set.');
  });
});

/** One that has used up its only request. */
function createLimiterAt(began: number, windowMs: number) {
  const limiter = createLimiter({ requests: 1, windowMs });
  limiter.take(began);
  return limiter;
}
