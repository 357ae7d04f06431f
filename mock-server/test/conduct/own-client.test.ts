import { createPushClient } from '@understudy/client';
import { describe, expect, it } from 'vitest';
import type { Conduct } from '../../src/conduct/rules.ts';
import type { FaultDefinition } from '../../src/engine/faults/fault.ts';
import { randomAt } from '../../src/engine/faults/random.ts';
import { createScene, KEY } from './scene.ts';

/** No answer of the stand-in is that late here, so the wait for one is told from the pauses by its length. */
const TIMEOUT_MS = 123_456;

/** Sends users and events in a row through a fault, with pauses that pass at once, and reports. */
async function deliverThrough(fault: FaultDefinition, seed = 1): Promise<Conduct> {
  const scene = createScene();
  scene.arm(fault);
  let drawn = 0;
  const client = createPushClient({
    pushKey: KEY,
    fetch: scene.engine.handle,
    timeoutMs: TIMEOUT_MS,
    clock: {
      now: scene.now,
      sleep: (ms, signal) => {
        if (ms !== TIMEOUT_MS) {
          scene.wait(ms);
          return Promise.resolve();
        }
        return new Promise((_, reject) => signal?.addEventListener('abort', () => reject(signal.reason)));
      },
    },
    random: () => {
      drawn += 1;
      return randomAt(seed, drawn);
    },
  });
  for (let number = 1; number <= 12; number += 1) {
    expect((await client.users.push({ identifier: `user-${number}` })).ok).toBe(true);
    expect((await client.events.push({ name: 'seen', user: `user-${number}` })).ok).toBe(true);
  }
  return scene.conduct();
}

describe('Our own client', () => {
  it.each<[string, FaultDefinition]>([
    ['429 with Retry-After', { from: 2, every: 3, effect: { status: 429, retry_after: 7 } }],
    ['429 until a date', { from: 2, every: 5, effect: { status: 429, retry_after: { date_in: 9 } } }],
    ['429 without Retry-After', { from: 2, every: 3, effect: { status: 429, retry_after: 'absent' } }],
    ['503 with Retry-After', { from: 2, every: 3, effect: { status: 503, retry_after: 30 } }],
    ['503 now and then', { from: 2, every: 2, effect: { status: 503 } }],
    ['a long outage', { from: 3, times: 9, effect: { status: 503 } }],
    ['500, then 502', { times: 6, effect: { status: 502 } }],
  ])('has nothing found against it through %s', async (_what, fault) => {
    for (let seed = 1; seed <= 5; seed += 1) {
      const conduct = await deliverThrough(fault, seed);
      expect(conduct.findings).toEqual([]);
      expect(conduct.back_off.retries).toBeGreaterThan(0);
      expect(conduct.retry_after.kept).toBe(conduct.retry_after.asked);
    }
  });

  it.each(['before', 'after'] as const)(
    'only has remarks against it through resets %s applying',
    async (when) => {
      const conduct = await deliverThrough({ from: 2, every: 4, effect: { hang_up: when } });
      expect(new Set(conduct.findings.map(({ kind }) => kind))).toEqual(new Set(['duplicate-after-unknown']));
    },
  );
});
