import type { Server } from 'node:http';
import { setImmediate as turn } from 'node:timers/promises';
import { expect, it, onTestFinished } from 'vitest';
import { createFastifyFront, type FastifyFront, type FrontTimeouts } from '../../src/fronts/fastify.ts';
import { createUserlistEngine } from '../../src/index.ts';
import { describeOfficialClient } from './official-behaviour.ts';
import type { OfficialCall } from './official-calls.ts';
import { type OfficialWay, startOfficialProcess } from './official-way.ts';
import { DOOR } from './run-intercepted.ts';

/** A front, and a process whose requests to the vendor are rerouted there. */
async function openIntercept(
  timeouts: Partial<FrontTimeouts> = {},
): Promise<OfficialWay & { readonly front: FastifyFront }> {
  const engine = createUserlistEngine();
  const front = createFastifyFront({ engine, timeouts });
  const { url } = await front.listen({ port: 0, host: '127.0.0.1' });
  const { send, close } = startOfficialProcess(['--import', DOOR], { UNDERSTUDY_URL: url });
  return {
    engine,
    front,
    door: 'fastify',
    send,
    async close() {
      await close();
      await front.close(0);
    },
  };
}

describeOfficialClient('intercept', openIntercept);

it('the connections of answers that nobody reads are closed after a while', async () => {
  const way = await openIntercept({ keepAlive: 50 });
  onTestFinished(() => way.close());
  const calls = Array.from({ length: 100 }, (): OfficialCall => ['users.push', { identifier: '' }]);
  expect(new Set(await way.send('k', calls))).toEqual(new Set([422]));
  while ((await countConnections(way.front.app.server)) > 0) await turn();
  expect(await way.send('k', [['users.push', 'ann']])).toEqual([202]);
});

const countConnections = (server: Server): Promise<number> =>
  new Promise((resolve, reject) => {
    server.getConnections((error, count) => (error === null ? resolve(count) : reject(error)));
  });
