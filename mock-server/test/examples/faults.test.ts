import { createPushClient } from '@understudy/client';
import { armFault, createUserlistEngine, expectExactly } from '@understudy/mock-server';
import { expect, it } from 'vitest';

it('sends an event again when Userlist is down', async () => {
  const engine = createUserlistEngine();
  armFault(engine, { account: 'my-key', operation: 'pushEvent', times: 1, effect: { status: 503 } });

  const userlist = createPushClient({ pushKey: 'my-key', fetch: engine.handle, random: () => 0 });
  const result = await userlist.events.push({ name: 'project_created', user: 'user-1' });

  expect(result).toMatchObject({ ok: true, attempts: 2 });
  expectExactly(engine, 1, { account: 'my-key', operation: 'pushEvent', status: 202 });
  expect(engine.faults.list('my-key')).toMatchObject([{ offered: 1, fired: 1, delivered: 1 }]);
});
