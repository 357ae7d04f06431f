import { createPushClient, type PushClientOptions } from '@understudy/client';
import { createScriptedService, createTestClock, type Step } from './scripted-service.ts';

export const pushKey = 'key-123';
export const user = { identifier: 'user-1' };
export const message = { template: 'welcome', user: 'user-1' };

/** What fetch throws when the connection breaks before the answer. */
export const cut = failed('ECONNRESET');

/** What fetch throws when nobody listens. */
export const refusedConnection = failed('ECONNREFUSED');

function failed(code: string): TypeError {
  return new TypeError('fetch failed', { cause: Object.assign(new Error(code), { code }) });
}

/** A client whose random number is always a half, and a service that answers it by a script, on one test clock. */
export function setUp(steps: readonly Step[], options: Partial<PushClientOptions> = {}) {
  const clock = createTestClock();
  const { fetch, requests } = createScriptedService(steps, clock);
  const client = createPushClient({ pushKey, fetch, clock, random: () => 0.5, ...options });
  return { client, clock, requests, fetch };
}
