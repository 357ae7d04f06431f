/** So many requests in a window of so many milliseconds; null means no limit. */
export type Rate = { readonly requests: number; readonly windowMs: number } | null;

/** Where a limiter stands; times in epoch milliseconds, null while no window is open. */
export type LimiterState = {
  readonly used: number;
  readonly limit: number | null;
  readonly beganAt: number | null;
  readonly resetsAt: number | null;
};

/** What a limiter says of one request, and where it stands since. */
export type LimiterVerdict = LimiterState & {
  readonly passes: boolean;
  readonly limit: number;
  readonly remaining: number;
  readonly windowSeconds: number;
  /** Whole seconds after which the next request passes, never less than the exact time. */
  readonly retryAfterSeconds: number;
  /** Epoch second at which the window has ended. */
  readonly resetSeconds: number;
};

export type Limiter = {
  /** Counts a request at an epoch millisecond; null when there is no limit. */
  take(now: number): LimiterVerdict | null;
  state(now: number): LimiterState;
  clear(): void;
};

/**
 * A fixed window that opens with the first request counted; what is refused neither counts nor prolongs it.
 * [documented] by the reference's example, whose reset time is no multiple of the window.
 */
export function createLimiter(rate: Rate): Limiter {
  let began = Number.NEGATIVE_INFINITY;
  let used = 0;
  const isOpen = (now: number): boolean => rate !== null && now >= began && now < began + rate.windowMs;

  return {
    take(now) {
      if (rate === null) return null;
      if (!isOpen(now)) {
        began = now;
        used = 0;
      }
      const passes = used < rate.requests;
      if (passes) used += 1;
      const end = began + rate.windowMs;
      return {
        passes,
        used,
        limit: rate.requests,
        remaining: rate.requests - used,
        beganAt: began,
        resetsAt: end,
        windowSeconds: rate.windowMs / 1000,
        retryAfterSeconds: Math.ceil((end - now) / 1000),
        resetSeconds: Math.ceil(end / 1000),
      };
    },
    state(now) {
      if (rate === null) return { used: 0, limit: null, beganAt: null, resetsAt: null };
      if (!isOpen(now)) return { used: 0, limit: rate.requests, beganAt: null, resetsAt: null };
      return { used, limit: rate.requests, beganAt: began, resetsAt: began + rate.windowMs };
    },
    clear() {
      began = Number.NEGATIVE_INFINITY;
      used = 0;
    },
  };
}

/** Says in a sentence why the next request would pass or not, at an epoch millisecond. */
export function explainLimiter({ used, limit, resetsAt }: LimiterState, now: number): string {
  if (limit === null) return 'No rate limit is set.';
  if (resetsAt === null) return 'No window is open; the next request opens one.';
  if (used < limit) return `${limit - used} of ${limit} requests are left until the window ends.`;
  return `All ${limit} requests of this window are used; the next one passes in ${Math.ceil((resetsAt - now) / 1000)} seconds.`;
}
