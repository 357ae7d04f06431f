import { METHODS } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createFastifyFront, type FastifyFront } from '../../src/fronts/fastify.ts';
import { createUserlistEngine, type Exchange, type UserlistEngine } from '../../src/index.ts';
import { oddRequests } from './odd-requests.ts';
import {
  createRawConnection,
  createRawTlsConnection,
  type RawAnswer,
  type RawConnection,
} from './raw-connection.ts';
import { CHUNKED, GOOD, KEY, post, request } from './raw-request.ts';
import { makeTlsIdentity } from './tls-identity.ts';
import { unreadableRequests } from './unreadable-requests.ts';

const tls = await makeTlsIdentity();

describe.each(['HTTP', 'HTTPS'])('whatever is sent to the Fastify front over %s', (scheme) => {
  let engine: UserlistEngine;
  let front: FastifyFront;
  let connect: () => Promise<RawConnection>;

  beforeAll(async () => {
    engine = createUserlistEngine();
    front = createFastifyFront({ engine });
    const { port, httpsUrl } = await front.listen({ port: 0, https: { port: 0, ...tls } });
    const httpsPort = Number(new URL(httpsUrl ?? '').port);
    connect = () =>
      scheme === 'HTTP' ? createRawConnection(port) : createRawTlsConnection(httpsPort, tls.cert);
  });
  afterAll(() => front.close());

  const newest = (): Exchange | undefined => [...engine.journal.entries()].at(-1);

  const expectAlive = async (): Promise<void> => {
    const client = await connect();
    client.say(post([`Content-Length: ${GOOD.length}`], GOOD));
    expect((await client.untilClosed()).map(({ status }) => status)).toEqual([202]);
  };

  const expectVendor = (answer: RawAnswer | undefined, status: number): void => {
    expect(answer?.status).toBe(status);
    expect(answer?.head).toMatch(/^content-type: application\/json$/im);
    expect(answer?.head).toMatch(/^date: /im);
    expect(JSON.parse(answer?.body ?? '')).toEqual({
      status,
      code: expect.stringMatching(/^[a-z_]+$/),
      errors: expect.arrayContaining([expect.any(String)]),
    });
  };

  it.each([...unreadableRequests, ...oddRequests])(
    '$what is answered as the vendor would',
    async ({ says, leaves = false, status, journal, spansRecords = false }) => {
      const before = engine.journal.size;
      const client = await connect();
      for (const words of says) client.say(words);
      if (leaves) client.socket.end();

      const answers = await client.untilClosed();

      expectVendor(answers.at(-1), status);
      expect(engine.journal.size).toBe(before + answers.length);
      const entry = newest();
      const told = spansRecords && scheme === 'HTTPS' ? ['', ''] : journal;
      expect([entry?.method, entry?.target, entry?.status]).toEqual([...told, status]);
      expect(entry).toMatchObject({ delivered: 'full', door: 'fastify', crashed: false });
      expect(entry?.deliveredBytes).toBe(answers.at(-1)?.body.length);
      expect(entry?.reason).not.toContain('hostile-key-0001');
      await expectAlive();
    },
  );

  it.each(METHODS.filter((method) => method !== 'CONNECT' && method !== 'HEAD'))(
    '%s is a method like any other',
    async (method) => {
      const client = await connect();
      client.say(request(`${method} /nope HTTP/1.1`));
      expectVendor((await client.untilClosed())[0], 404);
      expect(newest()).toMatchObject({ method, target: '/nope', status: 404 });
    },
  );

  it('HEAD is answered with a head alone', async () => {
    const client = await connect();
    client.say(request('HEAD /nope HTTP/1.1'));
    await client.untilClosed();
    expect(client.received).toMatch(/^HTTP\/1\.1 404 Not Found\r\n/);
    expect(client.received).toMatch(/\r\n\r\n$/);
    expect(newest()).toMatchObject({ method: 'HEAD', delivered: 'full', deliveredBytes: 0 });
  });

  it('HEAD that breaks off in its body is answered with a head alone too', async () => {
    const client = await connect();
    client.say(request('HEAD /users HTTP/1.1', [CHUNKED], 'ZZ\r\n'));
    await client.untilClosed();
    expect(client.received).toMatch(/^HTTP\/1\.1 400 Bad Request\r\n/);
    expect(client.received).toMatch(/\r\n\r\n$/);
    expect(newest()).toMatchObject({ method: 'HEAD', status: 400, delivered: 'full', deliveredBytes: 0 });
  });

  it('a sender that expects to be told to continue is told so, then answered', async () => {
    const client = await connect();
    client.say(post(['Expect: 100-continue', `Content-Length: ${GOOD.length}`]));
    expect((await client.answers(1))[0]?.head).toBe('HTTP/1.1 100 Continue');
    client.say(GOOD);
    expect((await client.untilClosed()).map(({ status }) => status)).toEqual([100, 202]);
  });

  it('requests sent in one breath are answered in order', async () => {
    const client = await connect();
    const first = ['POST /users HTTP/1.1', KEY, 'Content-Length: 18', '', GOOD].join('\r\n');
    client.say(`${first}GET /nope HTTP/1.1\r\n\r\n${first}${request('GET /nope HTTP/1.1')}`);
    expect((await client.untilClosed()).map(({ status }) => status)).toEqual([202, 404, 202, 404]);
  });

  it('requests before a malformed one are answered first', async () => {
    const client = await connect();
    client.say('GET /one HTTP/1.1\r\n\r\nGET /two HTTP/1.1\r\n\r\nFROB /three HTTP/1.1\r\n\r\n');
    expect((await client.untilClosed()).map(({ status }) => status)).toEqual([404, 404, 400]);
    expect(newest()).toMatchObject({ method: 'FROB', target: '/three' });
  });

  it('a request before a CONNECT is answered first', async () => {
    const client = await connect();
    client.say('POST /users HTTP/1.1\r\nContent-Length: 2\r\n\r\n{}CONNECT a:1 HTTP/1.1\r\n\r\n');
    expect((await client.untilClosed()).map(({ status }) => status)).toEqual([401, 404]);
  });

  it('the absolute form of a target goes where its path says, and names its host', async () => {
    const client = await connect();
    const line = 'POST http://push.userlist.com/users HTTP/1.1';
    client.say(request(line, [KEY, `Content-Length: ${GOOD.length}`], GOOD));
    expect((await client.untilClosed())[0]?.status).toBe(202);
    expect(newest()).toMatchObject({ target: '/users', host: 'push.userlist.com' });
  });

  it('a chunked DELETE has its body read', async () => {
    const client = await connect();
    client.say(request('DELETE /users HTTP/1.1', [KEY, CHUNKED], `12\r\n${GOOD}\r\n0\r\n\r\n`));
    expect((await client.untilClosed())[0]?.status).toBe(202);
    expect(newest()).toMatchObject({ method: 'DELETE', size: 18, complete: true });
  });

  it('a key behind two thousand other headers is still seen', async () => {
    const client = await connect();
    const many = Array.from({ length: 2000 }, () => 'a:');
    client.say(request('POST /users HTTP/1.1', [...many, KEY, `Content-Length: ${GOOD.length}`], GOOD));
    expect((await client.untilClosed())[0]?.status).toBe(202);
  });

  it('nothing of a request turns up in the head of its answer', async () => {
    const mark = 'reflected';
    for (const status of [202, 401, 404]) {
      const client = await connect();
      const line = status === 404 ? `POST /${mark}?${mark} HTTP/1.1` : `POST /users?${mark} HTTP/1.1`;
      const headers = ['Host', 'Origin', 'Cookie', 'X-Request-Id', 'Referer'].map(
        (name) => `${name}: ${mark}`,
      );
      const key = status === 401 ? `Authorization: Bearer ${mark}` : KEY;
      client.say(request(line, [...headers, key, `Content-Length: ${GOOD.length}`], GOOD));
      const [answer] = await client.untilClosed();
      expect(answer?.status).toBe(status);
      expect(answer?.head).not.toContain(mark);
    }
  });

  it('only the limit of an oversize body is kept, and all of it is counted', async () => {
    const client = await connect();
    client.say(post(['Content-Length: 300000'], 'x'.repeat(300_000)));
    await client.untilClosed();
    const entry = newest();
    expect([entry?.size, entry?.bytes.byteLength, entry?.complete]).toEqual([300_000, 102_400, true]);
  });

  it('a body that reaches the cap is read no further', async () => {
    const client = await connect();
    client.say(post(['Content-Length: 17825792']));
    client.say(new Uint8Array(17_825_792));
    await client.untilClosed();
    expect(newest()?.size).toBeGreaterThanOrEqual(16_777_216);
    expect(newest()?.size).toBeLessThan(17_000_000);
  });
});

