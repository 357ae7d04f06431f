import { expect, it } from 'vitest';
import type { Contact } from '../outgoing/contact.ts';
import { createEnding } from '../outgoing/ending.ts';
import { accepted, noon, refused, url } from '../outgoing/test/set-up.ts';
import { createVirtualClock } from '../outgoing/test/virtual-clock.ts';
import { resend } from './resend.ts';

/** Answers 429 to the first so many attempts; meanwhile so many requests of others get through each time. */
function createCrowd(refusals: number, others: number) {
  let attempts = 0;
  let through = 0;
  const contact: Contact = {
    async fetch() {
      attempts += 1;
      through += others;
      return attempts > refusals ? accepted() : refused(429, 'Too many.');
    },
    untilOpen: () => Promise.resolve(),
    opensAt: Number.POSITIVE_INFINITY,
    isLost: false,
    mayHaveReached: true,
    attempts: 0,
    get accepted() {
      return through;
    },
  };
  return contact;
}

it.each([
  ['goes on while others get through before it', 20, 1, 202],
  ['gives up when nobody gets through', 20, 0, 429],
  ['waits for three windows', 3, 0, 202],
])('a request that a full rate limit refuses %s', async (_what, refusals, others, status) => {
  const clock = createVirtualClock(noon, () => false);
  const ending = createEnding(clock);
  const recorded = {
    entry: 0,
    method: 'POST',
    url: new URL(`${url}/users`),
    headers: [],
    body: null,
    whole: true,
    status: 202,
    account: null,
    isOurs: true,
  };
  const target = { url, pushKey: 'any', isStandardKey: false };
  const contact = createCrowd(refusals, others);
  const resent = await resend(recorded, { contact, ending, clock, target, timeoutMs: 1000 });
  ending.close();
  expect(resent).toEqual({ kind: 'answered', status });
});
