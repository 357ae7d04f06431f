import { createPushClient } from '@understudy/client';
import { createUserlistEngine, waitForExchange } from '@understudy/mock-server';
import { expect, it } from 'vitest';

it('tells Userlist of the project in the background', async () => {
  const engine = createUserlistEngine();
  const userlist = createPushClient({ pushKey: 'my-key', fetch: engine.handle });

  const inTheBackground = userlist.events.push({ name: 'Project Created', user: 'user-1' });

  const matcher = { operation: 'pushEvent', body: { name: 'project_created' } } as const;
  const { body, exchange } = await waitForExchange(engine, matcher, { timeoutMs: 2000 });
  expect([body, exchange.status]).toEqual([{ name: 'Project Created', user: 'user-1' }, 202]);
  expect((await inTheBackground).ok).toBe(true);
});
