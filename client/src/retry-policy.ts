/** How failures are retried; every field has a default. */
export type RetryOptions = {
  /** Total time for a call with all its attempts and pauses. Default 300,000 ms. A Retry-After that does not fit extends it. */
  budgetMs?: number;
  /** Upper end of the first pause; doubles with every attempt. Default 500 ms. */
  baseMs?: number;
  /** Upper end of every pause beyond Retry-After. Default 30,000 ms. */
  maxMs?: number;
  /** Attempts in all. Default 50, more than fit into the default budget unless `random` keeps giving numbers near 0. */
  maxAttempts?: number;
  /** Send a message again although an attempt may have arrived, at the price of sending it twice. Default false. */
  unknown?: boolean;
};

export type RetryPolicy = Required<RetryOptions> & {
  /** Longest time for one attempt. */
  timeoutMs: number;
};

/** Where a call stands when an attempt has failed. */
export type Progress = {
  attempts: number;
  /** When the budget ends, on the clock. */
  deadline: number;
  /** The longest Retry-After the deadline has been moved for. */
  extendedForMs: number;
};

/** A longer Retry-After is not waited for: the call ends, and says how long it would have been. */
export const longestRetryAfterMs = 3_600_000;

/** Options and defaults as one policy; `false` is a single attempt without a budget. */
export function toRetryPolicy(retry: RetryOptions | false, timeoutMs: number): RetryPolicy {
  const {
    budgetMs = 300_000,
    baseMs = 500,
    maxMs = 30_000,
    maxAttempts = 50,
    unknown = false,
  } = retry || { budgetMs: Number.POSITIVE_INFINITY, maxAttempts: 1 };
  return { budgetMs, baseMs, maxMs, maxAttempts, unknown, timeoutMs };
}

/** Whether an answer may be different next time: 408, 429 and 5xx. */
export function isRetryableStatus(status: number): boolean {
  return status === 408 || status === 429 || status >= 500;
}

/**
 * The pause before the next attempt and where the call stands then, or null when the call is over.
 *
 * The pause is Retry-After plus full jitter: evenly spread from 0 to `baseMs` doubled per attempt, at most `maxMs`.
 * `random` is a number from 0 up to 1.
 */
export function planRetry(
  policy: RetryPolicy,
  progress: Progress,
  now: number,
  retryAfterMs: number | null,
  random: number,
): { waitMs: number; progress: Progress } | null {
  const after = retryAfterMs ?? 0;
  if (progress.attempts >= policy.maxAttempts || after > longestRetryAfterMs) return null;
  const waitMs = after + random * Math.min(policy.maxMs, policy.baseMs * 2 ** (progress.attempts - 1));
  if (now + waitMs + usefulMs(policy) <= progress.deadline) return { waitMs, progress };
  // Only a Retry-After longer than the last one extended for moves the deadline: an account that is always full must end.
  if (after <= progress.extendedForMs) return null;
  const deadline = now + waitMs + policy.timeoutMs;
  return { waitMs, progress: { ...progress, deadline, extendedForMs: after } };
}

/** An attempt cut by the end of the budget would turn a known failure into an unknown outcome. */
function usefulMs(policy: RetryPolicy): number {
  return Math.min(policy.timeoutMs, 1000, policy.budgetMs / 10);
}
