import { armFault, createUserlistEngine, expectExactly } from '@understudy/mock-server';
import { createUserlistGuard, userlistHandlers } from '@understudy/mock-server/msw';
import Userlist from '@userlist/push';
import { setupServer } from 'msw/node';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';

const engine = createUserlistEngine();
const guard = createUserlistGuard();
const server = setupServer(...userlistHandlers(engine, { delays: 'skip' }));

beforeAll(() => server.listen(guard));
afterEach(() => guard.expectNoneStopped());
afterAll(() => server.close());

it('is told that the service is down', async () => {
  armFault(engine, { account: 'my-key', times: 1, effect: { status: 503, delay_ms: 10_000 } });
  const userlist = new Userlist({ pushKey: 'my-key' });

  expect((await userlist.users.push({ identifier: 'user-1' })).statusCode).toBe(503);
  expect((await userlist.users.push({ identifier: 'user-1' })).statusCode).toBe(202);
  expectExactly(engine, 1, { account: 'my-key', operation: 'pushUser', status: 202 });
});
