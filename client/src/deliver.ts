import { attempt, type Fetch, type Outcome, type Send, toAbortion } from './attempt.ts';
import type { Clock } from './clock.ts';
import { decodeRefusal } from './decode-refusal.ts';
import { orAborted } from './or-aborted.ts';
import type { PushFailure, PushResult } from './push-result.ts';
import { decodeRateLimit, type RateLimit } from './rate-limit.ts';
import { isRetryableStatus, type Progress, planRetry, type RetryPolicy } from './retry-policy.ts';

/** What a call needs of its surroundings. */
export type Surroundings = {
  fetch: Fetch;
  clock: Clock;
  random: () => number;
  policy: RetryPolicy;
  /** Whether a call that may have arrived is sent again. */
  retriesUnknown: boolean;
  signal: AbortSignal;
};

/** Sends one body until it is taken, finally refused, out of budget or aborted. */
export async function deliver(send: Send, text: string, surroundings: Surroundings): Promise<PushResult> {
  const { fetch, clock, random, policy, retriesUnknown, signal } = surroundings;
  let progress: Progress = { attempts: 0, deadline: clock.now() + policy.budgetMs, extendedForMs: 0 };
  let rateLimit: RateLimit | null = null;
  let unknown = false;

  for (;;) {
    if (signal.aborted) {
      const { attempts } = progress;
      return { ok: false, status: null, ...toAbortion(signal, unknown), attempts, rateLimit };
    }
    const timeoutMs = Math.min(policy.timeoutMs, progress.deadline - clock.now());
    const outcome = await attempt(send, text, { fetch, clock, timeoutMs, signal });
    const now = clock.now();
    const attempts = progress.attempts + 1;
    const limit = outcome.response ? decodeRateLimit(outcome.response.headers, now) : null;
    rateLimit = limit ?? rateLimit;

    if (outcome.response?.ok) return { ok: true, status: outcome.response.status, rateLimit, attempts };

    const mayHaveArrived = outcome.response ? false : outcome.miss.unknown;
    unknown ||= mayHaveArrived;
    const failure: PushFailure = { ok: false, ...toFailureFacts(outcome), rateLimit, attempts, unknown };
    if (!isRetryable(failure) || (mayHaveArrived && !retriesUnknown)) return failure;

    const plan = planRetry(policy, { ...progress, attempts }, now, limit?.retryAfterMs ?? null, random());
    if (plan === null) return failure;
    progress = plan.progress;
    await orAborted(clock.sleep(plan.waitMs, signal), signal).catch((error: unknown) => {
      if (!signal.aborted) throw error;
    });
    // A machine that slept through the pause comes back after the deadline.
    if (!signal.aborted && clock.now() >= progress.deadline) return failure;
  }
}

function isRetryable({ kind, status }: PushFailure): boolean {
  return status === null ? kind !== 'aborted' : isRetryableStatus(status);
}

function toFailureFacts(outcome: Outcome) {
  if (!outcome.response) return { ...outcome.miss, status: null };
  const { status } = outcome.response;
  const { code, errors } = decodeRefusal(outcome.body);
  if (status === 0 || (status >= 300 && status < 400)) {
    errors.push('A redirect is not followed. Check baseUrl.');
  }
  return { kind: 'http' as const, status, code, errors };
}