describe.each(['HTTP', 'HTTPS'])('a sender that takes its time over %s', (scheme) => {
  let engine: UserlistEngine;
  let front: FastifyFront;
  let connect: () => Promise<RawConnection>;

  beforeAll(async () => {
    engine = createUserlistEngine();
    front = createFastifyFront({
      engine,
      timeouts: { headers: 60, request: 120, check: 10, keepAlive: 60, linger: 20 },
    });
    const { port, httpsUrl } = await front.listen({ port: 0, https: { port: 0, ...tls } });
    const httpsPort = Number(new URL(httpsUrl ?? '').port);
    connect = () =>
      scheme === 'HTTP' ? createRawConnection(port) : createRawTlsConnection(httpsPort, tls.cert);
  });
  afterAll(() => front.close());

  it.each([
    ['with its head', 'POST /users HTTP/1.1\r\nHost: loc', ''],
    ['with its body', post(['Content-Length: 100'], '{"ident'), 'POST'],
    ['with its chunks', post([CHUNKED], '4\r\n{"id'), 'POST'],
  ])('%s is told so in the words of the vendor', async (_what, words, method) => {
    const client = await connect();
    client.say(words);
    const [answer] = await client.untilClosed();
    expect(JSON.parse(answer?.body ?? '')).toMatchObject({ status: 408, code: 'request_timeout' });
    expect([...engine.journal.entries()].at(-1)).toMatchObject({ method, status: 408, complete: false });
  });

  it('and says nothing at all is let go without an entry', async () => {
    const before = engine.journal.size;
    const client = await connect();
    expect(await client.untilClosed()).toEqual([]);
    expect(engine.journal.size).toBe(before);
  });

  it('between two requests is let go', async () => {
    const client = await connect();
    client.say('GET /nope HTTP/1.1\r\n\r\n');
    expect((await client.untilClosed()).map(({ status }) => status)).toEqual([404]);
  });
});
