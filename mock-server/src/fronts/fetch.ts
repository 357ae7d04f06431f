import type { Call } from '../engine/call.ts';
import type { Engine } from '../engine/engine.ts';
import type { SettledOutcome } from '../engine/outcome.ts';
import { keepingTimer } from '../engine/timer.ts';
import { addChunk, type BodyCollector, createBodyCollector, toBytes, toSize } from './body-collector.ts';
import { type DeskDoor, isDeskTarget } from './desk-door.ts';
import { createFetchDeliver } from './fetch-deliver.ts';
import { toPieceStream } from './fetch-pieces.ts';
import { mayHaveBody, toResponse } from './fetch-response.ts';
import { letGo } from './let-go.ts';

export type FetchHandlerOptions = {
  /** Bytes of body after which reading stops; the service's cap if absent. */
  readonly readCapBytes?: number;
  /** What the journal calls this front; `fetch` if absent. */
  readonly door?: string;
  /**
   * Whether delays and slow bodies of faults pass in real time, as they do if absent, or at once; a hold lasts until it is
   * cleared in any case.
   */
  readonly delays?: 'real' | 'skip';
};

/** Answers a web-standard request. */
export type FetchHandler = (request: Request) => Promise<Response>;

/**
 * The engine, and the desk if one is given, as a function from Request to Response; no server, no Node.
 * Rejects with a TypeError where a server would hang up, as `fetch` does, and with the reason of the request's signal
 * when that was aborted. A Request does not keep its Host header, so the URL says which host is meant.
 */
export function toFetchHandler<World>(
  engine: Engine<World>,
  desk: DeskDoor | null = null,
  { readCapBytes = engine.service.readCapBytes, door = 'fetch', delays = 'real' }: FetchHandlerOptions = {},
): FetchHandler {
  const deliver = createFetchDeliver(engine, keepingTimer, delays === 'skip');

  const consult = async (desk: DeskDoor, call: Call, request: Request): Promise<Response> => {
    const { signal, method } = request;
    const reader = new AbortController();
    const answer = await desk.answer(call, AbortSignal.any([signal, reader.signal]));
    if (!('pieces' in answer)) {
      signal.throwIfAborted();
      return toResponse(answer, mayHaveBody(answer, method) && answer.body !== '' ? answer.body : null);
    }
    if (signal.aborted || !mayHaveBody(answer, method)) {
      void letGo(answer.pieces[Symbol.asyncIterator]());
      reader.abort();
      signal.throwIfAborted();
      return toResponse(answer, null);
    }
    return toResponse(
      answer,
      toPieceStream(answer.pieces, request, () => reader.abort()),
    );
  };

  const respond = (outcome: SettledOutcome, request: Request): Response | Promise<Response> => {
    const { signal, method } = request;
    if (signal.aborted) {
      engine.settle(outcome, 'none', 0, true);
      throw signal.reason;
    }
    if (outcome.delivery !== null) return deliver(outcome, outcome.delivery, request);
    if (outcome.kind === 'hang-up') {
      engine.settle(outcome, 'none', 0);
      throw toFailure(request);
    }
    const { answer } = outcome;
    const body = mayHaveBody(answer, method) ? answer.body : '';
    const response = toResponse(answer, body === '' ? null : body);
    engine.settle(outcome, 'full', byteLength(body));
    return response;
  };

  return async (request) => {
    const receivedAt = engine.clock.now();
    const { pathname, search, host } = new URL(request.url);
    const target = `${pathname}${search}`;
    const body = createBodyCollector(engine.service.requestBytes);
    const complete = await readBody(request, body, readCapBytes);
    const headers = [...request.headers];
    const call: Call = {
      method: request.method,
      target,
      host,
      headers: Object.fromEntries(headers),
      rawHeaders: headers.flat(),
      bytes: toBytes(body),
      size: toSize(body, readCapBytes),
      complete,
      receivedAt,
      door,
    };
    if (desk !== null && isDeskTarget(target, desk.prefix)) {
      if (!complete) throw toFailure(request);
      return consult(desk, call, request);
    }
    const outcome = engine.answer(call);
    return respond(outcome.kind === 'later' ? await outcome.outcome : outcome, request);
  };
}

/** False when the body broke off. */
async function readBody(request: Request, body: BodyCollector, readCapBytes: number): Promise<boolean> {
  if (request.body === null) return !request.signal.aborted;
  const reader = request.body.getReader();
  try {
    while (body.size < readCapBytes) {
      const { done, value } = await reader.read();
      if (done) return true;
      addChunk(body, value);
    }
    // Whoever made the stream may fail to stop it; that changes no answer.
    reader.cancel().catch(() => undefined);
    return true;
  } catch {
    return false;
  }
}

function toFailure(request: Request): unknown {
  return request.signal.aborted ? request.signal.reason : new TypeError('fetch failed: the server hung up');
}

function byteLength(text: string): number {
  return new TextEncoder().encode(text).byteLength;
}
