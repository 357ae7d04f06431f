import type { Desk } from '../../src/control/desk.ts';
import type { Call } from '../../src/engine/call.ts';
import { toCall } from './desk-fixture.ts';

/** One event of a stream, its data read as JSON; a block that is only a comment has no name and the comment as data. */
export type StreamEvent = {
  readonly event: string | null;
  readonly id: string | null;
  readonly data: unknown;
};

/** A stream that is being read. */
export type Reading = {
  readonly headers: ReadonlyMap<string, string>;
  /** The next event; waits until there is one, null at the end. */
  next(): Promise<StreamEvent | null>;
  /** All events until nothing more is there at once. */
  rest(): Promise<StreamEvent[]>;
  /** Leaves, as a reader does who closes the connection. */
  leave(): Promise<unknown>;
};

/** Opens a stream of a desk and begins to read. */
export async function openStream(
  desk: Desk,
  query = '',
  { lastEventId, signal }: { readonly lastEventId?: string; readonly signal?: AbortSignal } = {},
): Promise<Reading> {
  const headers: Call['headers'] = lastEventId === undefined ? {} : { 'last-event-id': lastEventId };
  const answer = await desk.answer(toCall({ target: `/_control/exchanges/stream${query}`, headers }), signal);
  if (!('pieces' in answer)) throw new Error(`This is no stream but ${answer.status}: ${answer.body}`);
  const iterator = answer.pieces[Symbol.asyncIterator]();
  const read: StreamEvent[] = [];
  let pending: Promise<StreamEvent | null> | null = null;
  const pull = async (): Promise<StreamEvent | null> => {
    const { done, value } = await iterator.next();
    if (done === true) return null;
    read.push(...toEvents(value));
    return read.shift() ?? null;
  };
  const next = (): Promise<StreamEvent | null> => {
    const event = read.shift();
    if (event !== undefined) return Promise.resolve(event);
    const taken = pending ?? pull();
    pending = null;
    return taken;
  };
  return {
    headers: toHeaders(answer.headers),
    next,
    async rest() {
      const events: StreamEvent[] = [];
      for (;;) {
        pending = next();
        const event = await Promise.race([pending, untilQuiet()]);
        if (event === null || event === QUIET) return events;
        pending = null;
        events.push(event);
      }
    },
    leave: async () => iterator.return?.(),
  };
}

/** The pieces of an answer as one text. */
export async function readPieces(
  desk: Desk,
  target: string,
): Promise<{ text: string; type: string | undefined }> {
  const answer = await desk.answer(toCall({ target }));
  if (!('pieces' in answer))
    throw new Error(`This does not come piece by piece: ${answer.status} ${answer.body}`);
  let text = '';
  for await (const piece of answer.pieces) text += piece;
  return { text, type: toHeaders(answer.headers).get('content-type') };
}

/** Reads a piece of a stream; every piece holds whole events. */
export function toEvents(piece: string): StreamEvent[] {
  if (!piece.endsWith('\n\n')) throw new Error(`Not whole events: ${JSON.stringify(piece)}`);
  return piece.slice(0, -2).split('\n\n').map(toEvent);
}

function toEvent(block: string): StreamEvent {
  const lines = block.split('\n');
  const field = (name: string): string | null =>
    lines.find((line) => line.startsWith(`${name}: `))?.slice(name.length + 2) ?? null;
  const data = field('data');
  const comment = lines.find((line) => line.startsWith(': '))?.slice(2) ?? null;
  return { event: field('event'), id: field('id'), data: data === null ? comment : JSON.parse(data) };
}

function toHeaders(raw: readonly string[]): ReadonlyMap<string, string> {
  const headers = new Map<string, string>();
  for (let at = 0; at < raw.length; at += 2) headers.set((raw[at] ?? '').toLowerCase(), raw[at + 1] ?? '');
  return headers;
}

const QUIET = Symbol('quiet');

/** What a stream said, without comments: the name of each event and the id of its exchange, or its data. */
export function told(events: readonly StreamEvent[]): unknown[] {
  return events
    .filter(({ event }) => event !== null)
    .map(({ event, data }) => [event, (data as { id?: string }).id ?? data]);
}

/** Resolves when everything that could happen at once has happened. */
export function untilQuiet(): Promise<typeof QUIET> {
  return new Promise((resolve) => setImmediate(() => resolve(QUIET)));
}
