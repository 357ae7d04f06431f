import { once } from 'node:events';
import { createServer } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { type Answer, type Call, createManualClock, createUserlistEngine, UsageError } from '../index.ts';
import { createFastifyFront, type FastifyFront, type FastifyFrontOptions } from './fastify.ts';
import { createRawConnection } from './raw-connection.ts';

const GOOD = '{"identifier":"u"}';
const POST = `POST /users HTTP/1.1\r\nAuthorization: Push k\r\nContent-Length: ${GOOD.length}\r\n\r\n${GOOD}`;
const DESK_ANSWER: Answer = {
  status: 200,
  reason: 'OK',
  headers: ['Content-Type', 'application/json'],
  body: '{"é":1}',
  close: false,
};

const fronts: FastifyFront[] = [];

function createFront(options: Partial<FastifyFrontOptions<never>> = {}) {
  const engine = createUserlistEngine({ clock: createManualClock(1_700_000_000_000) });
  const front = createFastifyFront({ ...options, engine });
  fronts.push(front);
  return { engine, front };
}

/** A desk that answers at once, but has `/_control/wait` waited for until it is closed or told. */
function createFakeDesk() {
  const calls: Call[] = [];
  const waits: PromiseWithResolvers<Answer>[] = [];
  return {
    calls,
    waits,
    prefix: '/_control',
    answer(call: Call) {
      calls.push(call);
      if (!call.target.startsWith('/_control/wait')) return DESK_ANSWER;
      const wait = Promise.withResolvers<Answer>();
      waits.push(wait);
      return wait.promise;
    },
    close() {
      for (const wait of waits) wait.resolve({ ...DESK_ANSWER, status: 503, reason: 'Service Unavailable' });
    },
  };
}

afterEach(async () => {
  for (const front of fronts.splice(0)) await front.close(0);
});

describe('the Fastify front', () => {
  it('answers an accepted request with nothing but the 202', async () => {
    const { front, engine } = createFront();
    const { port } = await front.listen({ port: 0 });
    const client = await createRawConnection(port);
    client.say(POST);
    const [answer] = await client.answers(1);
    expect(answer?.body).toBe('');
    expect(answer?.head.replace(/Date: .+/, 'Date: …').split('\r\n')).toEqual([
      'HTTP/1.1 202 Accepted',
      'Content-Length: 0',
      'Date: …',
      'Connection: keep-alive',
      'Keep-Alive: timeout=5',
    ]);
    const [entry] = engine.journal.entries();
    expect(entry).toMatchObject({
      door: 'fastify',
      receivedAt: 1_700_000_000_000,
      size: 18,
      complete: true,
      delivered: 'full',
    });
    expect(entry?.rawHeaders).toEqual(['Authorization', 'Push k', 'Content-Length', '18']);
    expect(new TextDecoder().decode(entry?.bytes)).toBe(GOOD);
  });

  it('puts a body together that came in pieces', async () => {
    const { front, engine } = createFront();
    const { port } = await front.listen({ port: 0 });
    const client = await createRawConnection(port);
    client.say(
      'POST /users HTTP/1.1\r\nAuthorization: Push k\r\nExpect: 100-continue\r\nTransfer-Encoding: chunked\r\n\r\n',
    );
    await client.answers(1);
    client.say(
      `1\r\n${GOOD.slice(0, 1)}\r\n10\r\n${GOOD.slice(1, 17)}\r\n1\r\n${GOOD.slice(17)}\r\n0\r\n\r\n`,
    );
    expect((await client.answers(2)).map(({ status }) => status)).toEqual([100, 202]);
    const [entry] = engine.journal.entries();
    expect(new TextDecoder().decode(entry?.bytes)).toBe(GOOD);
  });

  it('can be injected into without a port', async () => {
    const { front, engine } = createFront();
    const accepted = await front.app.inject({
      method: 'POST',
      url: '/users?x=1',
      headers: { authorization: 'Push k' },
      payload: GOOD,
    });
    expect([accepted.statusCode, accepted.statusMessage, accepted.body]).toEqual([202, 'Accepted', '']);
    const lost = await front.app.inject({ method: 'PUT', url: '//nope' });
    expect(lost.json()).toMatchObject({ status: 404, code: 'not_found' });
    expect([...engine.journal.entries()].map(({ target, delivered }) => [target, delivered])).toEqual([
      ['/users?x=1', 'full'],
      ['//nope', 'full'],
    ]);
  });

  it('can be injected with more than is read', async () => {
    const { front } = createFront({ readCapBytes: 200_000 });
    const answer = await front.app.inject({ method: 'POST', url: '/users', payload: 'x'.repeat(300_000) });
    expect(answer.json()).toMatchObject({ status: 413 });
  });

  it('refuses to read less than a body may have', () => {
    expect(() => createFront({ readCapBytes: 102_400 })).toThrow(UsageError);
  });

  it('tells which port it got, on both loopback addresses unless one is named', async () => {
    const { front } = createFront();
    const { url, port, address } = await front.listen({ port: 0 });
    expect([url, address]).toEqual([`http://127.0.0.1:${port}`, '127.0.0.1']);
    expect((await fetch(`http://localhost:${port}/nope`)).status).toBe(404);

    const { front: everywhere } = createFront();
    const open = await everywhere.listen({ port: 0, host: '0.0.0.0' });
    expect([open.url, open.address]).toEqual([`http://127.0.0.1:${open.port}`, '0.0.0.0']);
  });

  it('rejects with the error of Node when the port is taken', async () => {
    const taken = createServer().listen(0, '127.0.0.1');
    await once(taken, 'listening');
    const address = taken.address();
    const port = typeof address === 'object' ? (address?.port ?? 0) : 0;
    const { front } = createFront();
    await expect(front.listen({ port })).rejects.toMatchObject({ code: 'EADDRINUSE', port });
    taken.close();
  });
});

