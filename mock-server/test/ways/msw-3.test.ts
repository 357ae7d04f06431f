import { getResponse } from 'msw';
import { setupServer } from 'msw/node';
import { expect, it, onTestFinished } from 'vitest';
import { createUserlistGuard, userlistHandlers } from '../../src/fronts/msw.ts';
import { createUserlistEngine } from '../../src/index.ts';
import { describeMsw } from './msw-behaviour.ts';
import { describeGuard } from './msw-guard-behaviour.ts';
import { describeMswLife } from './msw-life-behaviour.ts';
import { push } from './msw-server.ts';
import { describeOfficialClient } from './official-behaviour.ts';
import { openMsw } from './open-msw.ts';

describeMsw('msw 3', setupServer(), { hearsOfNodeLeaving: true });
describeGuard('msw 3', setupServer());
describeMswLife('msw 3', { setupServer, getResponse });
describeOfficialClient('msw 3', openMsw(setupServer()));

it('a guard with msw 3 stops what opens a socket', async () => {
  // MSW 2.10 would go on to connect, so no host of Userlist is named here.
  const guard = createUserlistGuard({ hosts: ['userlist.invalid'] });
  const server = setupServer();
  server.listen(guard);
  onTestFinished(() => server.close());
  const socket = new WebSocket('wss://userlist.invalid/live');
  await new Promise((resolve) => socket.addEventListener('error', resolve, { once: true }));
  expect(() => guard.expectNoneStopped()).toThrow(/\n {2}GET wss:\/\/userlist\.invalid\/live$/);
});

it('a second server of msw 3 takes the place of the first', async () => {
  const engine = createUserlistEngine();
  for (const host of ['one.invalid', 'other.invalid']) {
    const server = setupServer(...userlistHandlers(engine, { hosts: [host] }));
    server.listen({ onUnhandledFrame: 'bypass' });
    onTestFinished(() => server.close());
  }
  expect((await push({}, 'https://other.invalid/users')).status).toBe(202);
  await expect(push({}, 'https://one.invalid/users')).rejects.toMatchObject({ cause: { code: 'ENOTFOUND' } });
});
