/** Tells the time and waits; give your own to make a test of retries take no time. */
export type Clock = {
  /** Milliseconds since 1970. */
  now(): number;
  /** Resolves after `ms` milliseconds; rejects as soon as `signal` aborts. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
};

// A longer delay overflows the timers of every platform and fires at once.
const longestTimerMs = 2 ** 31 - 1;

/** The platform's clock and timers. */
export const systemClock: Clock = {
  now: () => Date.now(),
  sleep: (ms, signal) =>
    new Promise((resolve, reject) => {
      if (signal?.aborted) {
        reject(signal.reason);
        return;
      }
      const stop = () => {
        clearTimeout(timer);
        reject(signal?.reason);
      };
      // A timer may fire a millisecond early, and a retry must not come before Retry-After.
      const delay = Math.min(Math.ceil(ms) + 1, longestTimerMs);
      const timer = setTimeout(() => {
        signal?.removeEventListener('abort', stop);
        resolve();
      }, delay);
      signal?.addEventListener('abort', stop, { once: true });
    }),
};