describe('the desk behind the Fastify front', () => {
  it('has its own paths and no others', async () => {
    const desk = createFakeDesk();
    const { front, engine } = createFront({ desk });
    for (const url of [
      '/_control',
      '/_control/health',
      '/_control?x',
      '/_controls',
      '/users/_control',
      '/%5Fcontrol',
    ]) {
      await front.app.inject({ url });
    }
    expect(desk.calls.map(({ target }) => target)).toEqual(['/_control', '/_control/health', '/_control?x']);
    expect(engine.journal.size).toBe(3);
  });

  it('is the business of nobody when there is none', async () => {
    const { front } = createFront();
    expect((await front.app.inject({ url: '/_control/health' })).statusCode).toBe(404);
  });

  it('is handed a body no larger than the limit, and its answers are sent with their length in bytes', async () => {
    const desk = createFakeDesk();
    const { front } = createFront({ desk });
    const answer = await front.app.inject({
      method: 'POST',
      url: '/_control/reset',
      payload: 'x'.repeat(200_000),
    });
    expect([answer.body, answer.headers['content-length']]).toEqual(['{"é":1}', '8']);
    expect(desk.calls[0]?.bytes.byteLength).toBe(102_400);
    expect(desk.calls[0]?.size).toBe(200_000);
  });

  it('may be waited for', async () => {
    const desk = createFakeDesk();
    const { front } = createFront({ desk });
    const { port } = await front.listen({ port: 0 });
    const waiting = await createRawConnection(port);
    waiting.say('GET /_control/wait HTTP/1.1\r\n\r\n');
    const other = await createRawConnection(port);
    other.say(POST);
    await other.answers(1);
    desk.waits[0]?.resolve(DESK_ANSWER);
    expect((await waiting.answers(1))[0]?.status).toBe(200);
  });

  it('hangs up when a wait fails', async () => {
    const desk = createFakeDesk();
    const { front } = createFront({ desk });
    const { port } = await front.listen({ port: 0 });
    const waiting = await createRawConnection(port);
    waiting.say(
      'GET /_control/wait HTTP/1.1\r\n\r\nGET /_control/wait HTTP/1.1\r\n\r\nGET /nope HTTP/1.1\r\n\r\n',
    );
    const other = await createRawConnection(port);
    other.say('GET /_control/health HTTP/1.1\r\n\r\n');
    await other.answers(1);
    desk.waits[0]?.reject(new Error('no more'));
    expect(await waiting.untilClosed()).toEqual([]);
  });
});

