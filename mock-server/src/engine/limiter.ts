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
  /** What it would say of a request at an epoch millisecond, which is not counted; null when there is no limit. */
  peek(now: number): LimiterVerdict | null;
  state(now: number): LimiterState;
  /** When it last refused a request, and the window of that; null when it never did, or not since it was cleared. */
  readonly lastRefusal: LastRefusal | null;
  /** Puts another rate in the place of the one there is; what the open window has counted stays counted. */
  change(rate: Rate): void;
  clear(): void;
};

/** All in epoch milliseconds. */
export type LastRefusal = { readonly at: number; readonly limit: number; readonly resetsAt: number };

/**
 * A fixed window that opens with the first request counted; what is refused neither counts nor prolongs it.
 * [documented] by the reference's example, whose reset time is no multiple of the window.
 */
export function createLimiter(startRate: Rate): Limiter {
  let rate = startRate;
  let began = Number.NEGATIVE_INFINITY;
  let used = 0;
  let lastRefusal: LastRefusal | null = null;
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
      else lastRefusal = { at: now, limit: rate.requests, resetsAt: began + rate.windowMs };
      return toVerdict(rate, now, began, used, passes);
    },
    peek(now) {
      if (rate === null) return null;
      const [from, counted] = isOpen(now) ? [began, used] : [now, 0];
      return toVerdict(rate, now, from, counted, counted < rate.requests);
    },
    state(now) {
      if (rate === null) return { used: 0, limit: null, beganAt: null, resetsAt: null };
      if (!isOpen(now)) return { used: 0, limit: rate.requests, beganAt: null, resetsAt: null };
      return { used, limit: rate.requests, beganAt: began, resetsAt: began + rate.windowMs };
    },
    get lastRefusal() {
      return lastRefusal;
    },
    change(next) {
      rate = next;
    },
    clear() {
      began = Number.NEGATIVE_INFINITY;
      used = 0;
      lastRefusal = null;
    },
  };
}

/** What there is to say, at an epoch millisecond, of a window that began at another. */
export function toVerdict(
  { requests, windowMs }: NonNullable<Rate>,
  now: number,
  from: number,
  used: number,
  passes: boolean,
): LimiterVerdict {
  const end = from + windowMs;
  return {
    passes,
    used,
    limit: requests,
    // A rate may have become less than what its window has let through.
    remaining: Math.max(0, requests - used),
    beganAt: from,
    resetsAt: end,
    windowSeconds: windowMs / 1000,
    retryAfterSeconds: Math.ceil((end - now) / 1000),
    resetSeconds: Math.ceil(end / 1000),
  };
}

/** Says in a sentence why the next request would pass or not, at an epoch millisecond. */
export function explainLimiter({ used, limit, resetsAt }: LimiterState, now: number): string {
  if (limit === null) return 'No rate limit is set.';
  if (resetsAt === null) return 'No window is open; the next request opens one.';
  if (used < limit) return `${limit - used} of ${limit} requests are left until the window ends.`;
  return `All ${limit} requests of this window are used; the next one passes in ${Math.ceil((resetsAt - now) / 1000)} seconds.`;
}
