import { once } from 'node:events';
import { request as httpRequest } from 'node:http';
import { Agent, request } from 'node:https';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { type ConnectionOptions, connect as connectTls } from 'node:tls';
import { describe, expect, it } from 'vitest';
import type { FastifyFrontOptions } from '../../src/fronts/fastify.ts';
import { createFakeDesk } from './fake-desk.ts';
import { EXPECTANT_HEAD, GOOD, openFronts, POST } from './open-fronts.ts';
import { createRawConnection, createRawTlsConnection } from './raw-connection.ts';
import { makeTlsIdentity } from './tls-identity.ts';
import { until, untilSettled } from './until.ts';

const tls = await makeTlsIdentity();
const createFront = openFronts();

/** A front on two ports, and what it said of handshakes that came to nothing. */
async function open(options: Partial<FastifyFrontOptions<never>> = {}) {
  const failures: string[] = [];
  const { front, engine } = createFront({
    onTlsFailure: (error) => failures.push(error.message),
    ...options,
  });
  const { port, url, httpsUrl } = await front.listen({ port: 0, https: { port: 0, ...tls } });
  const httpsPort = Number(new URL(httpsUrl ?? '').port);
  const dial = () => createRawTlsConnection(httpsPort, tls.cert);
  return { front, engine, port, url, httpsUrl, httpsPort, failures, dial };
}

const statuses = (answers: readonly { readonly status: number }[]): number[] =>
  answers.map(({ status }) => status);

/** Sends an accepted push over TLS and returns its status. */
async function push(port: number, own: { host?: string; servername?: string; agent?: Agent } = {}) {
  const sent = request({
    port,
    host: '127.0.0.1',
    ca: tls.cert,
    servername: 'localhost',
    method: 'POST',
    path: '/users',
    headers: { authorization: 'Push k' },
    ...own,
  });
  sent.end(GOOD);
  const [answer] = await once(sent, 'response');
  await text(answer);
  return { status: answer.statusCode, isReused: sent.reusedSocket };
}

describe('A front that listens for HTTPS too', () => {
  it('has the same engine behind both ports', async () => {
    const { engine, port, url, httpsUrl, httpsPort } = await open();
    expect([url, httpsUrl]).toEqual([`http://127.0.0.1:${port}`, `https://127.0.0.1:${httpsPort}`]);
    expect((await push(httpsPort)).status).toBe(202);
    const plain = await createRawConnection(port);
    plain.say(POST);
    expect(statuses(await plain.answers(1))).toEqual([202]);
    expect(await untilSettled(engine, 2)).toMatchObject([
      { status: 202, delivered: 'full' },
      { status: 202, delivered: 'full' },
    ]);
  });

  it('is at both loopback addresses', async () => {
    const { httpsPort } = await open();
    for (const host of ['127.0.0.1', '::1']) expect((await push(httpsPort, { host })).status).toBe(202);
  });

  it('says null where HTTPS was not asked for', async () => {
    const { front } = createFront();
    expect((await front.listen({ port: 0 })).httpsUrl).toBeNull();
  });

  it('keeps connections for the next request', async () => {
    const { httpsPort } = await open();
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    const all = [await push(httpsPort, { agent }), await push(httpsPort, { agent })];
    agent.destroy();
    expect(all).toEqual([
      { status: 202, isReused: false },
      { status: 202, isReused: true },
    ]);
  });

  it('answers pipelined requests in their order', async () => {
    const { dial } = await open();
    const client = await dial();
    client.say(`${POST}GET /nope HTTP/1.1\r\n\r\n${POST}`);
    expect(statuses(await client.answers(3))).toEqual([202, 404, 202]);
  });

  it('serves the desk there too', async () => {
    const desk = createFakeDesk();
    const { dial, engine } = await open({ desk });
    const client = await dial();
    client.say(`GET ${desk.prefix}/anything HTTP/1.1\r\nConnection: close\r\n\r\n`);
    expect(await client.untilClosed()).toHaveLength(1);
    expect(engine.journal.size).toBe(0);
  });
});

