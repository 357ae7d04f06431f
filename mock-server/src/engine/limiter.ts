/** So many requests in a window of so many milliseconds; null means no limit. */
export type Rate = { readonly requests: number; readonly windowMs: number } | null;

/** What a limiter says of one request. */
export type LimiterVerdict = {
  readonly passes: boolean;
  readonly limit: number;
  readonly remaining: number;
  readonly windowSeconds: number;
  /** Whole seconds after which the next request passes, never less than the exact time. */
  readonly retryAfterSeconds: number;
  /** Epoch second at which the window has ended. */
  readonly resetSeconds: number;
};

/** What a limiter shows; times in epoch milliseconds, null while no window is open. */
export type LimiterState = {
  readonly used: number;
  readonly limit: number | null;
  readonly beganAt: number | null;
  readonly resetsAt: number | null;
  readonly why: string;
};

export type Limiter = {
  /** Counts a request at an epoch millisecond; null when there is no limit. */
  take(now: number): LimiterVerdict | null;
  state(now: number): LimiterState;
  clear(): void;
};

/**
 * A fixed window that opens with the first request counted; what is refused neither counts nor prolongs it.
 * [documented by example] The reference's reset time is no multiple of the window.
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
        limit: rate.requests,
        remaining: rate.requests - used,
        windowSeconds: rate.windowMs / 1000,
        retryAfterSeconds: Math.ceil((end - now) / 1000),
        resetSeconds: Math.ceil(end / 1000),
      };
    },
    state(now) {
      if (rate === null) return { used: 0, limit: null, beganAt: null, resetsAt: null, why: 'No rate limit is set.' };
      const limit = rate.requests;
      const seconds = rate.windowMs / 1000;
      if (!isOpen(now)) {
        return { used: 0, limit, beganAt: null, resetsAt: null, why: `No window is open; the next request opens one of ${seconds} seconds.` };
      }
      const end = began + rate.windowMs;
      const why =
        used < limit
          ? `${limit - used} of ${limit} requests are left until the window ends.`
          : `All ${limit} requests of this window are used; the next one passes in ${Math.ceil((end - now) / 1000)} seconds.`;
      return { used, limit, beganAt: began, resetsAt: end, why };
    },
    clear() {
      began = Number.NEGATIVE_INFINITY;
      used = 0;
    },
  };
}
