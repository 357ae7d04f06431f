import { describe, expect, it } from 'vitest';
import { toFetchHandler } from '../../src/fronts/fetch.ts';
import { createUserlistEngine } from '../../src/index.ts';
import { openFronts } from './open-fronts.ts';
import { createPieceDesk } from './piece-desk.ts';
import { createRawConnection } from './raw-connection.ts';
import { until } from './until.ts';

const createFront = openFronts();

const STREAM = 'GET /_control/exchanges/stream HTTP/1.1\r\nHost: localhost\r\n\r\n';

async function setUp() {
  const desk = createPieceDesk();
  const { front, engine } = createFront({ desk });
  const { port } = await front.listen({ port: 0 });
  return { desk, engine, front, port, client: await createRawConnection(port) };
}

describe('An answer of the desk that comes piece by piece', () => {
  it('sends its head before there is any piece, each piece as it comes, and its end', async () => {
    const { desk, client } = await setUp();
    client.say(STREAM);
    await until(() => client.received.endsWith('\r\n\r\n'));
    expect(client.received).toMatch(/^HTTP\/1\.1 200 OK\r\nContent-Type: text\/event-stream\r\n/);
    expect(client.received).toMatch(/^Transfer-Encoding: chunked$/m);
    expect(client.received).not.toMatch(/^content-length/im);
    desk.say('data: é\n\n');
    await until(() => client.received.endsWith('\r\n\r\na\r\ndata: Ã©\n\n\r\n'));
    desk.say('x');
    desk.end();
    await until(() => client.received.endsWith('1\r\nx\r\n0\r\n\r\n'));
    expect(desk.returned).toBe(0);
  });

  it('leaves its connection good for the next request', async () => {
    const { desk, client } = await setUp();
    desk.end();
    client.say(STREAM);
    await until(() => client.received.endsWith('\r\n\r\n0\r\n\r\n'));
    const before = client.received.length;
    client.say('GET /nope HTTP/1.1\r\n\r\n');
    await until(() => client.received.length > before);
    expect(client.received.slice(before)).toMatch(/^HTTP\/1\.1 404 /);
  });

  it('is ended at its source when the client leaves', async () => {
    const { desk, client } = await setUp();
    client.say(STREAM);
    await until(() => desk.asked === 1);
    client.socket.destroy();
    await until(() => desk.returned === 1);
    expect(desk.abandoned).toBe(1);
    desk.say('nobody');
    await new Promise((resolve) => setImmediate(resolve));
    expect(desk.asked).toBe(1);
  });

  it('cuts the connection when its source fails', async () => {
    const { desk, client } = await setUp();
    client.say(STREAM);
    await until(() => desk.asked === 1);
    desk.fail();
    await client.untilClosed();
    expect(client.received).not.toContain('0\r\n\r\n');
  });

  it('of a HEAD request is a head, and its source is let go', async () => {
    const { desk, client } = await setUp();
    client.say(STREAM.replace('GET', 'HEAD'));
    expect(await client.answers(1)).toMatchObject([{ status: 200, body: '' }]);
    expect([desk.asked, desk.returned, desk.abandoned]).toEqual([0, 1, 1]);
    client.say('GET /nope HTTP/1.1\r\n\r\n');
    expect((await client.answers(2)).at(1)?.status).toBe(404);
  });

  it('asks for no more than the client takes', async () => {
    const { desk, client, port } = await setUp();
    client.socket.pause();
    client.say(STREAM);
    const piece = 'x'.repeat(10_000_000);
    for (let count = 0; count < 6; count += 1) desk.say(piece);
    desk.end();
    const other = await createRawConnection(port);
    for (let times = 1; times <= 30; times += 1) {
      other.say('GET /nope HTTP/1.1\r\n\r\n');
      await other.answers(times);
    }
    expect(desk.asked).toBeLessThan(4);
    client.socket.resume();
    await until(() => client.received.length > 60_000_000 && client.received.endsWith('0\r\n\r\n'));
    expect(desk.asked).toBe(7);
  });

  it('is not waited for when the front closes, and its source is let go', async () => {
    const { desk, client, front } = await setUp();
    client.say(STREAM);
    await until(() => desk.asked === 1);
    await front.close(60_000);
    await client.untilClosed();
    expect([desk.isClosed, desk.returned, desk.abandoned]).toEqual([true, 1, 1]);
  });

  it('has its last words sent when the front closes', async () => {
    const { desk, client, front } = await setUp();
    client.say(STREAM);
    await until(() => desk.asked === 1);
    desk.close = () => {
      desk.say('bye');
      desk.end();
    };
    await front.close(60_000);
    await client.untilClosed();
    expect(client.received).toContain('\r\n3\r\nbye\r\n0\r\n\r\n');
  });

  it('can be injected', async () => {
    const { desk, front } = await setUp();
    desk.say('one');
    desk.say('two');
    desk.end();
    const answer = await front.app.inject({ url: '/_control/exchanges/stream' });
    expect([answer.statusCode, answer.body]).toEqual([200, 'onetwo']);
  });
});

describe('The same through the fetch front', () => {
  const setUpFetch = (init: RequestInit = {}) => {
    const desk = createPieceDesk();
    const handle = toFetchHandler(createUserlistEngine(), desk);
    return { desk, asked: handle(new Request('http://localhost/_control/exchanges/stream', init)) };
  };

  it('is a stream that asks for a piece whenever one is read', async () => {
    const { desk, asked } = setUpFetch();
    const response = await asked;
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'text/event-stream']);
    expect(response.headers.has('content-length')).toBe(false);
    expect(desk.asked).toBe(0);
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
    desk.say('é');
    expect(await reader?.read()).toEqual({ done: false, value: 'é' });
    desk.end();
    expect(await reader?.read()).toEqual({ done: true, value: undefined });
    expect(desk.returned).toBe(0);
  });

  it('is ended at its source when its reader has enough', async () => {
    const { desk, asked } = setUpFetch();
    const reader = (await asked).body?.getReader();
    const read = reader?.read();
    await until(() => desk.asked === 1);
    await reader?.cancel();
    expect(await read).toEqual({ done: true, value: undefined });
    expect([desk.returned, desk.abandoned]).toEqual([1, 1]);
  });

  it('fails with the reason of the signal when that is aborted', async () => {
    const sender = new AbortController();
    const { desk, asked } = setUpFetch({ signal: sender.signal });
    const read = (await asked).text();
    await until(() => desk.asked === 1);
    sender.abort(new Error('changed my mind'));
    await expect(read).rejects.toThrow('changed my mind');
    expect([desk.returned, desk.abandoned]).toEqual([1, 1]);
  });

  it('fails when its source does', async () => {
    const { desk, asked } = setUpFetch();
    desk.fail();
    await expect((await asked).text()).rejects.toThrow('no more');
  });

  it('of a HEAD request has no body', async () => {
    const { desk, asked } = setUpFetch({ method: 'HEAD' });
    expect((await asked).body).toBeNull();
    expect([desk.asked, desk.returned, desk.abandoned]).toEqual([0, 1, 1]);
  });
});
