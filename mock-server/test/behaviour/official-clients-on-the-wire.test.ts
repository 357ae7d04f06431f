import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { createFastifyFront } from '../../src/fronts/fastify.ts';
import { createManualClock, createUserlistEngine } from '../../src/index.ts';
import { START, viewAll } from '../stand-in.ts';
import { CLIENTS } from './clients/clients.ts';
import { expectAnswer, expectState } from './clients/expect-replayed.ts';
import type { Client, Replay } from './clients/replay.ts';
import { toBytes, write } from './clients/to-wire.ts';

const closing: (() => Promise<void>)[] = [];

afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

/** One connection, with what has come on it and was not read yet. */
type Connection = { readonly socket: Socket; received: string; hasEnded: boolean };

async function connectTo(port: number, address: string): Promise<Connection> {
  const socket = connect(port, address);
  const connection: Connection = { socket, received: '', hasEnded: false };
  socket.on('data', (data) => {
    connection.received += data;
  });
  socket.on('end', () => {
    connection.hasEnded = true;
  });
  await once(socket, 'connect');
  return connection;
}

/** A stand-in that listens, and a connection to it that is kept as long as it lasts. */
async function open() {
  const engine = createUserlistEngine({ clock: createManualClock(START) });
  const front = createFastifyFront({ engine });
  const { port, address } = await front.listen({ port: 0, host: '127.0.0.1' });
  let connections = 0;
  let current: Connection | null = null;
  closing.push(async () => {
    current?.socket.destroy();
    await front.close(0);
  });
  return {
    engine,
    connections: () => connections,
    async exchange(bytes: Uint8Array, closes: boolean) {
      if (current === null || current.hasEnded) {
        connections += 1;
        current = await connectTo(port, address);
      }
      current.socket.write(bytes);
      const reply = await readReply(current);
      if (closes && !current.hasEnded) await once(current.socket, 'end');
      return reply;
    },
  };
}

/** The next answer; all have a length. */
async function readReply(connection: Connection): Promise<{ status: number; body: string }> {
  for (;;) {
    const [head = '', body] = connection.received.split('\r\n\r\n');
    const [, length] = /^content-length: (\d+)/im.exec(head) ?? [];
    if (body !== undefined && length !== undefined && body.length >= Number(length)) {
      connection.received = '';
      return { status: Number(head.split(' ')[1]), body };
    }
    await once(connection.socket, 'data');
  }
}

const saysClose = ({ headers }: Client): boolean =>
  headers.some(([name, value]) => name.toLowerCase() === 'connection' && value === 'close');

describe.each(CLIENTS.map((client) => [`${client.name}, ${client.versions}`, client] as const))(
  'What is sent by %s, byte for byte',
  (_name, client) => {
    it('comes to the same, on one connection where the client keeps it', async () => {
      const { engine, exchange, connections } = await open();
      const closes = saysClose(client);
      const seen: Record<string, string> = {};
      for (const [at, replay] of client.replays.entries()) {
        const key = `key-${at}`;
        for (const given of replay.given ?? []) expect((await give(engine, key, given)).status).toBe(202);
        const written = write(client, replay, key);
        const reply = await exchange(toBytes(written), closes);
        seen[replay.what] = judge(replay, reply, (collection) => viewAll(engine, collection, key));
        expect([...engine.journal.entries()].at(-1)).toMatchObject({
          complete: true,
          rawHeaders: written.headers.flat(),
        });
      }
      expect(seen).toEqual(Object.fromEntries(client.replays.map(({ what }) => [what, 'as expected'])));
      expect(connections()).toBe(closes ? client.replays.length : 1);
    });
  },
);

function give(
  engine: ReturnType<typeof createUserlistEngine>,
  key: string,
  { path, body }: { path: string; body: object },
): Promise<Response> {
  return engine.handle(
    new Request(`http://localhost${path}`, {
      method: 'POST',
      headers: { Authorization: `Push ${key}`, 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    }),
  );
}

/** What is wrong with a replay, so that one that fails does not hide the others. */
function judge(
  replay: Replay,
  reply: { readonly status: number; readonly body: string },
  list: Parameters<typeof expectState>[1],
): string {
  try {
    expectAnswer(replay, reply);
    expectState(replay, list);
    return 'as expected';
  } catch (error) {
    return String(error);
  }
}
