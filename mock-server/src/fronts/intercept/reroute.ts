import { syncBuiltinESMExports } from 'node:module';
import { connect as connectPlainly, type NetConnectOpts, Socket } from 'node:net';
import tls from 'node:tls';

/** A place that connections can be made to. */
export type Address = { readonly host: string; readonly port: number };

type Connect = (this: Socket, ...args: unknown[]) => Socket;
type Order = Readonly<Partial<Record<'host' | 'servername' | 'path' | 'socket', unknown>>>;

/**
 * Has every connection of this process to one of the hosts made to another address, in the clear where TLS was asked for.
 * It is done where sockets connect, as all that speaks HTTP in Node comes by there: fetch, http, https and undici, whatever
 * agent they were given; so pools, time-outs and headers stay the program's own. Connections to other hosts are left alone.
 */
export function reroute(hosts: readonly string[], to: Address): void {
  const isNamed = (name: unknown): boolean =>
    typeof name === 'string' && hosts.includes(name.toLowerCase().replace(/\.$/, ''));
  const isOpen = ({ path, socket }: Order): boolean => typeof path !== 'string' && !socket;
  // Its own way to look names up would be asked for an address that is known.
  const toTold = (order: Order): NetConnectOpts => ({ ...order, ...to, lookup: undefined }) as NetConnectOpts;

  const connect = Socket.prototype.connect as Connect;
  const connectTls = tls.connect as (...args: unknown[]) => tls.TLSSocket;

  Socket.prototype.connect = function (this: Socket, ...args: unknown[]): Socket {
    const order = toOrder(args);
    if (!isNamed(order.host) || !isOpen(order)) return connect.apply(this, args);
    const callback = toCallback(args);
    return connect.apply(this, callback === undefined ? [toTold(order)] : [toTold(order), callback]);
  } as Socket['connect'];

  tls.connect = ((...args: unknown[]): Socket => {
    const order = toOrder(args);
    // Whoever looked the name up before connects to an address, but tells TLS whom it expects there.
    const isMeant = isNamed(order.host) || isNamed(order.servername);
    if (!isMeant || !isOpen(order)) return connectTls(...args);
    return connectInTheClear(toTold(order), toCallback(args));
  }) as typeof tls.connect;

  syncBuiltinESMExports();
}

/** A socket that tells those who wait for TLS that it is there. */
function connectInTheClear(order: NetConnectOpts, callback: (() => void) | undefined): Socket {
  const socket = connectPlainly(order);
  if (callback !== undefined) socket.once('secureConnect', callback);
  socket.once('connect', () => socket.emit('secureConnect'));
  Object.assign(socket, { encrypted: true, authorized: true, authorizationError: null });
  return socket;
}

/** What is to be connected to, of all ways in which Node is told. */
function toOrder(args: readonly unknown[]): Order {
  // Within Node the arguments come as a list that was put in order before.
  const [first, second, third] = Array.isArray(args[0]) ? args[0] : args;
  if (typeof first === 'object' && first !== null) return first;
  const options = [second, third].find((each) => typeof each === 'object' && each !== null) ?? {};
  if (!/^[0-9]+$/.test(String(first))) return { ...options, path: first };
  return { ...options, ...(typeof second === 'string' ? { host: second } : {}) };
}

function toCallback(args: readonly unknown[]): (() => void) | undefined {
  const all: readonly unknown[] = Array.isArray(args[0]) ? args[0] : args;
  return all.find((each): each is () => void => typeof each === 'function');
}
