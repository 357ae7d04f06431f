import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createFastifyFront, type FastifyFront } from '../src/fronts/fastify.ts';
import type { Exchange, UserlistEngine } from '../src/index.ts';
import { expectEnvelope } from './expect-envelope.ts';
import { createAcceptedConnection } from './fronts/accepted-connection.ts';
import { KEY } from './generated-requests.ts';
import { type Wire, wire } from './generated-wire.ts';
import { createStockedEngine, restock, showStored } from './stocked-engine.ts';

/** Every run generates the same bytes; fast-check prints it with whatever it finds. */
const SEED = 20_261_124;
const RUNS = 2000;
const HEAD_END = '\r\n\r\n';

/** What came of one connection. */
type Visit = {
  readonly entries: readonly Exchange[];
  /** What the client got, in Latin-1. */
  readonly received: string;
  /** What the server read of what was said. */
  readonly read: Uint8Array;
};

const isLineEnd = (byte: number): boolean => byte === 0x0d || byte === 0x0a;

/** Says that what came over the wire is the answer in the journal, whole, and with no header but the server's own. */
function expectAnswer(entry: Exchange, head: string, body: string): void {
  const [line = '', ...headers] = head.split('\r\n');
  const [, status = '', reason = ''] = /^HTTP\/1\.1 (\d{3}) (.+)$/.exec(line) ?? [];
  expect(Number(status)).toBe(entry.status);
  const names = headers.map((header) => header.slice(0, header.indexOf(':')));
  const ours = entry.status === 202 ? ['Content-Length'] : ['Content-Type', 'Content-Length'];
  expect(names.filter((name) => name !== 'Keep-Alive').sort()).toEqual(
    ['Connection', ...ours, 'Date'].sort(),
  );
  expect(body).toBe(entry.method === 'HEAD' ? '' : entry.answerBody);
  if (entry.status === 202) expect([reason, body]).toEqual(['Accepted', '']);
  else expectEnvelope({ status: Number(status), reason, body: entry.answerBody });
}

/** Reads the answers that the journal says were given; returns how many came whole and what is left of the text. */
function readAnswers({ received, entries }: Visit): { whole: number; rest: string } {
  let rest = received;
  let whole = 0;
  for (const entry of entries) {
    const end = rest.indexOf(HEAD_END);
    if (entry.status === null || end === -1) break;
    const head = rest.slice(0, end);
    const announced = Number(/^content-length: (\d+)$/im.exec(head)?.[1]);
    const bodyAt = end + HEAD_END.length;
    const body = rest.slice(bodyAt, bodyAt + (entry.method === 'HEAD' ? 0 : announced));
    if (entry.method !== 'HEAD' && body.length < announced) break;
    expectAnswer(entry, head, Buffer.from(body, 'latin1').toString());
    whole += 1;
    rest = rest.slice(bodyAt + body.length);
  }
  return { whole, rest };
}

/**
 * Says that the journal has one entry for the request, none where nothing but line ends was read, and perhaps a second for
 * what stood behind the end of the request: whether that is still read depends on how fast the answer closes.
 */
function expectEntries({ entries, read }: Visit, { hasMore }: Wire): void {
  if (read.every(isLineEnd)) expect(entries).toEqual([]);
  else expect(entries.length, `${read.byteLength} bytes were read`).toBeGreaterThanOrEqual(1);
  expect(entries.length).toBeLessThanOrEqual(hasMore ? 2 : 1);
  for (const entry of entries) {
    expect(entry.crashed, entry.reason ?? '').toBe(false);
    expect(entry.delivered).not.toBe('pending');
    if (entry.status === null)
      expect(entry).toMatchObject({ delivered: 'none', complete: false, record: null });
    expect(entry.reason ?? '').not.toContain(KEY);
  }
  for (const { status, method, target } of entries.slice(1)) {
    // Cut off, it may be no more than the first letter of a method.
    expect([400, null]).toContain(status);
    expect([method, target]).toEqual(['', '']);
  }
}

describe(`the Fastify front under ${RUNS} hostile connections (seed ${SEED})`, () => {
  let engine: UserlistEngine;
  let front: FastifyFront;

  beforeAll(async () => {
    engine = createStockedEngine();
    // Short, for those who stay and say no more; one that strikes a request on its way is an answer like any other.
    const timeouts = { headers: 40, request: 50, check: 5, keepAlive: 50 };
    front = createFastifyFront({ engine, timeouts });
    await front.listen({ port: 0, host: '127.0.0.1' });
  });
  afterAll(() => front.close(0));

  const visit = async ({ bytes, ending }: Wire): Promise<Visit> => {
    const entries: Exchange[] = [];
    const connection = await createAcceptedConnection(front.app.server);
    const { client, untilRead, closed } = connection;
    const stop = engine.journal.subscribe((note) => {
      if (note.kind === 'exchange') entries.push(note.exchange);
    });
    client.say(bytes);
    if (ending === 'reset') await untilRead(bytes.byteLength);
    if (ending === 'leave') client.socket.end();
    if (ending === 'reset' || ending === 'vanish') client.socket.resetAndDestroy();
    await Promise.all([closed, client.untilClosed()]);
    stop();
    return { entries, received: client.received, read: bytes.subarray(0, connection.bytesRead) };
  };

  it('gets the envelope or a closed connection, one entry each, no change unless accepted, and no key back', async () => {
    let state = showStored(engine);
    const seen = new Map<number | string | null, number>();

    await fc.assert(
      fc.asyncProperty(wire, async (sent) => {
        const visited = await visit(sent);
        expectEntries(visited, sent);
        const { whole, rest } = readAnswers(visited);
        const { entries, received } = visited;
        expect(received).not.toContain(KEY);
        if (sent.ending === 'stay' || sent.ending === 'leave') {
          expect(rest).toBe('');
          expect(entries.filter(({ delivered }) => delivered === 'full')).toHaveLength(whole);
        }

        if (entries.some(({ status }) => status === 202)) {
          restock(engine);
          state = showStored(engine);
        } else expect(showStored(engine)).toBe(state);
        const [{ status = 'nothing told' } = {}] = entries;
        seen.set(status, (seen.get(status) ?? 0) + 1);
      }),
      { seed: SEED, numRuns: RUNS },
    );

    // A suite whose requests all ended at the door would prove little.
    for (const status of [202, 400, 401, 404, 408, 413, 422, 431, null, 'nothing told'])
      expect(seen.get(status) ?? 0, String(status)).toBeGreaterThan(10);
  });
});
