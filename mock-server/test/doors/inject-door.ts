import { Readable } from 'node:stream';
import type { UserlistEngine } from '../../src/index.ts';
import { ANY_HOST, type Delays, type Door, type Sent, toPieces } from './door.ts';
import { openFront } from './open-front.ts';

/** The Fastify front without a network. */
export async function openInjectDoor(engine: UserlistEngine, delays: Delays = 'real'): Promise<Door> {
  const front = openFront(engine, delays);
  await front.app.ready();
  return {
    async send(sent) {
      const { method, target, headers, host = ANY_HOST } = sent;
      const response = await front.app.inject({
        method: method as 'POST',
        url: target,
        headers: { host, ...toInjected(headers) },
        ...toPayload(sent),
      });
      const replied = Object.entries(response.headers).map(([name, value]) => [name, String(value)]);
      return {
        status: response.statusCode,
        reason: response.statusMessage,
        headers: Object.fromEntries(replied),
        body: response.body,
      };
    },
    close: () => front.close(0),
  };
}

function toPayload({ body, comes = 'whole' }: Sent): { payload?: Buffer | Readable } {
  if (comes === 'broken off') return { payload: Readable.from(toBroken(body)) };
  if (comes === 'in pieces') return { payload: Readable.from(toPieces(body)) };
  return body.byteLength === 0 ? {} : { payload: Buffer.from(body) };
}

/** Names as they are, with a list of values for one that comes twice. */
function toInjected(headers: Sent['headers']): Record<string, string | string[]> {
  const all: Record<string, string[]> = {};
  for (const [name, value] of headers) {
    const known = Object.keys(all).find((each) => each.toLowerCase() === name.toLowerCase()) ?? name;
    all[known] = [...(all[known] ?? []), value];
  }
  return Object.fromEntries(
    Object.entries(all).map(([name, values]) => [name, values.length === 1 ? String(values[0]) : values]),
  );
}

async function* toBroken(body: Uint8Array): AsyncGenerator<Uint8Array> {
  yield toPieces(body)[0] ?? body;
  throw new Error('The sender is gone.');
}
