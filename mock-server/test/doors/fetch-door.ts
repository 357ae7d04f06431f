import { setImmediate as turn } from 'node:timers/promises';
import { setupServer } from 'msw/node';
import { toFetchHandler } from '../../src/fronts/fetch.ts';
import { userlistHandlers } from '../../src/fronts/msw.ts';
import { VENDOR_HOSTS } from '../../src/fronts/vendor-hosts.ts';
import type { UserlistEngine } from '../../src/index.ts';
import { BrokenReply } from './broken-reply.ts';
import { ANY_HOST, type Delays, type Door, type Reply, type Sent, toPieces } from './door.ts';

export async function openFetchDoor(engine: UserlistEngine, delays: Delays = 'real'): Promise<Door> {
  const handle = toFetchHandler(engine, null, { delays });
  return { send: (sent) => sendByFetch(handle, sent), close: async () => undefined };
}

let isMswOpen = false;

/** Takes the network over while it is open, and with it the sockets of other doors, which are not MSW's. */
export async function openMswDoor(engine: UserlistEngine, delays: Delays = 'real'): Promise<Door> {
  if (isMswOpen) throw new Error('Another MSW door is open: they would share their hosts.');
  isMswOpen = true;
  const server = setupServer(...userlistHandlers(engine, { delays, hosts: [ANY_HOST, ...VENDOR_HOSTS] }));
  server.listen({ onUnhandledFrame: 'error' });
  return {
    send: (sent) => sendByFetch(fetch, sent),
    async close() {
      isMswOpen = false;
      server.close();
    },
  };
}

async function sendByFetch(handle: (request: Request) => Promise<Response>, sent: Sent): Promise<Reply> {
  const response = await handle(toRequest(sent));
  const chunks: Uint8Array[] = [];
  const toReply = (): Reply => ({
    status: response.status,
    reason: response.statusText,
    headers: Object.fromEntries(response.headers),
    body: Buffer.concat(chunks).toString(),
  });
  try {
    for await (const chunk of response.body ?? []) chunks.push(chunk);
  } catch (error) {
    throw new BrokenReply(toReply(), error);
  }
  return toReply();
}

function toRequest({ method, target, headers, body, host = ANY_HOST, comes = 'whole' }: Sent): Request {
  if (!target.startsWith('/')) throw new Error('A Request cannot have such a target.');
  const all = headers.map(([name, value]): [string, string] => [name, value]);
  const stream = comes === 'whole' ? null : toStream(body, comes === 'broken off');
  return new Request(`http://${host}${target}`, {
    method,
    headers: all,
    ...(body.byteLength === 0 && stream === null ? {} : { body: stream ?? new Uint8Array(body) }),
    ...(stream === null ? {} : { duplex: 'half' }),
  });
}

function toStream(body: Uint8Array, breaksOff: boolean): ReadableStream<Uint8Array> {
  const pieces = [...toPieces(body)];
  return new ReadableStream({
    async pull(controller) {
      const piece = pieces.shift();
      if (piece === undefined) controller.close();
      else if (breaksOff && pieces.length === 0) {
        // What goes at once never arrives.
        for (let turns = 0; turns < 20; turns += 1) await turn();
        controller.error(new Error('The sender is gone.'));
      } else controller.enqueue(piece);
    },
  });
}
