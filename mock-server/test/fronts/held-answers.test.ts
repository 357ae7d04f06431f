import { describe, expect, it } from 'vitest';
import type { FaultDefinition } from '../../src/index.ts';
import { createManualTimer } from '../desk/desk-fixture.ts';
import { viewAll } from '../stand-in.ts';
import { openFronts, POST } from './open-fronts.ts';
import { createRawConnection } from './raw-connection.ts';
import { until, untilSettled } from './until.ts';

const createFront = openFronts();

const LOST = 'GET /nope HTTP/1.1\r\n\r\n';

/** A front on a port with faults armed, and a connection to it. */
async function setUp(...faults: readonly FaultDefinition[]) {
  const time = createManualTimer();
  const { front, engine } = createFront({ timer: time.timer });
  const { port } = await front.listen({ port: 0 });
  const [fault] = faults.map((definition) => engine.faults.arm(definition));
  if (fault === undefined) throw new Error('Give a fault.');
  const untilAnswered = (count: number): Promise<void> => until(() => engine.journal.size === count);
  return { engine, front, port, fault, time, untilAnswered, client: await createRawConnection(port) };
}

const statuses = (answers: readonly { readonly status: number }[]): number[] =>
  answers.map(({ status }) => status);

describe('A delayed answer', () => {
  it('leaves when its time is over, and its request was applied before', async () => {
    const { client, engine, time, fault } = await setUp({ effect: { delay_ms: 2000 } });
    client.say(POST);
    await until(() => time.pending === 1);
    expect(viewAll(engine, 'users', 'k')).toHaveLength(1);
    time.advance(1999);
    expect([client.received, time.pending]).toEqual(['', 1]);
    time.advance(1);
    expect(statuses(await client.answers(1))).toEqual([202]);
    expect(await untilSettled(engine)).toMatchObject([{ delivered: 'full', injectedMs: 2000 }]);
    expect(fault.delivered).toBe(1);
  });

  it('holds up those behind it on its connection, and no other connection', async () => {
    const { client, engine, time, port, untilAnswered } = await setUp({ times: 1, effect: { delay_ms: 50 } });
    client.say(POST + LOST + POST);
    const other = await createRawConnection(port);
    await untilAnswered(3);
    other.say(POST);
    expect(statuses(await other.answers(1))).toEqual([202]);
    expect(client.received).toBe('');
    time.advance(50);
    expect(statuses(await client.answers(3))).toEqual([202, 404, 202]);
    expect((await untilSettled(engine, 4)).map(({ delivered }) => delivered)).toEqual(Array(4).fill('full'));
  });

  it('leaves after a longer delay before it on its connection, for which it does not wait twice', async () => {
    const { client, time, untilAnswered } = await setUp(
      { times: 1, effect: { delay_ms: 100 } },
      { times: 1, effect: { status: 503, delay_ms: 60 } },
    );
    client.say(POST + POST);
    await untilAnswered(2);
    time.advance(60);
    expect([client.received, time.pending]).toEqual(['', 1]);
    time.advance(40);
    expect(statuses(await client.answers(2))).toEqual([202, 503]);
  });

  it('is given up when its client leaves, and the journal says so', async () => {
    const { client, engine, time, fault } = await setUp({ effect: { delay_ms: 2000 } });
    client.say(POST);
    await until(() => time.pending === 1);
    client.socket.destroy();
    expect(await untilSettled(engine)).toMatchObject([{ status: 202, delivered: 'none', deliveredBytes: 0 }]);
    expect([time.pending, fault.delivered]).toEqual([0, 0]);
  });

  it('is nothing that a reset of the journal would bring back', async () => {
    const { client, engine, time } = await setUp({ effect: { delay_ms: 2000 } });
    client.say(POST);
    await until(() => time.pending === 1);
    const notes: string[] = [];
    engine.journal.subscribe(({ kind }) => notes.push(kind));
    engine.reset(['journal']);
    time.advance(2000);
    expect(statuses(await client.answers(1))).toEqual([202]);
    client.say(LOST);
    await client.answers(2);
    await untilSettled(engine);
    expect([...engine.journal.entries()].map(({ target }) => target)).toEqual(['/nope']);
    expect(notes).toEqual(['reset', 'exchange', 'settled']);
  });
});

describe('What is mistreated behind a delayed answer', () => {
  it.each([
    ['hung up', { hang_up: 'before' }, '', 'none'],
    ['cut', { status: 503, truncate_at: 4 }, '{"st', 'partial'],
    ['garbage', { garbage: 'rubbish' }, 'rubbish', 'none'],
    ['slow', { status: 503, body: 'ab', bytes_per_second: 1, truncate_at: 1 }, 'a', 'partial'],
  ] as const)(
    'is %s when its turn has come, and what follows gets nothing',
    async (_, effect, end, delivered) => {
      const { client, engine, time, untilAnswered } = await setUp(
        { times: 1, effect: { delay_ms: 50 } },
        { times: 1, effect },
      );
      client.say(POST + POST + POST);
      await untilAnswered(3);
      expect([client.received, client.socket.closed]).toEqual(['', false]);
      time.advance(50);
      await until(() => client.socket.closed || time.pending === 1);
      time.advance(1000);
      await client.untilClosed();
      expect(client.received.startsWith('HTTP/1.1 202 Accepted\r\n')).toBe(true);
      expect(client.received.split('\r\n\r\n').at(-1)).toBe(end);
      expect(await untilSettled(engine, 3)).toMatchObject([
        { delivered: 'full' },
        { delivered },
        { delivered: 'none' },
      ]);
    },
  );

  it('does not end another connection', async () => {
    const { client, port } = await setUp({ times: 1, effect: { hang_up: 'before' } });
    const other = await createRawConnection(port);
    other.say(LOST);
    await other.answers(1);
    client.say(POST);
    await client.untilClosed();
    other.say(POST);
    expect(statuses(await other.answers(2))).toEqual([404, 202]);
  });

  it('is answered before what no parser could read', async () => {
    const { client, time, untilAnswered } = await setUp({ effect: { delay_ms: 50 } });
    client.say(`${POST}FROB /x HTTP/1.1\r\n\r\n`);
    await untilAnswered(1);
    time.advance(50);
    expect(statuses(await client.untilClosed())).toEqual([202, 400]);
  });
});

