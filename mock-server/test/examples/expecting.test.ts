import { createPushClient } from '@understudy/client';
import {
  createUserlistEngine,
  expectExactly,
  expectExchange,
  expectNoExchange,
} from '@understudy/mock-server';
import { expect, it } from 'vitest';

it('tells Userlist of the plan, once', async () => {
  const engine = createUserlistEngine();
  const userlist = createPushClient({ pushKey: 'my-key', fetch: engine.handle });

  await userlist.users.push({ identifier: 'user-1', properties: { planName: 'pro' } });

  const { exchange, changes } = expectExchange(engine, {
    account: 'my-key',
    operation: 'pushUser',
    status: 202,
    body: { properties: { plan_name: 'pro' } },
  });
  expect(changes).toMatchObject([{ kind: 'created', resource: 'user', key: 'user-1' }]);
  expectExactly(engine, 1, { operation: 'pushUser', has: ['/properties/planName'] });
  expectNoExchange(engine, { diagnostic: 'unknown-attribute' });
  expectNoExchange(engine, { since: exchange.id });
});