describe('a connection that is waited on', () => {
  it('answers what was pipelined before a malformed request, then that, in their order', async () => {
    const desk = createFakeDesk();
    const { front, engine } = createFront({ desk });
    const { port } = await front.listen({ port: 0 });
    const waiting = await createRawConnection(port);
    const rejected = new Promise<void>((resolve) => {
      engine.journal.subscribe((note) => {
        if (note.kind === 'exchange' && note.exchange.target === '/nope') resolve();
      });
    });
    waiting.say('GET /_control/wait HTTP/1.1\r\n\r\nGET /nope HTTP/1.1\r\n\r\nFROB /x HTTP/1.1\r\n\r\n');
    await rejected;
    desk.waits[0]?.resolve(DESK_ANSWER);
    expect((await waiting.untilClosed()).map(({ status }) => status)).toEqual([200, 404, 400]);
  });

  it('journals a malformed request behind an answer that never came', async () => {
    const desk = createFakeDesk();
    const { front, engine } = createFront({ desk });
    const { port } = await front.listen({ port: 0 });
    const waiting = await createRawConnection(port);
    const journaled = new Promise<string>((resolve) => {
      engine.journal.subscribe(({ kind, ...note }) => {
        if (kind === 'settled' && 'exchange' in note)
          resolve(`${note.exchange.method} ${note.exchange.delivered}`);
      });
    });
    waiting.say('GET /_control/wait HTTP/1.1\r\n\r\nFROB /x HTTP/1.1\r\n\r\n');
    const other = await createRawConnection(port);
    other.say('GET /_control/health HTTP/1.1\r\n\r\n');
    await other.answers(1);
    desk.waits[0]?.reject(new Error('no more'));
    expect(await journaled).toBe('FROB none');
    expect(await waiting.untilClosed()).toEqual([]);
  });
});

describe('closing the Fastify front', () => {
  it('is possible before it ever listened, and twice', async () => {
    const { front } = createFront();
    await Promise.all([front.close(), front.close()]);
    await expect(front.close()).resolves.toBeUndefined();
  });

  it('lets go of idle connections at once', async () => {
    const { front } = createFront();
    const { port } = await front.listen({ port: 0 });
    const silent = await createRawConnection(port);
    const idle = await createRawConnection(port);
    idle.say(POST);
    await idle.answers(1);
    await front.close(60_000);
    await Promise.all([silent.untilClosed(), idle.untilClosed()]);
    await expect(fetch(`http://127.0.0.1:${port}/nope`)).rejects.toThrow();
  });

  it('waits for what is in flight', async () => {
    const { front, engine } = createFront();
    const { port } = await front.listen({ port: 0 });
    const client = await createRawConnection(port);
    client.say(
      'POST /users HTTP/1.1\r\nAuthorization: Push k\r\nExpect: 100-continue\r\nContent-Length: 18\r\n\r\n',
    );
    await client.answers(1);
    const closed = front.close(60_000);
    client.say(GOOD);
    const answers = await client.untilClosed();
    await closed;
    expect(answers.map(({ status }) => status)).toEqual([100, 202]);
    expect(answers[1]?.head).toMatch(/^connection: close$/im);
    expect([...engine.journal.entries()][0]).toMatchObject({ delivered: 'full' });
  });

  it('cuts what is not done in time, and the journal says so', async () => {
    const { front, engine } = createFront();
    const { port } = await front.listen({ port: 0 });
    const client = await createRawConnection(port);
    client.say(
      'POST /users HTTP/1.1\r\nAuthorization: Push k\r\nExpect: 100-continue\r\nContent-Length: 18\r\n\r\n',
    );
    await client.answers(1);
    await front.close(10);
    expect((await client.untilClosed()).map(({ status }) => status)).toEqual([100]);
    expect([...engine.journal.entries()][0]).toMatchObject({
      complete: false,
      status: null,
      delivered: 'none',
    });
  });

  it('has the desk end its waits instead of waiting for them', async () => {
    const desk = createFakeDesk();
    const { front } = createFront({ desk });
    const { port } = await front.listen({ port: 0 });
    const waiting = await createRawConnection(port);
    waiting.say('GET /_control/wait HTTP/1.1\r\n\r\n');
    const other = await createRawConnection(port);
    other.say('GET /_control/health HTTP/1.1\r\n\r\n');
    await other.answers(1);
    await front.close(60_000);
    expect((await waiting.untilClosed()).map(({ status }) => status)).toEqual([503]);
  });

  it('is the same as closing its Fastify application', async () => {
    const { front } = createFront();
    const { port } = await front.listen({ port: 0 });
    await createRawConnection(port);
    await front.app.close();
    await expect(front.close()).resolves.toBeUndefined();
  });
});
