import { createPushClient } from '@understudy/client';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createScriptedService, createTestClock, noon, type Step } from './scripted-service.ts';

const retried = [408, 429, 500, 502, 503, 504];
const final = [301, 400, 401, 403, 404, 413, 422];
const timeoutMs = 30_000;

const seconds = fc.integer({ min: 0, max: 5000 });
const retryAfter = fc.oneof(
  seconds.map((value) => ({ text: String(value), ms: value * 1000 })),
  seconds.map((value) => ({ text: new Date(noon + value * 1000).toUTCString(), until: noon + value * 1000 })),
  fc.constantFrom('-1', 'NaN', 'soon').map((text) => ({ text, ms: 0 })),
  fc.constant(undefined),
);
type RetryAfter = { text: string; ms?: number; until?: number };

const scripted = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({ status: fc.constantFrom(...retried), retryAfter, afterMs: fc.nat(20_000) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ status: fc.constantFrom(...final), retryAfter, afterMs: fc.nat(20_000) }),
  },
  { weight: 1, arbitrary: fc.constant({ hangs: true as const }) },
  { weight: 1, arbitrary: fc.constant({ throws: new TypeError('fetch failed') }) },
  { weight: 1, arbitrary: fc.record({ status: fc.constantFrom(200, 202), afterMs: fc.nat(20_000) }) },
);
type Scripted =
  | { status: number; retryAfter?: RetryAfter | undefined; afterMs: number }
  | { hangs: true }
  | { throws: unknown };

function toStep(planned: Scripted): Step {
  if (!('status' in planned)) return planned;
  const { status, afterMs, retryAfter } = planned;
  return { status, afterMs, headers: retryAfter === undefined ? {} : { 'retry-after': retryAfter.text } };
}

/** Milliseconds a planned answer asks to wait when it leaves at `now`. */
function askedMs(planned: Scripted | undefined, now: number): number {
  if (planned === undefined || !('status' in planned) || planned.retryAfter === undefined) return 0;
  const { ms, until } = planned.retryAfter;
  return until === undefined ? (ms ?? 0) : Math.max(0, until - now);
}

describe('whatever the service does', () => {
  it('no attempt comes before Retry-After, none after a final answer, and the budget holds', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(scripted, { minLength: 1, maxLength: 12 }),
        fc.integer({ min: 100, max: 600_000 }),
        fc.array(fc.double({ min: 0, max: 0.999, noNaN: true }), { minLength: 1, maxLength: 5 }),
        async (script, budgetMs, numbers) => {
          const clock = createTestClock();
          const { fetch, requests } = createScriptedService(script.map(toStep), clock);
          let drawn = 0;
          const random = () => numbers[drawn++ % numbers.length] ?? 0;
          const client = createPushClient({
            pushKey: 'key',
            fetch,
            clock,
            random,
            timeoutMs,
            retry: { budgetMs },
          });
          const result = await client.users.push({ identifier: 'user-1' });

          expect(result.attempts).toBe(requests.length);
          const plannedAt = (index: number) => script[Math.min(index, script.length - 1)];
          let deadline = noon + budgetMs;
          let extendedForMs = 0;
          const usefulMs = Math.min(timeoutMs, 1000, budgetMs / 10);
          requests.forEach((request, index) => {
            const before = requests[index - 1];
            if (before === undefined) return;
            const planned = plannedAt(index - 1);
            if (planned !== undefined && 'status' in planned) expect(retried).toContain(planned.status);
            const asked = before.answeredAt === undefined ? 0 : askedMs(planned, before.answeredAt);
            expect(request.at).toBeGreaterThanOrEqual((before.answeredAt ?? before.at) + asked);
            if (request.at + usefulMs <= deadline) return;
            // Only a longer Retry-After than any before, of an hour at most, moves the deadline, by one whole attempt.
            expect(asked).toBeGreaterThan(extendedForMs);
            expect(asked).toBeLessThanOrEqual(3_600_000);
            extendedForMs = asked;
            deadline = request.at + timeoutMs;
          });
          // The scripted service takes its time whatever the client's patience, so only an attempt it leaves hanging is cut.
          if (requests.at(-1)?.answeredAt === undefined) expect(clock.now()).toBeLessThanOrEqual(deadline);

          const last = plannedAt(requests.length - 1);
          if (last !== undefined && 'status' in last) {
            expect(result).toMatchObject({ ok: last.status < 300, status: last.status });
          }
        },
      ),
      { seed: 4, numRuns: 500 },
    );
  });

  it('a Retry-After of up to an hour is waited out at least once, however short the budget', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 0, max: 3600 }),
        fc.integer({ min: 1, max: 600_000 }),
        async (asked, budgetMs) => {
          const clock = createTestClock();
          const { fetch } = createScriptedService(
            [{ status: 429, headers: { 'retry-after': String(asked) } }, { status: 202 }],
            clock,
          );
          const retry = { budgetMs, baseMs: Math.min(500, budgetMs / 2) };
          const client = createPushClient({ pushKey: 'key', fetch, clock, random: () => 0.999, retry });
          expect(await client.users.push({ identifier: 'user-1' })).toMatchObject({ ok: true, attempts: 2 });
        },
      ),
      { seed: 4 },
    );
  });
});
