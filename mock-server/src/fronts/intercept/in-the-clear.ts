import type { Socket } from 'node:net';
import type { Order } from './order.ts';

/** What is asked of a connection over TLS; of one in the clear there is little to tell. */
const ANSWERS = {
  encrypted: true,
  authorized: true,
  authorizationError: null,
  getPeerCertificate: () => ({}),
  getProtocol: () => null,
  getCipher: () => undefined,
  getSession: () => undefined,
  isSessionReused: () => false,
  getCertificate: () => ({}),
  getPeerX509Certificate: () => undefined,
  getX509Certificate: () => undefined,
  getEphemeralKeyInfo: () => ({}),
  getFinished: () => undefined,
  getPeerFinished: () => undefined,
  getSharedSigalgs: () => [],
  getTLSTicket: () => undefined,
  setMaxSendFragment: () => true,
  setServername: () => {},
  setSession: () => {},
  disableRenegotiation: () => {},
  enableTrace: () => {},
  exportKeyingMaterial: () => undefined,
  renegotiate: () => false,
  setKeyCert: () => {},
};

/** Has a connection in the clear look like one over TLS to those who wait for that, and returns it. */
export function showAsTls(socket: Socket, order: Order, callback: (() => void) | undefined): Socket {
  if (callback !== undefined) socket.once('secureConnect', callback);
  const alpnProtocol = speaksHttp1(order) && order.ALPNProtocols !== undefined ? 'http/1.1' : false;
  Object.assign(socket, ANSWERS, { alpnProtocol, servername: order.servername ?? order.host });
  const tell = (): void => void socket.emit('secureConnect');
  // As with TLS, nobody is told before there was time to listen.
  if (socket.connecting) socket.once('connect', tell);
  else process.nextTick(tell);
  return socket;
}

/** False where a client over TLS would take nothing but HTTP/2. */
export function speaksHttp1({ ALPNProtocols: protocols }: Order): boolean {
  if (Array.isArray(protocols) && protocols.length > 0) return protocols.some(isHttp1);
  return !ArrayBuffer.isView(protocols) || isHttp1(toText(protocols));
}

const isHttp1 = (protocol: unknown): boolean =>
  String(ArrayBuffer.isView(protocol) ? toText(protocol) : protocol).includes('http/1');

const toText = ({ buffer, byteOffset, byteLength }: ArrayBufferView): string =>
  Buffer.from(buffer, byteOffset, byteLength).toString('latin1');