describe('A handshake', () => {
  const shake = async (options: ConnectionOptions) => {
    const { httpsPort } = await open();
    const client = connectTls({
      port: httpsPort,
      host: '127.0.0.1',
      ca: tls.cert,
      servername: 'localhost',
      ...options,
    });
    await once(client, 'secureConnect');
    const { authorized } = client;
    const seen = { protocol: client.getProtocol(), alpn: client.alpnProtocol, authorized };
    client.destroy();
    return seen;
  };

  it.each(['TLSv1.2', 'TLSv1.3'] as const)('may be one of %s', async (version) => {
    expect(await shake({ minVersion: version, maxVersion: version })).toMatchObject({ protocol: version });
  });

  it('may not be one of TLS 1.1', async () => {
    const old = shake({ minVersion: 'TLSv1.1', maxVersion: 'TLSv1.1', ciphers: 'ALL@SECLEVEL=0' });
    await expect(old).rejects.toMatchObject({ code: 'ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION' });
  });

  it('settles on HTTP/1.1 with who speaks HTTP/2 too, and does not begin with who speaks nothing else', async () => {
    expect(await shake({ ALPNProtocols: ['h2', 'http/1.1'] })).toMatchObject({ alpn: 'http/1.1' });
    expect(await shake({})).toMatchObject({ alpn: false });
    await expect(shake({ ALPNProtocols: ['h2'] })).rejects.toMatchObject({
      code: 'ERR_SSL_TLSV1_ALERT_NO_APPLICATION_PROTOCOL',
    });
  });

  it('is held with who names no host, or another', async () => {
    const atAddress = shake({ servername: '' });
    expect(await atAddress).toMatchObject({ authorized: true });
    await expect(shake({ servername: 'example.org' })).rejects.toMatchObject({
      code: 'ERR_TLS_CERT_ALTNAME_INVALID',
    });
    expect(await shake({ servername: 'example.org', rejectUnauthorized: false })).toMatchObject({
      protocol: 'TLSv1.3',
    });
  });
});

describe('A fault over TLS', () => {
  it.each([
    ['hang_up', { hang_up: 'before' }, '', 'none'],
    ['truncate_at', { status: 503, body: 'abcdef', truncate_at: 4 }, '\r\n\r\nabcd', 'partial'],
    ['garbage', { garbage: 'rubbish' }, 'rubbish', 'none'],
  ] as const)('%s does what it does without', async (_, effect, end, delivered) => {
    const { engine, dial } = await open();
    engine.faults.arm({ times: 1, effect });
    const client = await dial();
    client.say(POST);
    await client.untilClosed();
    expect(client.received.slice(-end.length || Number.POSITIVE_INFINITY)).toBe(end);
    expect(await untilSettled(engine)).toMatchObject([{ delivered }]);
  });

  it('that holds an answer is settled when its client leaves', async () => {
    const { engine, dial } = await open();
    const fault = engine.faults.arm({ effect: { hold: true } });
    const client = await dial();
    client.say(POST);
    await until(() => fault.held.size === 1);
    client.socket.destroy();
    expect(await untilSettled(engine)).toMatchObject([{ status: 503, delivered: 'none' }]);
  });
});

