/** Asks the proxy at PROXY for the host that it is given, in every way, and says what became of it. */
import { once } from 'node:events';
import http from 'node:http';
import https from 'node:https';
import net from 'node:net';
import tls from 'node:tls';
import { fetch as fetchOfUndici, ProxyAgent } from 'undici';

const [, , host = '', port = ''] = process.argv;
const proxy = new URL(process.env.PROXY ?? '');
const target = `${host}:${port}`;
const own = { host: proxy.hostname, port: Number(proxy.port), agent: false };

async function heard(sent: http.ClientRequest): Promise<string> {
  sent.end();
  const [response] = (await once(sent, 'response')) as [http.IncomingMessage];
  response.resume();
  return `${response.statusCode}`;
}

async function connected(socket: net.Socket): Promise<string> {
  // Either may come first.
  await Promise.race([once(socket, 'secureConnect'), once(socket, 'data')]);
  socket.destroy();
  return 'connected';
}

const ways: Record<string, () => Promise<string>> = {
  'a tunnel of undici': async () => {
    const { status } = await fetchOfUndici(`https://${target}/users`, {
      dispatcher: new ProxyAgent(proxy.origin),
    });
    return `${status}`;
  },
  'a CONNECT by http': () =>
    new Promise((resolve, reject) => {
      const sent = http.request({ ...own, method: 'CONNECT', path: target });
      sent
        .on('connect', (response) => resolve(`${response.statusCode}`))
        .on('error', reject)
        .end();
    }),
  'a CONNECT on a socket': async () => {
    const socket = net.connect(own.port, own.host);
    socket.write(`CONNECT ${target} HTTP/1.1\r\nHost: ${target}\r\n\r\n`);
    return connected(socket);
  },
  'a CONNECT in bytes, after others': async () => {
    const socket = net.connect(own.port, own.host);
    await once(socket, 'connect');
    socket.cork();
    socket.write(Buffer.from(`CONNECT ${target} HTTP/1.1\r\n`));
    socket.write('\r\n');
    socket.uncork();
    return connected(socket);
  },
  'a whole address': () => heard(http.request({ ...own, path: `http://${target}/users`, method: 'POST' })),
  'TLS on a connection that says nothing of HTTP': async () => {
    const socket = net.connect(own.port, own.host);
    socket.write('\u0005\u0001\u0000');
    await once(socket, 'connect');
    return connected(tls.connect({ socket, servername: host }));
  },
  'TLS of https on such a connection': async () => {
    const socket = net.connect(own.port, own.host);
    return heard(
      https.get({ host, path: '/', createConnection: () => tls.connect({ socket, servername: host }) }),
    );
  },
};

const seen: Record<string, string> = {};
for (const [name, ask] of Object.entries(ways)) {
  seen[name] = await ask().catch((error: Error & { cause?: { code?: string } }) =>
    String(error.cause?.code ?? Reflect.get(error, 'code') ?? error),
  );
}
process.stdout.write(JSON.stringify(seen));
process.exit();
