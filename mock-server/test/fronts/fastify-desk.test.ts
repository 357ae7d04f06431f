import { describe, expect, it } from 'vitest';
import { createFakeDesk, DESK_ANSWER } from './fake-desk.ts';
import { openFronts, POST } from './open-fronts.ts';
import { createRawConnection } from './raw-connection.ts';

const createFront = openFronts();

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