describe('An answer that is held', () => {
  it('leaves when the fault is cleared', async () => {
    const { client, engine, fault } = await setUp({ effect: { hold: true, status: 500 } });
    client.say(POST);
    await until(() => fault.held.size === 1);
    expect(client.received).toBe('');
    engine.faults.clear();
    expect(statuses(await client.answers(1))).toEqual([500]);
    const [entry] = await untilSettled(engine);
    expect(entry).toMatchObject({ delivered: 'full', limiter: null });
    expect(entry?.injectedMs).toBeGreaterThan(0);
    expect(viewAll(engine, 'users', 'k')).toEqual([]);
  });

  it('is let go with all the others of its fault, each on its connection', async () => {
    const { client, engine, fault, port } = await setUp({ effect: { hold: true } });
    const clients = [client, await createRawConnection(port), await createRawConnection(port)];
    for (const each of clients) each.say(POST);
    await until(() => fault.held.size === 3);
    engine.faults.clear();
    for (const each of clients) expect(statuses(await each.answers(1))).toEqual([503]);
    expect(fault.delivered).toBe(3);
  });

  it('holds nothing any more when its client has left', async () => {
    const { client, engine, fault } = await setUp({ effect: { hold: true } });
    client.say(POST);
    await until(() => fault.held.size === 1);
    client.socket.destroy();
    expect(await untilSettled(engine)).toMatchObject([{ status: 503, delivered: 'none' }]);
    expect([fault.held.size, fault.delivered]).toEqual([0, 1]);
    engine.faults.clear();
  });

  it('is cut when it is let go, where the fault wants both', async () => {
    const { client, engine, fault } = await setUp({ effect: { hold: true, body: 'abcdef', truncate_at: 2 } });
    client.say(POST);
    await until(() => fault.held.size === 1);
    engine.faults.clear();
    await client.untilClosed();
    expect(client.received.endsWith('\r\n\r\nab')).toBe(true);
    expect(await untilSettled(engine)).toMatchObject([{ delivered: 'partial', deliveredBytes: 2 }]);
  });
});

describe('Closing the front', () => {
  it.each([
    ['delayed', { delay_ms: 60_000 }, 'none', 0],
    ['held', { hold: true }, 'none', 0],
    ['slow', { status: 503, body: 'abc', bytes_per_second: 1 }, 'partial', 1],
  ] as const)('cuts a %s answer when the grace is over', async (what, effect, delivered, bytes) => {
    const { client, engine, front, fault, time } = await setUp({ effect });
    client.say(POST);
    await until(() => time.pending + fault.held.size === 1);
    if (what === 'slow') {
      time.advance(1000);
      await until(() => time.pending === 1);
    }
    await front.close(5);
    await client.untilClosed();
    expect([...engine.journal.entries()]).toMatchObject([{ delivered, deliveredBytes: bytes }]);
    expect([time.pending, fault.held.size]).toEqual([0, 0]);
  });

  it('waits for a delayed answer that is due in time', async () => {
    const { client, engine, front, time } = await setUp({ effect: { delay_ms: 50 } });
    client.say(POST);
    await until(() => time.pending === 1);
    const closed = front.close(60_000);
    await until(() => !front.app.server.listening);
    time.advance(50);
    const answers = await client.untilClosed();
    await closed;
    expect(statuses(answers)).toEqual([202]);
    expect(answers[0]?.head).toMatch(/^connection: close$/im);
    expect([...engine.journal.entries()]).toMatchObject([{ delivered: 'full' }]);
  });

  it('cuts what was injected, too', async () => {
    const time = createManualTimer();
    const { front, engine } = createFront({ timer: time.timer });
    const fault = engine.faults.arm({ effect: { hold: true } });
    engine.faults.arm({ name: 'late', account: 'late', effect: { delay_ms: 1000 } });
    const inject = (key: string) =>
      front.app.inject({
        method: 'POST',
        url: '/users',
        headers: { authorization: `Push ${key}` },
        payload: '{}',
      });
    const lost = Promise.allSettled([inject('held'), inject('late')]);
    await until(() => engine.journal.size === 2);
    await front.close(5);
    expect([...engine.journal.entries()].map(({ delivered }) => delivered)).toEqual(['none', 'none']);
    expect([time.pending, fault.held.size]).toEqual([0, 0]);
    expect((await lost).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  });
});
