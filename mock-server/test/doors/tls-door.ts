import { Agent, request } from 'node:https';
import type { UserlistEngine } from '../../src/index.ts';
import { createRawTlsConnection } from '../fronts/raw-connection.ts';
import { makeTlsIdentity } from '../fronts/tls-identity.ts';
import type { Delays, WireDoor } from './door.ts';
import { openFront } from './open-front.ts';
import { sendByHttp } from './send-by-http.ts';

/** Made once: it takes longer than many tests. */
let identity: ReturnType<typeof makeTlsIdentity> | null = null;

/** The Fastify front over HTTPS. */
export async function openTlsDoor(engine: UserlistEngine, delays: Delays = 'real'): Promise<WireDoor> {
  identity ??= makeTlsIdentity();
  const { key, cert } = await identity;
  const front = openFront(engine, delays);
  const listening = await front.listen({ port: 0, host: '127.0.0.1', https: { port: 0, key, cert } });
  const port = Number(new URL(listening.httpsUrl ?? '').port);
  const agent = new Agent({ keepAlive: true });
  const to = { ca: cert, host: '127.0.0.1', port, servername: 'localhost' };
  return {
    send: (sent) => sendByHttp((options) => request({ agent, ...options, ...to }), sent),
    dial: () => createRawTlsConnection(port, cert),
    async close() {
      agent.destroy();
      await front.close(0);
    },
  };
}
