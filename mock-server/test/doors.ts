import { request as httpRequest } from 'node:http';
import { setupServer } from 'msw/node';
import type { Call } from '../src/engine/call.ts';
import { createFastifyFront } from '../src/fronts/fastify.ts';
import { toFetchHandler } from '../src/fronts/fetch.ts';
import { userlistHandlers } from '../src/fronts/msw.ts';
import type { UserlistEngine } from '../src/index.ts';

/** A request on its way to a door. */
export type Sent = {
  readonly method: string;
  /** Path and query. */
  readonly target: string;
  /** Names and values, in order. */
  readonly headers: readonly (readonly [string, string])[];
  readonly body: Uint8Array;
};

/** What a door gave back. */
export type Reply = {
  readonly status: number;
  readonly reason: string;
  /** By lower-case name. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
};

/** One way from a sender to an engine. */
export type Door = {
  send(request: Sent): Promise<Reply>;
  close(): Promise<void>;
};

/** Every way, by name; the same behaviour is expected of each. */
export const doors: Readonly<Record<string, (engine: UserlistEngine) => Promise<Door>>> = {
  engine: async (engine) => ({
    send: (sent) => sendToEngine(engine, sent),
    close: async () => undefined,
  }),

  fetch: async (engine) => {
    const handle = toFetchHandler(engine);
    return {
      send: (sent) => sendByFetch('http://localhost', handle, sent),
      close: async () => undefined,
    };
  },

  msw: openMsw,

  inject: async (engine) => {
    const front = createFastifyFront({ engine });
    return {
      async send({ method, target, headers, body }) {
        const response = await front.app.inject({
          method: method as 'POST',
          url: target,
          headers: toRecord(headers),
          ...(body.byteLength === 0 ? {} : { payload: Buffer.from(body) }),
        });
        return {
          status: response.statusCode,
          reason: response.statusMessage,
          headers: toRecord(Object.entries(response.headers).map(([name, value]) => [name, String(value)])),
          body: response.body,
        };
      },
      close: () => front.close(),
    };
  },

  socket: async (engine) => {
    const front = createFastifyFront({ engine });
    const { port, address } = await front.listen({ port: 0, host: '127.0.0.1' });
    return {
      send: (sent) => sendOverSocket(address, port, sent),
      close: () => front.close(0),
    };
  },
};

/** At one plain host: a new one for each test, over TLS, takes three times as long. */
const MSW_HOST = 'userlist.test';
let isMswOpen = false;

/** Takes the network over only while it is open, as the sockets of other doors are not MSW's. */
async function openMsw(engine: UserlistEngine): Promise<Door> {
  if (isMswOpen) throw new Error('Another MSW door is open: they would share a host.');
  isMswOpen = true;
  const server = setupServer(...userlistHandlers(engine, { hosts: [MSW_HOST] }));
  server.listen({ onUnhandledFrame: 'bypass' });
  return {
    send: (sent) => sendByFetch(`http://${MSW_HOST}`, fetch, sent),
    async close() {
      isMswOpen = false;
      server.close();
    },
  };
}

/** Puts a request to the engine itself, as a front would. */
export function toCall(engine: UserlistEngine, { method, target, headers, body }: Sent): Call {
  const most = engine.service.requestBytes;
  return {
    method,
    target,
    host: 'localhost',
    headers: toRecord(headers.map(([name, value]): [string, string] => [name.toLowerCase(), value])),
    rawHeaders: headers.flat(),
    bytes: body.byteLength > most ? body.slice(0, most) : body,
    size: body.byteLength,
    complete: true,
    receivedAt: engine.clock.now(),
    door: 'engine',
  };
}

async function sendByFetch(
  origin: string,
  handle: (request: Request) => Promise<Response>,
  { method, target, headers, body }: Sent,
): Promise<Reply> {
  const response = await handle(
    new Request(`${origin}${target}`, {
      method,
      headers: headers.map(([name, value]): [string, string] => [name, value]),
      ...(body.byteLength === 0 ? {} : { body: new Uint8Array(body) }),
    }),
  );
  return {
    status: response.status,
    reason: response.statusText,
    headers: Object.fromEntries(response.headers),
    body: await response.text(),
  };
}

async function sendToEngine(engine: UserlistEngine, sent: Sent): Promise<Reply> {
  const answered = engine.answer(toCall(engine, sent));
  const outcome = answered.kind === 'later' ? await answered.outcome : answered;
  if (outcome.kind === 'hang-up') throw new Error('The engine hung up on a complete request.');
  const { status, reason, headers, body } = outcome.answer;
  engine.settle(outcome, 'full', body.length);
  const names = headers.filter((_, index) => index % 2 === 0);
  return {
    status,
    reason,
    headers: toRecord(names.map((name, index) => [name.toLowerCase(), headers[index * 2 + 1] ?? ''])),
    body,
  };
}

function sendOverSocket(host: string, port: number, { method, target, headers, body }: Sent): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const request = httpRequest(
      {
        host,
        port,
        method,
        path: target,
        headers: { ...toRecord(headers), 'Content-Length': body.byteLength },
        agent: false,
      },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            reason: response.statusMessage ?? '',
            headers: toRecord(Object.entries(response.headers).map(([name, value]) => [name, String(value)])),
            body: Buffer.concat(chunks).toString(),
          }),
        );
        response.on('error', reject);
      },
    );
    request.on('error', reject);
    request.end(body);
  });
}

/** Of a name that comes twice the first counts, as in HTTP for the headers we look at. */
function toRecord(pairs: readonly (readonly [string, string])[]): Record<string, string> {
  return Object.fromEntries([...pairs].reverse());
}
