import { setTimeout } from 'node:timers/promises';
import type { Clock } from '@understudy/client';

/** The time of this machine. */
export const systemClock: Clock = {
  now: () => Date.now(),
  async sleep(ms, signal) {
    // A timer may fire a millisecond early, and nothing may be sent before Retry-After has passed.
    await setTimeout(Math.ceil(ms) + 1, undefined, signal === undefined ? {} : { signal });
  },
};
