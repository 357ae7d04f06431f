/** Sends to a host in every way that Node has, and says what became of it. */
import dns from 'node:dns';
import { lookup } from 'node:dns/promises';
import { once } from 'node:events';
import http, { get, request } from 'node:http';
import https, { get as getSecurely, request as requestSecurely } from 'node:https';
import { createRequire } from 'node:module';
import net from 'node:net';
import tls from 'node:tls';
import { promisify } from 'node:util';
import { Agent, fetch as fetchOfUndici, interceptors, request as requestOfUndici } from 'undici';

const HEADERS = { authorization: 'Push k' };
const required = createRequire(import.meta.url)('node:https') as typeof https;

type Send = (heard: (response: http.IncomingMessage) => void) => http.ClientRequest;

/** The status of an answer, with the URL that fetch names. */
async function fetched(input: string | URL | Request): Promise<string> {
  const response = await fetch(input, { headers: HEADERS });
  return `${response.status} ${response.url}`;
}

function heard(send: Send): Promise<string> {
  return new Promise((resolve, reject) => {
    const sent = send((response) => {
      response.resume().on('end', () => resolve(`${response.statusCode}`));
    });
    sent.on('error', reject).end();
  });
}

/** The status that comes on a socket once it is connected. */
function read(connect: (connected: () => void) => net.Socket): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(() =>
      socket.end(`GET / HTTP/1.1\r\nHost: ${hostname}\r\nConnection: close\r\n\r\n`),
    );
    socket.on('error', reject).on('data', (head: Buffer | string) => resolve(`${head}`.split(' ')[1] ?? ''));
  });
}

const noLookup: net.LookupFunction = (name, _options, done) => {
  done(Object.assign(new Error(`nobody knows ${name}`), { code: 'ENOTFOUND' }), []);
};

const secure = `https://${process.argv[2]}`;
const plain = `http://${process.argv[2]}`;
const hostname = process.argv[2] ?? '';
const own = { headers: HEADERS, path: '/own' };

const ways: Record<string, () => Promise<string>> = {
  'fetch(text)': () => fetched(`${secure}/fetch-text`),
  'fetch(URL), http': () => fetched(new URL(`${plain}/fetch-url`)),
  'fetch(Request)': () => fetched(new Request(`${secure}/fetch-request`)),
  'http.request(text)': () => heard((on) => http.request(`${plain}/text`, { headers: HEADERS }, on)),
  'http.get(URL)': () => heard((on) => http.get(new URL(`${plain}/url`), { headers: HEADERS }, on)),
  'request(options)': () => heard((on) => request({ hostname, ...own }, on)),
  'get(options), host': () => heard((on) => get({ host: hostname, ...own }, on)),
  'https.request(text)': () => heard((on) => https.request(`${secure}/text`, { headers: HEADERS }, on)),
  'https.request(URL)': () =>
    heard((on) => https.request(new URL(`${secure}/url`), { headers: HEADERS }, on)),
  'https.get(text, options)': () => heard((on) => https.get(secure, own, on)),
  'request(options), secure': () => heard((on) => requestSecurely({ hostname, port: 443, ...own }, on)),
  'get(options), no agent': () => heard((on) => getSecurely({ host: hostname, agent: false, ...own }, on)),
  'get(options), own agent': () =>
    heard((on) => https.get({ host: hostname, agent: new https.Agent({ maxSockets: 1 }), ...own }, on)),
  'https, capitals and a dot': () => heard((on) => https.get(`https://${hostname.toUpperCase()}./dot`, on)),
  'required https': () => heard((on) => required.get({ host: hostname, ...own }, on)),
  'fetch of undici': async () => `${(await fetchOfUndici(`${secure}/undici`, { headers: HEADERS })).status}`,
  'request of undici': async () => `${(await requestOfUndici(`${plain}/undici`)).statusCode}`,
  'request of undici, own dispatcher': async () => {
    const { statusCode } = await requestOfUndici(`${secure}/undici`, { dispatcher: new Agent() });
    return `${statusCode}`;
  },
  'request of undici, which looks up itself': async () => {
    const dispatcher = new Agent().compose(interceptors.dns());
    return `${(await requestOfUndici(`${plain}/undici`, { dispatcher })).statusCode}`;
  },
  'http, to where a lookup says': async () => {
    const { address } = await lookup(hostname);
    return heard((on) => http.get({ host: address, path: '/', headers: { host: hostname } }, on));
  },
  'https, to where a lookup for IPv6 says': async () => {
    const { address } = await promisify(dns.lookup)(hostname, { family: 6 });
    return heard((on) => https.get(`https://[${address}]/`, { headers: { host: hostname } }, on));
  },
  'net.connect to where a lookup of all says': async () => {
    const [found] = await promisify(dns.lookup)(hostname, { all: true });
    return read((on) => net.connect(80, found?.address, on));
  },
  'https, looked up before': () =>
    heard((on) =>
      https.get(
        { host: '127.0.0.1', servername: hostname, port: 1, path: '/', headers: { host: hostname } },
        on,
      ),
    ),
  'https, with its own way there': () =>
    heard((on) => https.get({ hostname, family: 6, localAddress: '::1', lookup: noLookup, ...own }, on)),
  'tls.connect(port, host)': () => read((on) => tls.connect(443, hostname, {}, on)),
  'tls.connect(options)': () =>
    read((on) => tls.connect({ port: 443, host: hostname, servername: hostname }, on)),
  'tls.connect on a connection': () =>
    read((on) => tls.connect({ socket: net.connect(443, hostname), servername: hostname }, on)),
  'tls.connect on one that is there': async () => {
    const socket = net.connect({ port: 443, host: hostname });
    await once(socket, 'connect');
    return read((on) => tls.connect({ socket, servername: hostname }, on));
  },
  'net.connect(port, host)': () => read((on) => net.connect(80, hostname, on)),
  'new Socket().connect': () => read((on) => new net.Socket().connect({ port: 80, host: hostname }, on)),
};

const seen: Record<string, string> = {};
for (const [name, send] of Object.entries(ways)) {
  seen[name] = await send().catch((error: Error & { cause?: Error & { code?: string } }) => {
    return String(error.cause?.code ?? Reflect.get(error, 'code') ?? error);
  });
}
process.stdout.write(JSON.stringify(seen));
