import { describe, expect, it } from 'vitest';
import type { FaultEffect } from '../../src/index.ts';
import { createManualTimer } from '../desk/desk-fixture.ts';
import { viewAll } from '../stand-in.ts';
import { openFronts, POST } from './open-fronts.ts';
import { createRawConnection } from './raw-connection.ts';
import { until, untilSettled } from './until.ts';

const createFront = openFronts();

const BODY = 'twenty bytes of body';

/** A front on a port with one fault armed, and a connection to it. */
async function setUp(effect: FaultEffect) {
  const time = createManualTimer();
  const { front, engine } = createFront({ timer: time.timer });
  const { port } = await front.listen({ port: 0 });
  const fault = engine.faults.arm({ effect });
  return { engine, front, port, fault, time, client: await createRawConnection(port) };
}

/** Where the head of the only answer ends, and what came behind it. */
function split(received: string): [head: string, body: string] {
  const end = received.indexOf('\r\n\r\n');
  return [received.slice(0, end), received.slice(end + 4)];
}

describe('A connection that is hung up', () => {
  it('before anything was applied gets no byte, and nothing is stored', async () => {
    const { engine, client, fault } = await setUp({ hang_up: 'before' });
    client.say(POST);
    await client.untilClosed();
    expect(client.received).toBe('');
    expect(await untilSettled(engine)).toMatchObject([
      { status: null, delivered: 'none', deliveredBytes: 0, limiter: null },
    ]);
    expect(viewAll(engine, 'users', 'k')).toEqual([]);
    expect(fault).toMatchObject({ offered: 1, fired: 1, delivered: 1 });
  });

  it('after the request was applied gets no byte either, and the user is stored', async () => {
    const { engine, client, fault } = await setUp({ hang_up: 'after' });
    client.say(POST);
    await client.untilClosed();
    expect(client.received).toBe('');
    expect(await untilSettled(engine)).toMatchObject([
      { status: 202, delivered: 'none', limiter: { used: 1 } },
    ]);
    expect(viewAll(engine, 'users', 'k')).toMatchObject([{ identifier: 'u' }]);
    expect(fault.delivered).toBe(1);
  });

  it('stays open for as long as the fault delays that', async () => {
    const { client, time, engine } = await setUp({ hang_up: 'before', delay_ms: 2000 });
    client.say(POST);
    await until(() => time.pending === 1);
    time.advance(1999);
    expect([...engine.journal.entries()]).toMatchObject([{ delivered: 'pending', injectedMs: 2000 }]);
    time.advance(1);
    await client.untilClosed();
    expect(client.received).toBe('');
    expect(await untilSettled(engine)).toMatchObject([{ delivered: 'none', injectedMs: 2000 }]);
  });

  it('does not count as hung up when its client has left before', async () => {
    const { client, time, engine, fault } = await setUp({ hang_up: 'before', delay_ms: 2000 });
    client.say(POST);
    await until(() => time.pending === 1);
    client.socket.destroy();
    await untilSettled(engine);
    expect([time.pending, fault.fired, fault.delivered]).toEqual([0, 1, 0]);
  });
});

describe('A body that is cut', () => {
  it.each([
    [0, 'partial'],
    [7, 'partial'],
    [19, 'partial'],
    [20, 'full'],
    [1000, 'full'],
  ])('after %i bytes has exactly those under a head that promised all', async (at, delivered) => {
    const { client, engine, fault } = await setUp({ status: 503, body: BODY, truncate_at: at });
    client.say(POST);
    await client.untilClosed();
    const [head, body] = split(client.received);
    expect(head).toMatch(/^HTTP\/1\.1 503 Service Unavailable\r\n/);
    expect(head).toMatch(/^content-length: 20$/im);
    expect(body).toBe(BODY.slice(0, at));
    expect(await untilSettled(engine)).toMatchObject([{ delivered, deliveredBytes: Math.min(at, 20) }]);
    expect(fault.delivered).toBe(1);
  });

  it('has its bytes counted, not its letters', async () => {
    const { client, engine } = await setUp({ status: 503, body: 'é'.repeat(10), truncate_at: 5 });
    client.say(POST);
    await client.untilClosed();
    const [head, body] = split(client.received);
    expect(head).toMatch(/^content-length: 20$/im);
    expect(body).toBe('Ã©Ã©Ã');
    expect(await untilSettled(engine)).toMatchObject([{ deliveredBytes: 5 }]);
  });

  it('is cut where there is none, too', async () => {
    const { client, engine } = await setUp({ truncate_at: 0 });
    client.say(POST);
    await client.untilClosed();
    expect(split(client.received)[0]).toMatch(/^content-length: 0$/im);
    expect(await untilSettled(engine)).toMatchObject([{ status: 202, delivered: 'full' }]);
    expect(viewAll(engine, 'users', 'k')).toHaveLength(1);
  });
});

describe('A Content-Length that is wrong', () => {
  it.each([
    ['too small', 5],
    ['nothing', 0],
    ['too large', 5000],
  ])(
    'is told although it is %s; the body comes as it is, and the connection is closed',
    async (_, length) => {
      const { client, engine, fault } = await setUp({ status: 503, body: BODY, content_length: length });
      client.say(POST);
      await client.untilClosed();
      const [head, body] = split(client.received);
      expect(head.match(/^content-length: .*$/gim)).toEqual([`Content-Length: ${length}`]);
      expect(head).toMatch(/^connection: close$/im);
      expect(body).toBe(BODY);
      expect(await untilSettled(engine)).toMatchObject([{ delivered: 'full', deliveredBytes: 20 }]);
      expect(fault.delivered).toBe(1);
    },
  );

  it('closes the connection even where the fault says that it is kept', async () => {
    const { client } = await setUp({ content_length: 3, headers: { Connection: 'keep-alive' } });
    client.say(POST);
    await client.untilClosed();
    expect(split(client.received)[1]).toBe('');
  });

  it('goes with a cut', async () => {
    const { client } = await setUp({ status: 503, body: BODY, content_length: 40, truncate_at: 6 });
    client.say(POST);
    await client.untilClosed();
    const [head, body] = split(client.received);
    expect([/^content-length: 40$/im.test(head), body]).toEqual([true, 'twenty']);
  });
});

describe('Garbage', () => {
  it.each([
    ['of our choice', true, /^[^H]+ understudy/],
    ['of yours', 'é?', /^Ã©\?$/],
  ])('%s is all that comes, and the connection is closed', async (_, garbage, expected) => {
    const { client, engine, fault } = await setUp({ garbage });
    client.say(POST);
    await client.untilClosed();
    expect(client.received).toMatch(expected);
    expect(client.received).not.toContain('HTTP/1.1');
    expect(await untilSettled(engine)).toMatchObject([{ status: 202, delivered: 'none', deliveredBytes: 0 }]);
    expect(viewAll(engine, 'users', 'k')).toHaveLength(1);
    expect(fault.delivered).toBe(1);
  });
});
