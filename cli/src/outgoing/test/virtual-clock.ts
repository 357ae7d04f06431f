import type { Clock } from '@understudy/client';

type Sleeper = { readonly at: number; readonly wake: () => void };

/** So many turns of the event loop without a sign of life, and nobody will move before somebody wakes. */
const QUIET_TURNS = 5;

/** A clock that jumps to whoever wakes next as soon as everybody sleeps; `isBusy` says that somebody does not. */
export function createVirtualClock(start: number, isBusy: () => boolean): Clock {
  let now = start;
  let quiet = 0;
  let isWatching = false;
  const sleepers = new Set<Sleeper>();

  const turn = (): void => {
    quiet = isBusy() ? 0 : quiet + 1;
    if (quiet >= QUIET_TURNS) {
      const [next] = [...sleepers].sort((one, other) => one.at - other.at);
      now = Math.max(now, next?.at ?? now);
      next?.wake();
      quiet = 0;
    }
    isWatching = sleepers.size > 0;
    if (isWatching) setImmediate(turn);
  };

  return {
    now: () => now,
    sleep: (ms, signal) =>
      new Promise((resolve, reject) => {
        signal?.throwIfAborted();
        const onAbort = (): void => {
          sleepers.delete(sleeper);
          reject(signal?.reason);
        };
        const wake = (): void => {
          sleepers.delete(sleeper);
          signal?.removeEventListener('abort', onAbort);
          resolve();
        };
        const sleeper = { at: now + ms, wake };
        sleepers.add(sleeper);
        signal?.addEventListener('abort', onAbort, { once: true });
        quiet = 0;
        if (!isWatching) setImmediate(turn);
        isWatching = true;
      }),
  };
}
