import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createFastifyFront, type FastifyFront } from '../../src/fronts/fastify.ts';
import { createUserlistEngine, type Exchange, type UserlistEngine } from '../../src/index.ts';
import { createAcceptedConnection } from './accepted-connection.ts';
import { createRawConnection } from './raw-connection.ts';
import { CHUNKED, GOOD, KEY, post } from './raw-request.ts';

const ANSWERED = 'GET /nope HTTP/1.1\r\n\r\n';

describe('a request that breaks off at the Fastify front', () => {
  let engine: UserlistEngine;
  let front: FastifyFront;
  let port: number;

  beforeAll(async () => {
    engine = createUserlistEngine();
    front = createFastifyFront({ engine });
    ({ port } = await front.listen({ port: 0 }));
  });
  afterAll(() => front.close());

  const untilJournaled = (): Promise<Exchange> =>
    new Promise((resolve) => {
      const stop = engine.journal.subscribe((note) => {
        if (note.kind !== 'settled') return;
        stop();
        resolve(note.exchange);
      });
    });

  const expectAlive = async (): Promise<void> => {
    const client = await createRawConnection(port);
    client.say(post([`Content-Length: ${GOOD.length}`], GOOD));
    expect((await client.untilClosed()).map(({ status }) => status)).toEqual([202]);
  };

  it.each([
    ['half a body, then the end', post(['Content-Length: 100'], '{"ident'), 7],
    ['half a chunk, then the end', post([CHUNKED], 'ff\r\n{"ident'), 7],
    ['a length without a body, then the end', post(['Content-Length: 100']), 0],
  ])('%s is a hang-up that the journal knows', async (_what, words, size) => {
    const journaled = untilJournaled();
    const client = await createRawConnection(port);
    client.say(words);
    client.socket.end();
    expect(await client.untilClosed()).toEqual([]);
    const entry = await journaled;
    expect(entry).toMatchObject({
      method: 'POST',
      target: '/users',
      status: null,
      delivered: 'none',
      complete: false,
      size,
    });
    expect(entry.account).toMatch(/^acct_/);
    await expectAlive();
  });

  it('a connection reset in the middle of a body is journaled and applies nothing', async () => {
    const journaled = untilJournaled();
    const client = await createRawConnection(port);
    client.say(post(['Expect: 100-continue', 'Content-Length: 100']));
    await client.answers(1);
    client.say(GOOD);
    client.socket.resetAndDestroy();
    expect(await journaled).toMatchObject({ complete: false, delivered: 'none', status: null });
    await expectAlive();
  });

  it.each([
    ['in its first letter', 'P', 0],
    ['in its first line', 'POST /us', 0],
    ['in its headers', `POST /users HTTP/1.1\r\n${KEY}\r\nContent-Le`, 0],
    ['right before its end', `POST /users HTTP/1.1\r\n${KEY}\r\n\r`, 0],
    ['behind a stray line end', '\r\nPOST /us', 0],
    ['in the packet in which another one ended', `${ANSWERED}POST /us`, 1],
  ])(
    'a head in which the connection is reset %s is journaled as a hang-up',
    async (_where, words, answers) => {
      const before = engine.journal.size;
      const { client, untilRead, closed } = await createAcceptedConnection(front.app.server);
      client.say(words);
      await untilRead(words.length);
      await client.answers(answers);
      client.socket.resetAndDestroy();
      await closed;
      const entries = [...engine.journal.entries()].slice(before);
      expect(entries).toHaveLength(answers + 1);
      expect(entries.at(-1)).toMatchObject({
        method: '',
        target: '',
        rawHeaders: [],
        status: null,
        delivered: 'none',
        complete: false,
        account: null,
      });
      await expectAlive();
    },
  );

  it('the head of a second request, reset long after the first was answered, is journaled too', async () => {
    const { client, untilRead, closed } = await createAcceptedConnection(front.app.server);
    client.say(ANSWERED);
    await client.answers(1);
    const before = engine.journal.size;
    client.say('POST');
    await untilRead(ANSWERED.length + 4);
    client.socket.resetAndDestroy();
    await closed;
    expect([...engine.journal.entries()].slice(before)).toMatchObject([{ status: null, delivered: 'none' }]);
  });

  it.each([
    ['on which nothing was said', '', 0],
    ['on which nothing but line ends came', '\r\n\r\n', 0],
    ['between two requests', ANSWERED, 1],
    ['with a stray line end behind its last request', `${ANSWERED}\r\n`, 1],
  ])('a connection that is reset %s leaves no entry of its own', async (_when, words, answers) => {
    const before = engine.journal.size;
    const { client, untilRead, closed } = await createAcceptedConnection(front.app.server);
    client.say(words);
    await untilRead(words.length);
    await client.answers(answers);
    client.socket.resetAndDestroy();
    await closed;
    expect(engine.journal.size).toBe(before + answers);
    await expectAlive();
  });

  it('a connection on which nothing was said leaves no entry when it ends', async () => {
    const before = engine.journal.size;
    const client = await createRawConnection(port);
    client.socket.end();
    expect(await client.untilClosed()).toEqual([]);
    expect(engine.journal.size).toBe(before);
    await expectAlive();
  });
});
