import { describe, expect, it, onTestFinished } from 'vitest';
import { createFastifyFront } from '../../src/fronts/fastify.ts';
import { createUserlistEngine, type FaultEffect } from '../../src/index.ts';
import { createManualTimer } from '../desk/desk-fixture.ts';
import { openFronts, POST } from './open-fronts.ts';
import { createRawConnection, type RawConnection } from './raw-connection.ts';
import { until, untilSettled } from './until.ts';

const createFront = openFronts();

const BODY = 'twenty bytes of body';

/** A front on a port with one fault armed, and a connection to it. */
async function setUp(effect: FaultEffect) {
  const time = createManualTimer();
  const { front, engine } = createFront({ timer: time.timer });
  const { port } = await front.listen({ port: 0 });
  const fault = engine.faults.arm({ effect });
  return { engine, fault, time, client: await createRawConnection(port) };
}

/** What came behind the head of the only answer. */
const bodyOf = ({ received }: RawConnection): string => received.split('\r\n\r\n')[1] ?? '';

describe('A slow body', () => {
  it('comes in pieces behind a head that comes at once, and its connection goes on', async () => {
    const { client, engine, time } = await setUp({ status: 503, body: BODY, bytes_per_second: 80 });
    client.say(POST);
    await until(() => client.received.includes('\r\n\r\n'));
    expect(bodyOf(client)).toBe('');
    for (const bytes of [8, 16, 20]) {
      await until(() => time.pending === 1);
      time.advance(99);
      expect(time.pending).toBe(bytes === 20 ? 0 : 1);
      time.advance(1);
      await until(() => bodyOf(client).length >= bytes);
      expect(bodyOf(client)).toBe(BODY.slice(0, bytes));
    }
    expect(await untilSettled(engine)).toMatchObject([{ delivered: 'full', deliveredBytes: 20 }]);
    expect(time.pending).toBe(0);
    engine.faults.clear();
    client.say(POST);
    expect((await client.answers(2)).map(({ status }) => status)).toEqual([503, 202]);
  });

  it('is cut where the fault cuts it', async () => {
    const { client, engine, time } = await setUp({
      status: 503,
      body: BODY,
      bytes_per_second: 10,
      truncate_at: 2,
    });
    client.say(POST);
    for (const _ of [1, 2]) {
      await until(() => time.pending === 1);
      time.advance(100);
    }
    await client.untilClosed();
    expect(bodyOf(client)).toBe('tw');
    expect(await untilSettled(engine)).toMatchObject([{ delivered: 'partial', deliveredBytes: 2 }]);
  });

  it('of which the client has had enough is journaled as far as it came', async () => {
    const { client, engine, time, fault } = await setUp({ status: 503, body: BODY, bytes_per_second: 10 });
    client.say(POST);
    for (const _ of [1, 2, 3]) {
      await until(() => time.pending === 1);
      time.advance(100);
    }
    await until(() => time.pending === 1);
    client.socket.destroy();
    expect(await untilSettled(engine)).toMatchObject([{ delivered: 'partial', deliveredBytes: 3 }]);
    expect([time.pending, fault.delivered]).toEqual([0, 0]);
  });

  it('takes no time where there is no body', async () => {
    const { client, time } = await setUp({ bytes_per_second: 1 });
    client.say(POST);
    expect(await client.answers(1)).toMatchObject([{ status: 202, body: '' }]);
    expect(time.pending).toBe(0);
  });
});

describe('More than the system buffers', () => {
  const SIZE = 60_000_000;

  /** The same with so much of it, and a client that does not read. */
  async function setUpLarge(effect: FaultEffect) {
    const time = createManualTimer();
    const engine = createUserlistEngine();
    const large = 'x'.repeat(SIZE);
    const front = createFastifyFront({
      timer: time.timer,
      engine: {
        ...engine,
        answer(call) {
          const outcome = engine.answer(call);
          if (outcome.kind !== 'answer' || outcome.delivery === null) return outcome;
          const { answer, delivery } = outcome;
          return {
            ...outcome,
            answer: { ...answer, headers: [], body: large },
            delivery: { ...delivery, garbage: delivery.garbage === null ? null : large },
          };
        },
      },
    });
    onTestFinished(() => front.close(0));
    const { port } = await front.listen({ port: 0 });
    engine.faults.arm({ effect });
    const client = await createRawConnection(port);
    client.socket.pause();
    client.say(POST);
    return { time, engine, client, port };
  }

  it('waits for a reader that takes nothing', async () => {
    const { time, client, engine, port } = await setUpLarge({ bytes_per_second: 200_000_000 });
    await until(() => time.pending === 1);
    time.advance(100);
    // No time runs for the next piece before this one is taken.
    const other = await createRawConnection(port);
    for (let times = 1; times <= 20; times += 1) {
      other.say('GET /nope HTTP/1.1\r\n\r\n');
      await other.answers(times);
    }
    expect(time.pending).toBe(0);
    expect([...engine.journal.entries()][0]).toMatchObject({ delivered: 'pending' });
    client.socket.resume();
    for (const _ of [2, 3]) {
      await until(() => time.pending === 1);
      time.advance(100);
    }
    expect((await untilSettled(engine, 21)).at(0)).toMatchObject({ delivered: 'full', deliveredBytes: SIZE });
  });

  it('does not count as far as it never left', async () => {
    const { time, client, engine } = await setUpLarge({ bytes_per_second: 200_000_000 });
    await until(() => time.pending === 1);
    time.advance(100);
    client.socket.resetAndDestroy();
    expect(await untilSettled(engine)).toMatchObject([{ delivered: 'partial', deliveredBytes: 0 }]);
    expect(time.pending).toBe(0);
  });

  it('is not lost behind a cut', async () => {
    const { client, engine } = await setUpLarge({ garbage: true });
    await untilSettled(engine);
    client.socket.resume();
    await client.untilClosed();
    expect(client.received.length).toBe(SIZE);
  });
});
