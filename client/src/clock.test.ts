import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { systemClock } from './clock.ts';

describe('the system clock', () => {
  beforeEach(() => {
    vi.useFakeTimers({ now: 1000 });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('never wakes early', async () => {
    const woken = systemClock.sleep(59_000).then(() => systemClock.now());
    await vi.advanceTimersByTimeAsync(60_000);
    expect(await woken).toBeGreaterThanOrEqual(60_000);
  });

  it('wakes when the signal aborts, and leaves no timer behind', async () => {
    const abort = new AbortController();
    const sleeping = systemClock.sleep(59_000, abort.signal);
    const outcome = expect(sleeping).rejects.toBe('enough');
    abort.abort('enough');
    await outcome;
    expect(vi.getTimerCount()).toBe(0);
  });

  it('does not fall asleep on an aborted signal', async () => {
    await expect(systemClock.sleep(59_000, AbortSignal.abort('before'))).rejects.toBe('before');
    expect(vi.getTimerCount()).toBe(0);
  });

  it('does not wake at once from a sleep longer than a timer can be', async () => {
    let awake = false;
    void systemClock.sleep(Number.POSITIVE_INFINITY).then(() => {
      awake = true;
    });
    await vi.advanceTimersByTimeAsync(86_400_000);
    expect(awake).toBe(false);
  });
});
