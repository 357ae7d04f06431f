import { describe, expect, it, onTestFinished } from 'vitest';
import { createFastifyFront } from '../../src/fronts/fastify.ts';
import { createUserlistEngine, type LogEntry } from '../../src/index.ts';
import { createManualTimer } from '../desk/desk-fixture.ts';
import { expectEnvelope } from '../expect-envelope.ts';
import { describeThroughDoors, expectAccepted, viewAll } from '../stand-in.ts';
import { createAcceptedConnection } from './accepted-connection.ts';
import { POST } from './open-fronts.ts';
import { until, untilSettled } from './until.ts';

/** A disk that is full when the test says so. */
function createStore() {
  const written: LogEntry[] = [];
  const store = {
    written,
    isFull: false,
    append(entries: readonly LogEntry[]) {
      if (store.isFull) throw new Error('no space left on device');
      written.push(...entries);
    },
  };
  return store;
}

const store = createStore();

describeThroughDoors(
  'An answer that waits for the disk',
  (standIn) => {
    it('comes when the request is written', async () => {
      store.isFull = false;
      const before = store.written.length;
      expectAccepted(await standIn.post('/users', { identifier: 'u' }));
      expect(store.written.slice(before)).toMatchObject([{ kind: 'call', operation: 'pushUser' }]);
      expect(standIn.users()).toMatchObject([{ identifier: 'u' }]);
      expect(standIn.lastExchange()).toMatchObject({ status: 202, delivered: 'full' });
    });

    it('is a 503 in the envelope when it cannot be written, and nothing has changed', async () => {
      store.isFull = true;
      const reply = await standIn.post('/users', { identifier: 'u' });
      expect(reply.status).toBe(503);
      expectEnvelope(reply);
      expect(standIn.users()).toEqual([]);
      expect(standIn.lastExchange()).toMatchObject({ code: 'service_unavailable', delivered: 'full' });
      store.isFull = false;
      expectAccepted(await standIn.post('/users', { identifier: 'u' }));
      expect(standIn.users()).toHaveLength(1);
    });

    it('is not waited for where nothing is to be written', async () => {
      store.isFull = true;
      expect((await standIn.post('/events', {})).status).toBe(422);
    });
  },
  { store },
);

describe('At the Fastify front, an answer that waits for the disk', () => {
  /** The disk takes until the test says that it is done. */
  async function setUp() {
    const time = createManualTimer();
    const engine = createUserlistEngine({ store: createStore() });
    const disk = Promise.withResolvers<void>();
    const front = createFastifyFront({
      timer: time.timer,
      engine: {
        ...engine,
        answer(call) {
          const outcome = engine.answer(call);
          if (outcome.kind !== 'later') return outcome;
          return { kind: 'later', outcome: disk.promise.then(() => outcome.outcome) };
        },
      },
    });
    onTestFinished(() => front.close(0));
    const { port } = await front.listen({ port: 0 });
    const accepted = await createAcceptedConnection(front.app.server);
    /** Waits until a request has been applied, of which the front does not know yet. */
    const untilApplied = (): Promise<void> => until(() => engine.journal.size === 1);
    return { disk, time, engine, front, port, accepted, client: accepted.client, untilApplied };
  }

  it('leaves after those before it on its connection', async () => {
    const { client, engine, disk } = await setUp();
    client.say(`${POST}GET /nope HTTP/1.1\r\n\r\n${POST}`);
    await until(() => engine.journal.size === 3);
    expect(client.received).toBe('');
    disk.resolve();
    expect((await client.answers(3)).map(({ status }) => status)).toEqual([202, 404, 202]);
    expect((await untilSettled(engine, 3)).map(({ delivered }) => delivered)).toEqual([
      'full',
      'full',
      'full',
    ]);
  });

  it('is journaled once, as not delivered, when its client has left meanwhile', async () => {
    const { client, accepted, engine, disk, untilApplied } = await setUp();
    client.say(POST);
    await untilApplied();
    client.socket.destroy();
    await accepted.closed;
    expect([...engine.journal.entries()]).toMatchObject([{ delivered: 'pending' }]);
    disk.resolve();
    expect(await untilSettled(engine)).toMatchObject([{ complete: true, status: 202, delivered: 'none' }]);
    expect(engine.journal.size).toBe(1);
  });

  it('is delayed and hung up as any other', async () => {
    const { client, engine, disk, time } = await setUp();
    disk.resolve();
    engine.faults.arm({ effect: { delay_ms: 100, hang_up: 'after' } });
    client.say(POST);
    await until(() => time.pending === 1);
    expect(viewAll(engine, 'users', 'k')).toHaveLength(1);
    time.advance(100);
    await client.untilClosed();
    expect(client.received).toBe('');
    expect(await untilSettled(engine)).toMatchObject([{ status: 202, delivered: 'none' }]);
  });

  it('is waited for when the front closes', async () => {
    const { client, disk, front, untilApplied } = await setUp();
    client.say(POST);
    await untilApplied();
    const closed = front.close(60_000);
    await until(() => !front.app.server.listening);
    disk.resolve();
    await closed;
    expect((await client.untilClosed()).map(({ status }) => status)).toEqual([202]);
  });

  it('is not delivered when the disk takes longer than the front does to close', async () => {
    const { client, engine, disk, front, untilApplied } = await setUp();
    client.say(POST);
    await untilApplied();
    await front.close(5);
    disk.resolve();
    expect(await client.untilClosed()).toEqual([]);
    expect(await untilSettled(engine)).toMatchObject([{ status: 202, delivered: 'none' }]);
  });
});
