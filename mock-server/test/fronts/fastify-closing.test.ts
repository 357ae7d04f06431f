import { describe, expect, it } from 'vitest';
import { createFakeDesk } from './fake-desk.ts';
import { EXPECTANT_HEAD, GOOD, openFronts, POST } from './open-fronts.ts';
import { createRawConnection } from './raw-connection.ts';

const createFront = openFronts();

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
    client.say(EXPECTANT_HEAD);
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
    client.say(EXPECTANT_HEAD);
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
