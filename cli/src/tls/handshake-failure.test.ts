import { once } from 'node:events';
import { type AddressInfo, connect as connectPlainly, createServer as createPlainServer } from 'node:net';
import { type ConnectionOptions, connect, createServer } from 'node:tls';
import { describe, expect, it } from 'vitest';
import { systemClock } from '../outgoing/system-clock.ts';
import { explainHandshakeFailure } from './handshake-failure.ts';
import { makeIdentity } from './make-identity.ts';
import { TLS_NAMES } from './tls-names.ts';

const identity = await makeIdentity(TLS_NAMES, systemClock.now());

/** Has a server fail in a handshake, and explains that. */
async function failWith(begin: (port: number) => { destroy(): void }): Promise<string> {
  const { key, certificate: cert } = identity;
  const server = createServer({ key, cert, ALPNProtocols: ['http/1.1'], handshakeTimeout: 50 });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const failed = once(server, 'tlsClientError');
  const client = begin((server.address() as AddressInfo).port);
  const [error] = await failed;
  client.destroy();
  server.close();
  return explainHandshakeFailure(error);
}

const dial = (options: ConnectionOptions) => (port: number) =>
  connect({ port, host: '127.0.0.1', servername: 'localhost', ca: identity.authority, ...options }).on(
    'error',
    () => undefined,
  );

/** What a client says first. */
async function overhearHello(): Promise<Buffer> {
  const server = createPlainServer();
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const client = dial({ maxVersion: 'TLSv1.2' })((server.address() as AddressInfo).port);
  const [socket] = await once(server, 'connection');
  const [hello] = await once(socket, 'data');
  client.destroy();
  socket.destroy();
  server.close();
  return hello;
}

const hello = await overhearHello();

/** Says something, and answers what is said to that. */
const say =
  (first: string | Buffer, next = '') =>
  (port: number) => {
    const socket = connectPlainly(port, '127.0.0.1', () => socket.write(first));
    return socket.once('data', () => socket.write(next, 'latin1')).on('error', () => undefined);
  };

/** Greets, and then gives up for a reason. */
const complain = (alert: number) => say(hello, `\x15\x03\x03\x00\x02\x02${String.fromCharCode(alert)}`);

describe('A handshake that fails', () => {
  it.each([
    ['with OpenSSL that trusts others', complain(48), /does not trust the stand-in; have it trust/],
    ['with Go that trusts others', complain(42), /does not trust the stand-in; have it trust/],
    ['with a browser that trusts others', complain(46), /does not trust the stand-in; have it trust/],
    ['with a clock that is ahead', complain(45), /takes the certificate for expired; set its clock/],
    ['with plain HTTP', say('POST /users HTTP/1.1\r\n\r\n'), /should begin with http:\/\//],
    ['with what wants HTTP/2 alone', dial({ ALPNProtocols: ['h2'] }), /no HTTP\/1\.1, perhaps only HTTP\/2/],
    ['with silence', say(''), /^the client said too little for too long$/],
    ['with what nobody can read', complain(80), /^tlsv1 alert internal error$/],
  ] as const)('%s is explained', async (_how, begin, words) => {
    expect(await failWith(begin)).toMatch(words);
  });

  it('is explained by its own words where there is no code', () => {
    expect(explainHandshakeFailure(new Error('odd\n'))).toBe('odd');
  });
});
