import type { Socket } from 'node:net';
import packageJson from '../../../package.json' with { type: 'json' };
import { createDesk } from '../../control/desk.ts';
import { createUserlistEngine } from '../../userlist.ts';
import { createFastifyFront } from '../fastify.ts';

/**
 * Starts a stand-in within this process and returns where it is; it keeps no process alive that waits for nothing.
 * It listens, where the engine could be called, as what http, https and undici get is then HTTP to the last byte.
 */
export async function startOwnStandIn(hosts: readonly string[]): Promise<string> {
  const engine = createUserlistEngine();
  const desk = createDesk({ engine, version: packageJson.version, allowedHosts: hosts });
  const { app, listen } = createFastifyFront({ engine, desk, door: 'intercept' });
  const { url } = await listen({ port: 0, host: '127.0.0.1' });
  app.server.unref();
  app.server.on('connection', (socket: Socket) => socket.unref());
  return url;
}
