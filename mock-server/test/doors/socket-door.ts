import { Agent, request } from 'node:http';
import type { UserlistEngine } from '../../src/index.ts';
import { createRawConnection } from '../fronts/raw-connection.ts';
import type { Delays, WireDoor } from './door.ts';
import { openFront } from './open-front.ts';
import { sendByHttp } from './send-by-http.ts';

/** The Fastify front over HTTP. */
export async function openSocketDoor(engine: UserlistEngine, delays: Delays = 'real'): Promise<WireDoor> {
  const front = openFront(engine, delays);
  const { port, address: host } = await front.listen({ port: 0, host: '127.0.0.1' });
  const agent = new Agent({ keepAlive: true });
  return {
    send: (sent) => sendByHttp((options) => request({ agent, ...options, host, port }), sent),
    dial: () => createRawConnection(port, host),
    async close() {
      agent.destroy();
      await front.close(0);
    },
  };
}