describe('A handshake that comes to nothing', () => {
  it('is that of plain HTTP: the connection is closed and nothing is journaled', async () => {
    const { engine, httpsPort, failures } = await open();
    const client = await createRawConnection(httpsPort);
    client.say(POST);
    expect(await client.untilClosed()).toEqual([]);
    expect(failures).toEqual([expect.stringMatching(/http request/i)]);
    expect(engine.journal.size).toBe(0);
    expect((await push(httpsPort)).status).toBe(202);
  });

  it('is that of a client that does not trust the authority', async () => {
    const { engine, httpsPort, failures } = await open();
    const client = connectTls({ port: httpsPort, host: '127.0.0.1', servername: 'localhost', ca: [] });
    const [error] = await once(client, 'error');
    expect(error).toMatchObject({ code: 'DEPTH_ZERO_SELF_SIGNED_CERT' });
    // With TLS 1.3 a server may take the handshake for done before it hears of that.
    expect(failures.length).toBeLessThan(2);
    expect((await push(httpsPort)).status).toBe(202);
    expect(engine.journal.size).toBe(1);
  });

  it('breaks off in its middle', async () => {
    const { engine, httpsPort, failures } = await open();
    const client = connect(httpsPort, '127.0.0.1');
    await once(client, 'connect');
    client.write(Uint8Array.of(22, 3, 1, 2, 0, 1, 0));
    client.end();
    await until(() => failures.length === 1);
    client.destroy();
    expect(engine.journal.size).toBe(0);
  });

  it('never begins, and is not waited for longer than a head of a request', async () => {
    const { engine, httpsPort, failures } = await open({ timeouts: { headers: 30, request: 60, check: 10 } });
    const client = await createRawConnection(httpsPort);
    expect(await client.untilClosed()).toEqual([]);
    expect(failures).toEqual([expect.stringMatching(/timeout/i)]);
    expect(engine.journal.size).toBe(0);
  });
});

describe('Closing a front that listens for HTTPS too', () => {
  it('closes both ports, and lets go of idle connections and open handshakes at once', async () => {
    const { front, port, httpsPort, dial } = await open();
    const idle = await dial();
    idle.say(POST);
    await idle.answers(1);
    const silent = await dial();
    const shaking = await createRawConnection(httpsPort);
    await front.close(60_000);
    await Promise.all([idle, silent, shaking].map((client) => client.untilClosed()));
    for (const closed of [port, httpsPort]) await expect(createRawConnection(closed)).rejects.toThrow();
  });

  it('waits for what is in flight', async () => {
    const { front, engine, dial } = await open();
    const client = await dial();
    client.say(EXPECTANT_HEAD);
    await client.answers(1);
    const closed = front.close(60_000);
    client.say(GOOD);
    expect(statuses(await client.untilClosed())).toEqual([100, 202]);
    await closed;
    expect([...engine.journal.entries()]).toMatchObject([{ delivered: 'full' }]);
  });

  it('cuts what is not done in time, and the journal says so', async () => {
    const { front, engine, dial } = await open();
    const client = await dial();
    client.say(EXPECTANT_HEAD);
    await client.answers(1);
    await front.close(10);
    expect(statuses(await client.untilClosed())).toEqual([100]);
    expect([...engine.journal.entries()]).toMatchObject([{ status: null, delivered: 'none' }]);
  });

  it('happens by itself when the port for HTTPS is taken', async () => {
    const { httpsPort } = await open();
    const { front } = createFront();
    const listening = front.listen({ port: 0, https: { port: httpsPort, ...tls } });
    await expect(listening).rejects.toMatchObject({ code: 'EADDRINUSE', port: httpsPort });
    expect(front.app.server.listening).toBe(false);
  });

  it('comes with an error of its own where key and certificate are none', async () => {
    const { front } = createFront();
    await expect(front.listen({ port: 0, https: { port: 0, key: 'no', cert: 'no' } })).rejects.toThrow();
    expect(front.app.server.listening).toBe(false);
  });
});

describe('HTTP sent by a client of Node to the port for HTTPS', () => {
  it('ends in an error at the client and not here', async () => {
    const { httpsPort, engine } = await open();
    const sent = httpRequest({ port: httpsPort, host: '127.0.0.1', path: '/users' });
    sent.end();
    await expect(once(sent, 'response')).rejects.toMatchObject({ code: 'ECONNRESET' });
    expect(engine.journal.size).toBe(0);
  });
});
