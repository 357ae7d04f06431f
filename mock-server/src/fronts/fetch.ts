import type { Call } from '../engine/call.ts';
import type { Engine } from '../engine/engine.ts';
import type { Answer } from '../engine/outcome.ts';
import { addChunk, type BodyCollector, createBodyCollector, toBytes, toSize } from './body-collector.ts';
import { type DeskDoor, isDeskTarget } from './desk-door.ts';

export type FetchHandlerOptions = {
  /** Bytes of body after which reading stops; the service's cap if absent. */
  readonly readCapBytes?: number;
  /** What the journal calls this front; `fetch` if absent. */
  readonly door?: string;
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
  { readCapBytes = engine.service.readCapBytes, door = 'fetch' }: FetchHandlerOptions = {},
): FetchHandler {
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
      const answer = await desk.answer(call, request.signal);
      if (request.signal.aborted) throw toFailure(request);
      return toResponse('pieces' in answer ? { ...answer, body: '' } : answer, request.method);
    }
    const answered = engine.answer(call);
    const outcome = answered.kind === 'later' ? await answered.outcome : answered;
    if (outcome.kind === 'hang-up' || request.signal.aborted) {
      engine.settle(outcome, 'none', 0);
      throw toFailure(request);
    }
    const response = toResponse(outcome.answer, request.method);
    engine.settle(outcome, 'full', request.method === 'HEAD' ? 0 : byteLength(outcome.answer.body));
    return response;
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

function toResponse(answer: Answer, method: string): Response {
  const { status, reason, headers, body } = answer;
  const response = new Response(body === '' || method === 'HEAD' ? null : body, {
    status,
    statusText: reason,
  });
  // A Response made from a text is given a content type of its own.
  response.headers.delete('content-type');
  for (let at = 0; at + 1 < headers.length; at += 2)
    response.headers.append(headers[at] ?? '', headers[at + 1] ?? '');
  return response;
}

function byteLength(text: string): number {
  return new TextEncoder().encode(text).byteLength;
}
