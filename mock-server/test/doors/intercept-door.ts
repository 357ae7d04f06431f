import https, { Agent } from 'node:https';
import { syncBuiltinESMExports } from 'node:module';
import { Socket } from 'node:net';
import tls from 'node:tls';
import { reroute } from '../../src/fronts/intercept/reroute.ts';
import { VENDOR_HOSTS } from '../../src/fronts/vendor-hosts.ts';
import type { UserlistEngine } from '../../src/index.ts';
import { createRawConnection } from '../fronts/raw-connection.ts';
import { ANY_HOST, type Delays, type WireDoor } from './door.ts';
import { openFront } from './open-front.ts';
import { sendByHttp } from './send-by-http.ts';

const [PUSH_HOST = ''] = VENDOR_HOSTS;

/**
 * What `node --import …/intercept` does to a process, done to this one: requests are sent to the vendor over HTTPS. What
 * was rerouted is led back when the door is closed.
 */
export async function openInterceptDoor(engine: UserlistEngine, delays: Delays = 'real'): Promise<WireDoor> {
  const front = openFront(engine, delays, 'intercept');
  const { port, address: host } = await front.listen({ port: 0, host: '127.0.0.1' });
  const leadBack = takeWays();
  const told: string[] = [];
  reroute({
    isMeant: (name) => VENDOR_HOSTS.includes(name),
    to: { host, port },
    tell: (sentence) => told.push(sentence),
  });
  const agent = new Agent({ keepAlive: true });
  return {
    send: (sent) =>
      sendByHttp((options) => https.request({ agent, ...options, host: toVendor(sent.host) }), sent),
    dial: () => createRawConnection(80, PUSH_HOST),
    async close() {
      agent.destroy();
      leadBack();
      await front.close(0);
      if (told.length > 0) throw new Error(`A request was not led to the stand-in: ${told.join(' ')}`);
    },
  };
}

/** The host to connect to, which need not be the one that a request names. */
function toVendor(named = ANY_HOST): string {
  return VENDOR_HOSTS.includes(named) ? named : PUSH_HOST;
}

/** Remembers how connections are made; the function that it returns has them made so again. */
function takeWays(): () => void {
  const { connect } = Socket.prototype;
  const { connect: connectTls } = tls;
  return () => {
    Socket.prototype.connect = connect;
    tls.connect = connectTls;
    syncBuiltinESMExports();
  };
}
