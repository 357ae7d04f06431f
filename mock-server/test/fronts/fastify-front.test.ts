import { once } from 'node:events';
import { createServer } from 'node:net';
import { describe, expect, it } from 'vitest';
import { UsageError } from '../../src/index.ts';
import { GOOD, openFronts, POST } from './open-fronts.ts';
import { createRawConnection } from './raw-connection.ts';

const createFront = openFronts();

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
