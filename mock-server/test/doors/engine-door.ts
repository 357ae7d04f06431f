import type { Call } from '../../src/engine/call.ts';
import type { UserlistEngine } from '../../src/index.ts';
import { ANY_HOST, type Door, type Reply, type Sent, toPieces } from './door.ts';

/** No door at all: what a front does with the engine, and nothing around it. */
export async function openEngineDoor(engine: UserlistEngine): Promise<Door> {
  return { send: (sent) => sendToEngine(engine, sent), close: async () => undefined };
}

/** Puts a request to the engine itself, as a front would. */
export function toCall(
  engine: UserlistEngine,
  { method, target, headers, body, host = ANY_HOST, comes }: Sent,
): Call {
  const { requestBytes: most, readCapBytes } = engine.service;
  const isWhole = comes !== 'broken off';
  const received = isWhole ? body : (toPieces(body)[0] ?? body);
  return {
    method,
    target,
    host,
    headers: toHeaders(headers),
    rawHeaders: headers.flat(),
    bytes: received.byteLength > most ? received.slice(0, most) : received,
    size: Math.min(received.byteLength, readCapBytes),
    complete: isWhole,
    receivedAt: engine.clock.now(),
    door: 'engine',
  };
}

async function sendToEngine(engine: UserlistEngine, sent: Sent): Promise<Reply> {
  const answered = engine.answer(toCall(engine, sent));
  const outcome = answered.kind === 'later' ? await answered.outcome : answered;
  if (outcome.kind === 'hang-up') {
    engine.settle(outcome, 'none', 0);
    throw new Error('The engine hung up.');
  }
  const { status, reason, headers } = outcome.answer;
  const body = sent.method === 'HEAD' ? '' : outcome.answer.body;
  engine.settle(outcome, 'full', Buffer.byteLength(body));
  const pairs = headers.flatMap((name, at) => (at % 2 === 0 ? [[name, headers[at + 1] ?? ''] as const] : []));
  return { status, reason, headers: toHeaders(pairs), body };
}

/** Headers that stand once; of more the first counts. */
const SINGLE = ['authorization', 'content-type', 'content-length', 'host', 'user-agent', 'retry-after'];

/** By lower-case name; what comes twice is joined, as Node does. */
function toHeaders(pairs: readonly (readonly [string, string])[]): Record<string, string> {
  const all = new Map<string, string>();
  for (const [spelled, value] of pairs) {
    const name = spelled.toLowerCase();
    const before = all.get(name);
    if (before === undefined) all.set(name, value);
    else if (!SINGLE.includes(name)) all.set(name, `${before}, ${value}`);
  }
  return Object.fromEntries(all);
}
