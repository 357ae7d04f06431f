/** Does what programs do with sockets and servers of their own, and says all that it can see of that. */
import dns from 'node:dns';
import { once } from 'node:events';
import http from 'node:http';
import http2 from 'node:http2';
import https from 'node:https';
import net, { type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import tls from 'node:tls';
import { Agent, fetch as fetchOfUndici } from 'undici';

const { key, cert } = JSON.parse(process.env.IDENTITY ?? '{}') as { key: string; cert: string };
const answer = (request: http.IncomingMessage, response: http.ServerResponse): void => {
  response.end(`${request.method} ${request.url} ${request.headers.host?.replace(/:\d+$/, '')}`);
};
const plain = http.createServer(answer);
const secure = https.createServer({ key, cert }, answer);
const second = http2.createSecureServer({ key, cert });
second.on('stream', (stream) => {
  stream.respond({ ':status': 200 });
  stream.end('two');
});
const echo = net.createServer((socket) => socket.pipe(socket));
const local = http.createServer(answer);
const pipe =
  process.platform === 'win32'
    ? `\\\\.\\pipe\\elsewhere-${process.pid}`
    : join(tmpdir(), `elsewhere-${process.pid}.sock`);
const servers = [plain, secure, second, echo];
for (const server of servers) await once(server.listen(0, '127.0.0.1'), 'listening');
await once(local.listen(pipe), 'listening');
const [plainPort, securePort, secondPort, echoPort] = servers.map(
  (server) => (server.address() as AddressInfo).port,
);

async function heard(sent: http.ClientRequest): Promise<readonly unknown[]> {
  sent.end();
  const [response] = (await once(sent, 'response')) as [http.IncomingMessage];
  return [response.statusCode, await text(response), sent.reusedSocket];
}

/** What TLS says of itself; the second connection takes up the session of the first. */
async function seeTls(): Promise<readonly unknown[]> {
  const seen: unknown[] = [];
  let session: Buffer | undefined;
  for (let time = 0; time < 2; time += 1) {
    const socket = tls.connect({
      port: securePort,
      host: '127.0.0.1',
      servername: 'localhost',
      ca: cert,
      ALPNProtocols: ['http/1.1'],
      ...(session === undefined ? {} : { session }),
    });
    socket.on('session', (next: Buffer) => {
      session = next;
    });
    await once(socket, 'secureConnect');
    const facts = [
      socket instanceof tls.TLSSocket,
      socket.authorized,
      socket.getProtocol(),
      socket.getPeerCertificate().subject?.CN,
      socket.alpnProtocol,
      socket.isSessionReused(),
    ];
    socket.write('GET /tls HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n');
    const head = await text(socket);
    seen.push([...facts, head.split('\r\n')[0]]);
  }
  return seen;
}

/** Which addresses are tried, of those that a program's own way to look names up has. */
async function seeAttempts(): Promise<readonly unknown[]> {
  const seen: unknown[] = [];
  const socket = net.connect({
    host: 'two-addresses.test',
    port: echoPort ?? 0,
    autoSelectFamily: true,
    lookup: (name, options, done) => {
      seen.push([name, options.all]);
      const addresses = [
        { address: '::1', family: 6 },
        { address: '127.0.0.1', family: 4 },
      ];
      process.nextTick(done, null, addresses);
    },
  });
  socket.on('connectionAttempt', (address) => seen.push(address));
  await once(socket, 'connect');
  seen.push(socket.remoteAddress);
  socket.destroy();
  return seen;
}

async function seeEcho(): Promise<readonly unknown[]> {
  const seen: unknown[] = [];
  const socket = net.connect(echoPort ?? 0, '127.0.0.1', () => seen.push('connected'));
  socket.cork();
  socket.write('CONNECT somewhere:443 HTTP/1.1\r\n');
  socket.write(Buffer.from('two'), () => seen.push('written'));
  socket.uncork();
  socket.end('three');
  seen.push(await text(socket), socket.bytesWritten, socket.bytesRead);
  return seen;
}

async function seeHttp2(): Promise<readonly unknown[]> {
  const session = http2.connect(`https://localhost:${secondPort}`, { ca: cert, lookup: toLoopback });
  const stream = session.request({ ':path': '/' });
  const [headers] = (await once(stream, 'response')) as [http2.IncomingHttpHeaders];
  const seen = [headers[':status'], await text(stream), session.alpnProtocol];
  session.destroy();
  return seen;
}

const toLoopback: net.LookupFunction = (_name, { all }, done) =>
  all === true ? done(null, [{ address: '127.0.0.1', family: 4 }]) : done(null, '127.0.0.1', 4);

const codeOf = (error: Error & { code?: string; cause?: { code?: string } }): unknown =>
  error.cause?.code ?? error.code;

const agent = new https.Agent({ keepAlive: true, maxSockets: 1, ca: cert });
const secureOptions = { host: '127.0.0.1', port: securePort, agent, servername: 'localhost' };
const ownKeys = (value: object): readonly string[] => Reflect.ownKeys(value).map(String);

const seen = {
  http: await heard(http.get(`http://127.0.0.1:${plainPort}/http`)),
  'http under the name of the vendor': await heard(
    http.get({ port: plainPort, host: '127.0.0.1', headers: { host: 'push.userlist.com' } }),
  ),
  'http by a path': await heard(
    http.get({ socketPath: pipe, host: 'push.userlist.com', path: '/by-path', agent: false }),
  ),
  'https, kept alive': [
    await heard(https.get({ ...secureOptions, path: '/1' })),
    await heard(https.get({ ...secureOptions, path: '/2' })),
  ],
  fetch: await (await fetch(`http://127.0.0.1:${plainPort}/fetch`, { method: 'PUT', body: 'x' })).text(),
  undici: await (
    await fetchOfUndici(`https://127.0.0.1:${securePort}/undici`, {
      dispatcher: new Agent({ connect: { ca: cert } }),
    })
  ).text(),
  'an authority that is not trusted': await fetch(`https://127.0.0.1:${securePort}/`).catch(codeOf),
  'nobody there': await once(net.connect(1, '127.0.0.1'), 'connect').catch(codeOf),
  'a name that is not there': await once(
    net.connect({ host: 'userlist.invalid', port: 80 }),
    'connect',
  ).catch(codeOf),
  tls: await seeTls(),
  attempts: await seeAttempts(),
  echo: await seeEcho(),
  http2: await seeHttp2(),
  shapes: [net, tls, dns, net.Socket.prototype, tls.TLSSocket.prototype, http.globalAgent].map(ownKeys),
  environment: Object.keys(process.env).toSorted(),
};
process.stdout.write(JSON.stringify(seen, null, 1));
process.exit();
