import { syncBuiltinESMExports } from 'node:module';
import { connect as connectPlainly, type NetConnectOpts, Socket } from 'node:net';
import tls from 'node:tls';
import type { Address } from './address.ts';
import { answerLookups, isReserved } from './answer-lookups.ts';
import { showAsTls, speaksHttp1 } from './in-the-clear.ts';
import { toCallback, toOrder } from './order.ts';
import { createRefusals, toPlace } from './refusals.ts';
import { createProxyWatch } from './stop-proxied.ts';

export type Route = {
  /** Whether a name means one of the hosts whose connections are led away. */
  readonly isMeant: (name: string) => boolean;
  readonly to: Address;
  /** Is told of what can neither be led there nor be let through. */
  readonly tell: (sentence: string) => void;
};

type Connect = (this: Socket, ...args: unknown[]) => Socket;

/** What a program says of how to reach an address, of which it knows nothing when it is led to another. */
const OWN_WAY = {
  lookup: undefined,
  family: undefined,
  hints: undefined,
  localAddress: undefined,
  localPort: undefined,
};

/**
 * Has every connection of this process to some hosts made to another address, in the clear where TLS was asked for.
 * It is done where sockets connect, as all that speaks HTTP in Node comes by there: fetch, http, https and undici, whatever
 * agent they were given; so pools, time-outs and headers stay the program's own. Connections to other hosts are left alone,
 * but those by which a proxy is asked for one of the hosts are ended.
 */
export function reroute({ isMeant: isHost, to, tell }: Route): void {
  answerLookups(isHost);
  const isMeant = (name: string): boolean => isHost(name) || isReserved(name);
  const isNamed = (name: unknown): name is string => typeof name === 'string' && isMeant(name);
  const toTold = (order: object): NetConnectOpts => ({ ...order, ...OWN_WAY, ...to }) as NetConnectOpts;
  const refusals = createRefusals(tell);
  const proxies = createProxyWatch((host, socket) =>
    isMeant(host) ? refusals.throughProxy(host, toPlace(socket)) : null,
  );
  const rerouted = new WeakSet<object>();

  const connect = Socket.prototype.connect as Connect;
  const connectTls = tls.connect as (...args: unknown[]) => tls.TLSSocket;

  Socket.prototype.connect = function (this: Socket, ...args: unknown[]): Socket {
    const order = toOrder(args);
    if (typeof order.path === 'string' || order.socket) return connect.apply(this, args);
    if (!isNamed(order.host)) {
      proxies.watch(this);
      return connect.apply(this, args);
    }
    rerouted.add(this);
    const callback = toCallback(args);
    return connect.apply(this, callback === undefined ? [toTold(order)] : [toTold(order), callback]);
  } as Socket['connect'];

  tls.connect = ((...args: unknown[]): Socket => {
    const order = toOrder(args);
    const { socket, host, servername } = order;
    const callback = toCallback(args);
    // Some connect first, and have TLS spoken on that.
    if (socket instanceof Socket && rerouted.has(socket)) return showAsTls(socket, order, callback);
    // Whoever looked the name up before connects to an address, but tells TLS whom it expects there.
    const meant = [servername, host].find(isNamed);
    if (meant === undefined || typeof order.path === 'string') return connectTls(...args);
    if (socket) return fail(refusals.throughProxy(meant, toPlace(socket)), socket);
    if (!speaksHttp1(order)) return fail(refusals.overHttp2(meant));
    const made = connectPlainly(toTold(order));
    rerouted.add(made);
    return showAsTls(made, order, callback);
  }) as typeof tls.connect;

  syncBuiltinESMExports();
}

/** A connection that has failed, and that by which it would have gone ended with it. */
function fail(error: Error, by?: unknown): Socket {
  if (by instanceof Socket) by.destroy();
  return new Socket().destroy(error);
}
