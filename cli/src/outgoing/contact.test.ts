import { describe, expect, it } from 'vitest';
import { createContact } from './contact.ts';
import { noon, refused, url } from './test/set-up.ts';
import { createVirtualClock } from './test/virtual-clock.ts';

async function opensAfter(retryAfter: string): Promise<number> {
  const contact = createContact({
    fetch: async () => refused(429, 'Slowly', { 'retry-after': retryAfter }),
    clock: createVirtualClock(noon, () => false),
    onLost: () => undefined,
  });
  await contact.fetch(new Request(url));
  return contact.opensAt - noon;
}

describe('the rate limit', () => {
  it.each([
    ['12', 12_000],
    ['5, 7', 7000],
    ['30,2 , 1', 30_000],
  ])('opens after the most seconds that were asked for: %s', async (retryAfter, ms) => {
    expect(await opensAfter(retryAfter)).toBe(ms);
  });

  it.each(['soon', '5, soon', '-5'])('is left to the client where it asks for %s', async (retryAfter) => {
    expect(await opensAfter(retryAfter)).toBe(0);
  });
});
