import type { Clock } from './clock.ts';
import { isBeforeSending } from './is-before-sending.ts';
import { orAborted } from './or-aborted.ts';
import type { AbortedFailure, NetworkFailure, TimeoutFailure } from './push-result.ts';

/** What openapi-fetch is given for one attempt, whatever the operation. */
export type AttemptInit = {
  signal: AbortSignal;
  parseAs: 'text';
  bodySerializer: () => string;
  fetch: Fetch;
};

export type Fetch = (request: Request) => Promise<Response>;

/** Makes one request of one operation; `error` is the body of a refusal: parsed JSON, text, or undefined. */
export type Send = (init: AttemptInit) => Promise<{ error?: unknown; response: Response }>;

type Facts = 'kind' | 'code' | 'errors' | 'cause' | 'unknown';

/** An attempt without an answer. */
export type Miss =
  | Pick<NetworkFailure, Facts>
  | Pick<TimeoutFailure, Exclude<Facts, 'cause'>>
  | Pick<AbortedFailure, Facts>;

/** How one attempt ended. */
export type Outcome = { response: Response; body: unknown } | { response?: never; miss: Miss };

/** Bytes read of an answer; a refusal of the vendor has a few hundred. */
const readBytes = 65_536;

/** Makes one request and waits for its answer, at most `timeoutMs` and no longer than until `signal` aborts. */
export async function attempt(
  send: Send,
  text: string,
  { fetch, clock, timeoutMs, signal }: { fetch: Fetch; clock: Clock; timeoutMs: number; signal: AbortSignal },
): Promise<Outcome> {
  const cut = new AbortController();
  const done = new AbortController();
  let timedOut = false;
  let arrived: Response | undefined;

  const onAbort = () => cut.abort(signal.reason);
  signal.addEventListener('abort', onAbort);
  // An answer that is already there needs no timer, so a test clock whose sleep returns at once does not time it out.
  const turn = setTimeout(() => {
    clock.sleep(timeoutMs, done.signal).then(
      () => {
        timedOut = true;
        cut.abort();
      },
      () => {},
    );
  });

  try {
    const sending = send({
      signal: cut.signal,
      parseAs: 'text',
      bodySerializer: () => text,
      fetch: async (request) => {
        arrived = await fetch(request);
        return boundBody(arrived, cut.signal);
      },
    });
    const { error: body, response } = await orAborted(sending, cut.signal);
    return { response, body };
  } catch (cause) {
    // A status that has arrived counts, even if its body did not: above all, nothing accepted is sent again.
    if (arrived?.ok) return { response: arrived, body: undefined };
    if (signal.aborted) return { miss: toAbortion(signal, true) };
    if (arrived !== undefined) return { response: arrived, body: undefined };
    return { miss: timedOut ? timeout : toNetworkMiss(cause) };
  } finally {
    clearTimeout(turn);
    done.abort();
    signal.removeEventListener('abort', onAbort);
  }
}

const timeout: Miss = {
  kind: 'timeout',
  code: 'timed_out',
  errors: ['No answer came in time.'],
  unknown: true,
};

function toNetworkMiss(cause: unknown): Miss {
  const reason = cause instanceof Error ? cause.message : String(cause);
  const errors = [`No answer came: ${reason}`];
  return { kind: 'network', code: 'network_error', errors, cause, unknown: !isBeforeSending(cause) };
}

/** A call ended by its signal; `unknown` if a request was under way. */
export function toAbortion(signal: AbortSignal, unknown: boolean): Pick<AbortedFailure, Facts> {
  return {
    kind: 'aborted',
    code: 'aborted',
    errors: ['The call was aborted.'],
    cause: signal.reason,
    unknown,
  };
}

/** The same answer with at most 64 KiB of body; what is left over is cancelled, and so is everything when the signal aborts. */
function boundBody(response: Response, signal: AbortSignal): Response {
  // No Response can be built with a status above 599, though one can be received.
  if (!response.body || response.status > 599) return response;
  let room = readBytes;
  const bound = new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
    transform(chunk, controller) {
      controller.enqueue(chunk.subarray(0, room));
      room -= chunk.byteLength;
      if (room <= 0) controller.terminate();
    },
  });
  return new Response(response.body.pipeThrough(bound, { signal }), response);
}
