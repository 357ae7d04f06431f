import { createUserlistEngine } from '@understudy/mock-server';
import { createDesk } from '@understudy/mock-server/control';
import { createFastifyFront } from '@understudy/mock-server/fastify';
import { expect, it, onTestFinished } from 'vitest';

it('stores what is sent to it', async () => {
  const engine = createUserlistEngine({ rateLimit: 'off' });
  const front = createFastifyFront({ engine, desk: createDesk({ engine, version: '1.0.0' }) });
  onTestFinished(() => front.close());
  const { url } = await front.listen({ port: 0, host: '127.0.0.1' });

  const accepted = await fetch(`${url}/users`, {
    method: 'POST',
    headers: { Authorization: 'Push my-key', 'Content-Type': 'application/json' },
    body: JSON.stringify({ identifier: 'user-1', properties: { planName: 'pro' } }),
  });
  expect(accepted.status).toBe(202);

  const stored = await fetch(`${url}/_control/accounts/my-key/users`);
  expect(await stored.json()).toMatchObject({
    items: [{ identifier: 'user-1', properties: { plan_name: 'pro' } }],
    next: null,
  });
});
