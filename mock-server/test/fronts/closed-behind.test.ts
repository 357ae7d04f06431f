import { describe, expect, it } from 'vitest';
import type { FaultDefinition } from '../../src/index.ts';
import { createFakeDesk } from './fake-desk.ts';
import { GOOD, openFronts, POST } from './open-fronts.ts';
import { createRawConnection } from './raw-connection.ts';
import { until } from './until.ts';

const createFront = openFronts();

const LAST_POST = POST.replace('\r\n', '\r\nConnection: close\r\n');

async function setUp(effect?: FaultDefinition['effect']) {
  const desk = createFakeDesk();
  const { front, engine } = createFront({ desk });
  const { port } = await front.listen({ port: 0 });
  if (effect !== undefined) engine.faults.arm({ times: 1, effect });
  const client = await createRawConnection(port);
  /** Says words, and waits until the server has closed and has settled what they were. */
  const sayAll = async (words: string) => {
    client.say(words);
    const answers = await client.untilClosed();
    const other = await createRawConnection(port);
    other.say('GET /marker HTTP/1.1\r\n\r\n');
    await other.answers(1);
    await until(() => [...engine.journal.entries()].every(({ settledMs }) => settledMs !== null));
    const entries = [...engine.journal.entries()].filter(({ target }) => target !== '/marker');
    return { statuses: answers.map(({ status }) => status), entries };
  };
  return { client, desk, engine, sayAll };
}

describe('Behind an answer that closes the connection', () => {
  it.each([
    ['that says so in a header of its fault', { headers: { Connection: 'close' } }],
    ['with a length that is too long', { status: 503, body: 'abc', content_length: 99 }],
    ['with a length that is too short', { status: 503, body: 'abc', content_length: 1 }],
  ] as const)('%s, none of the answers to pipelined requests is delivered', async (_what, effect) => {
    const { client, sayAll } = await setUp(effect);
    const { entries } = await sayAll(POST.repeat(5));
    expect(client.received.match(/HTTP\/1\.1 /g)).toHaveLength(1);
    expect(entries.map(({ delivered }) => delivered)).toEqual(['full', 'none', 'none', 'none', 'none']);
    expect(entries.slice(1).map(({ deliveredBytes }) => deliveredBytes)).toEqual([0, 0, 0, 0]);
  });

  it.each([
    ['cut at its end', { status: 503, body: 'abc', truncate_at: 3 }],
    ['slow', { status: 503, body: 'abc', bytes_per_second: 1 }],
    ['garbage', { garbage: 'rubbish' }],
    ['hung up', { hang_up: 'before' }],
  ] as const)('an answer that should be %s is not delivered either', async (_what, effect) => {
    const { client, engine, sayAll } = await setUp({ headers: { Connection: 'close' } });
    engine.faults.arm({ effect });
    const { entries, statuses } = await sayAll(POST.repeat(4));
    expect(statuses).toEqual([202]);
    expect(client.received).not.toContain('rubbish');
    expect(entries.map(({ delivered }) => delivered)).toEqual(['full', 'none', 'none', 'none']);
  });
});

describe('What comes behind a request that closes its connection', () => {
  it.each([
    ['a Connection header', LAST_POST],
    ['HTTP/1.0', POST.replace('HTTP/1.1', 'HTTP/1.0')],
  ])('by %s is no request, and is not journaled', async (_how, first) => {
    const { sayAll } = await setUp();
    const { statuses, entries } = await sayAll(first + POST);
    expect(statuses).toEqual([202]);
    expect(entries).toMatchObject([{ method: 'POST', target: '/users', status: 202, delivered: 'full' }]);
    expect(entries).toHaveLength(1);
  });

  it.each([
    ['a Connection header', 'GET /_control/health HTTP/1.1\r\nConnection: close\r\n\r\n'],
    ['HTTP/1.0', 'GET /_control/health HTTP/1.0\r\n\r\n'],
  ])('to the desk by %s is not journaled, and the desk is asked once', async (_how, first) => {
    const { desk, sayAll } = await setUp();
    expect(await sayAll(first + first)).toEqual({ statuses: [200], entries: [] });
    expect(desk.calls).toHaveLength(1);
  });
});

describe('A head that cannot be read', () => {
  it.each([
    ['of the wrong syntax', 'GET /_control/health HTTP/1.1\r\nno colon\r\n\r\n', 400],
    ['that names the host in its target', 'GET http://x/_control/health HTTP/1.1\r\nno colon\r\n\r\n', 400],
    ['that is too large', `GET /_control/health HTTP/1.1\r\nX-A: ${'a'.repeat(20_000)}\r\n\r\n`, 431],
  ])('%s is answered and not journaled where it goes to the desk', async (_what, words, status) => {
    const { desk, sayAll } = await setUp();
    expect(await sayAll(words)).toEqual({ statuses: [status], entries: [] });
    expect(desk.calls).toEqual([]);
  });

  it.each([
    ['braces', GOOD, 'FROB /x HTTP/1.1\r\n\r\n'],
    ['letters', 'abc', 'FROB /x HTTP/1.1\r\n\r\n'],
    ['letters, before a good method', 'abc', 'GET /x HTTP/1.1\r\nno colon\r\n\r\n'],
  ])('has nothing of the body before it in its method: %s', async (_what, body, next) => {
    const { sayAll } = await setUp();
    const first = `POST /users HTTP/1.1\r\nAuthorization: Push k\r\nContent-Length: ${body.length}\r\n\r\n${body}`;
    const { entries } = await sayAll(first + next);
    expect(entries).toMatchObject([{ method: 'POST' }, { method: '', target: '', status: 400 }]);
  });
});

describe('Requests sent ahead of an answer that is held', () => {
  it('are not read without end, and are all answered when it is let go', async () => {
    const { front, engine } = createFront();
    const { port } = await front.listen({ port: 0 });
    const fault = engine.faults.arm({ match: { path: '/users' }, effect: { hold: true } });
    const client = await createRawConnection(port);
    const other = await createRawConnection(port);
    const count = 6000;
    client.say(POST.repeat(count));
    await until(() => fault.held.size > 900);
    // It is still read while others are answered, or is not read any more.
    for (let answers = 1; answers <= 30; answers += 1) {
      other.say('GET /marker HTTP/1.1\r\n\r\n');
      await other.answers(answers);
    }
    expect(fault.held.size).toBeLessThan(count / 2);
    engine.faults.clear();
    // Those read only now are not held, and all are answered.
    await until(() => client.received.split('HTTP/1.1 ').length > count);
    expect(engine.journal.size).toBe(count + 30);
  });
});
