import type { Delivery } from '../engine/delivery.ts';
import type { Timer } from '../engine/timer.ts';

/** Waits for one thing after another, until it is stopped. */
export type Patience = {
  /** Calls back after so many milliseconds of real time, at once after none. */
  wait(ms: number, callback: () => void): void;
  /** Calls back when an answer may leave, or its connection be closed. */
  holdBack(delivery: Delivery, callback: () => void): void;
  /** Ends it: nothing calls back any more. */
  stop(): void;
};

/** Longer timers overflow, and are over at once. */
const LONGEST_TIMER_MS = 2_000_000_000;

export function createPatience(timer: Timer): Patience {
  let cancel: (() => void) | null = null;
  let isStopped = false;

  const waitFor = (begin: (callback: () => void) => () => void, callback: () => void): void => {
    if (isStopped) return;
    let isOver = false;
    const cancelThis = begin(() => {
      isOver = true;
      cancel = null;
      callback();
    });
    // What was over at once may have led to the next wait already.
    if (!isOver) cancel = cancelThis;
  };

  const wait: Patience['wait'] = (ms, callback) => {
    if (ms > 0) waitFor((done) => timer(Math.min(ms, LONGEST_TIMER_MS), done), callback);
    else if (!isStopped) callback();
  };

  return {
    wait,
    holdBack({ delayMs, hold }, callback) {
      wait(delayMs, () => {
        if (hold === null) callback();
        else waitFor((done) => hold.whenOver(done), callback);
      });
    },
    stop() {
      isStopped = true;
      cancel?.();
      cancel = null;
    },
  };
}
