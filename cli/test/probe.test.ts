import { once } from 'node:events';
import { createServer as createHttpServer, type RequestListener } from 'node:http';
import { type AddressInfo, createServer, type Server } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { probe } from '../src/ready/probe.ts';

const servers: Server[] = [];

const listen = async (server: Server): Promise<string> => {
  server.listen(0, '127.0.0.1');
  servers.push(server);
  await once(server, 'listening');
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
};
const serve = (listener: RequestListener): Promise<string> => listen(createHttpServer(listener));
const say = (status: number, body: string): Promise<string> =>
  serve((_request, response) => response.writeHead(status).end(body));

afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

describe('What answers where the stand-in is expected', () => {
  it('is the stand-in when it tells its health', async () => {
    expect(await probe(await say(200, '{"status":"ok","version":"1.2.3"}'), 5000)).toEqual({
      kind: 'ready',
      version: '1.2.3',
    });
    expect(await probe(await say(503, '{"status":"starting","version":"1.2.3"}'), 5000)).toEqual({
      kind: 'starting',
    });
  });

  it.each([
    [404, 'Not found'],
    [200, '<html></html>'],
    [200, 'null'],
    [200, '{"status":"ok"}'],
    [200, '['],
  ])('is a stranger who answers %d and %j', async (status, body) => {
    expect(await probe(await say(status, body), 5000)).toEqual({
      kind: 'stranger',
      what: `status ${status} to GET /_control/health`,
    });
  });

  it('is a stranger whose answer has no end', async () => {
    const url = await serve((_request, response) => {
      response.on('error', () => {});
      response.write('9'.repeat(1_000_000));
    });
    expect(await probe(url, 5000)).toMatchObject({ kind: 'stranger' });
  });

  it('is a stranger who does not speak HTTP', async () => {
    const url = await listen(createServer((socket) => socket.end('220 mail.example ESMTP\r\n')));
    expect(await probe(url, 5000)).toEqual({ kind: 'stranger', what: 'not in HTTP' });
    expect(await probe(url.replace('http:', 'https:'), 5000)).toMatchObject({ kind: 'stranger' });
  });

  it('is nobody when the port is closed, or when no answer comes in time', async () => {
    const closed = await say(200, '');
    const [server] = servers.splice(0);
    server?.close();
    expect(await probe(closed, 5000)).toEqual({ kind: 'nobody', why: 'ECONNREFUSED' });
    expect(await probe(await serve(() => {}), 50)).toEqual({ kind: 'nobody', why: 'no answer' });
  });
});
