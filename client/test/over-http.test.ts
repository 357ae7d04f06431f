import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createPushClient, type PushClientOptions } from '@understudy/client';
import { afterEach, describe, expect, it } from 'vitest';
import { noon } from './scripted-service.ts';

const closings: (() => Promise<void>)[] = [];

afterEach(async () => {
  await Promise.all(closings.splice(0).map((close) => close()));
});

async function listen(answer: (request: IncomingMessage, response: ServerResponse, body: string) => void) {
  let connections = 0;
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    answer(request, response, Buffer.concat(chunks).toString());
  });
  server.on('connection', () => {
    connections += 1;
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  closings.push(close);
  const { port } = server.address() as AddressInfo;
  return { baseUrl: `http://127.0.0.1:${port}/prefix/`, connections: () => connections, close };
}

/** Pauses between attempts take no time; the patience with one attempt has no end. */
function createClient(options: Pick<PushClientOptions, 'baseUrl' | 'retry'>) {
  const sleep = (ms: number) => (ms < 30_000 ? Promise.resolve() : new Promise<void>(() => {}));
  return createPushClient({ pushKey: 'key', clock: { now: () => noon, sleep }, ...options });
}

describe('over HTTP', () => {
  it('a delete carries its body, with its length', async () => {
    const seen: unknown[] = [];
    const { baseUrl } = await listen(({ method, url, headers }, response, body) => {
      seen.push({ method, url, body, length: headers['content-length'], key: headers.authorization });
      response.writeHead(202, { 'content-length': 0 }).end();
    });
    expect(await createClient({ baseUrl }).users.delete({ identifier: 'é' })).toMatchObject({ ok: true });
    expect(seen).toEqual([
      { method: 'DELETE', url: '/prefix/users', body: '{"identifier":"é"}', length: '19', key: 'Push key' },
    ]);
  });

  it('connections are used again whatever the answer', async () => {
    let requests = 0;
    const { baseUrl, connections } = await listen((_, response) => {
      const status = [202, 422, 503, 404][requests % 4] ?? 500;
      requests += 1;
      response.writeHead(status).end(status === 202 ? '' : JSON.stringify({ errors: ['A text'] }));
    });
    const client = createClient({ baseUrl });
    for (let call = 0; call < 30; call += 1) await client.users.push({ identifier: 'user-1' });
    expect(requests).toBeGreaterThan(30);
    // The platform's fetch opens a second one before it knows that the first stays open.
    expect(connections()).toBeLessThanOrEqual(2);
  });

  it('a body too large to be read is let go', async () => {
    let letGo = () => {};
    const closed = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    const { baseUrl } = await listen((_, response) => {
      response.on('close', letGo).writeHead(422).end('x'.repeat(4_000_000));
    });
    expect(await createClient({ baseUrl }).users.push({ identifier: 'user-1' })).toMatchObject({
      status: 422,
    });
    await expect(closed).resolves.toBeUndefined();
  });

  it('a redirect takes the push key nowhere', async () => {
    let elsewhere = 0;
    const other = await listen((_, response) => {
      elsewhere += 1;
      response.writeHead(202).end();
    });
    const { baseUrl } = await listen((_, response) => {
      response.writeHead(307, { location: other.baseUrl }).end();
    });
    expect(await createClient({ baseUrl }).users.push({ identifier: 'user-1' })).toMatchObject({
      status: 307,
    });
    expect(elsewhere).toBe(0);
  });

  it('a message is not sent again when the connection is cut after sending', async () => {
    let requests = 0;
    const { baseUrl } = await listen((request) => {
      requests += 1;
      request.socket.destroy();
    });
    const result = await createClient({ baseUrl }).messages.push({ template: 'welcome', user: 'user-1' });
    expect(result).toMatchObject({ kind: 'network', attempts: 1, unknown: true });
    expect(requests).toBe(1);
  });

  it('a message is tried again when nobody listens', async () => {
    const { baseUrl, close } = await listen(() => {});
    await close();
    const client = createClient({ baseUrl, retry: { maxAttempts: 3 } });
    const result = await client.messages.push({ template: 'welcome', user: 'user-1' });
    expect(result).toMatchObject({ kind: 'network', attempts: 3, unknown: false });
  });

  it('an accepted call is not sent again when the connection breaks after the status', async () => {
    let requests = 0;
    const { baseUrl } = await listen((request, response) => {
      requests += 1;
      response.writeHead(202, { 'content-length': 10 }).write('half', () => request.socket.destroy());
    });
    const result = await createClient({ baseUrl }).messages.push({ template: 'welcome', user: 'user-1' });
    expect(result).toMatchObject({ ok: true, attempts: 1 });
    expect(requests).toBe(1);
  });
});
