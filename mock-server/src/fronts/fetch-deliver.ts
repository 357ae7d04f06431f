import type { Delivery } from '../engine/delivery.ts';
import type { Engine } from '../engine/engine.ts';
import type { Answer, SettledOutcome } from '../engine/outcome.ts';
import type { Timer } from '../engine/timer.ts';
import { withDeclaredLength } from './declared-length.ts';
import { createFetchBody } from './fetch-body.ts';
import { mayHaveBody, toResponse } from './fetch-response.ts';
import { createPatience, type Patience } from './patience.ts';

/** Mistreats an answer on its way out, as a fault wants it; rejects where `fetch` would. */
export type FetchDeliver = (
  outcome: SettledOutcome,
  delivery: Delivery,
  request: Pick<Request, 'method' | 'signal'>,
) => Promise<Response>;

/** `skips` has delays and slow bodies pass at once. */
export function createFetchDeliver<World>(engine: Engine<World>, timer: Timer, skips: boolean): FetchDeliver {
  const write = (
    outcome: SettledOutcome & { readonly answer: Answer },
    { bytesPerSecond, cutAfterBytes, contentLength }: Delivery,
    request: Pick<Request, 'method' | 'signal'>,
    patience: Patience,
  ): Response => {
    const { answer } = outcome;
    const mayHave = mayHaveBody(answer, request.method);
    const head = toResponse(withDeclaredLength(answer, contentLength), null);
    const body = new TextEncoder().encode(mayHave ? answer.body : '');
    const sent = Math.min(cutAfterBytes ?? body.byteLength, body.byteLength);
    const announced = mayHave ? (contentLength ?? body.byteLength) : 0;
    if (body.byteLength === 0 && announced === 0) {
      engine.settle(outcome, 'full', 0);
      return head;
    }
    const stream = createFetchBody({
      // A reader takes no more than was announced.
      bytes: body.subarray(0, Math.min(sent, announced)),
      bytesPerSecond,
      breaksOff: sent < announced,
      patience,
      request,
      onEnd(left, isCutOff) {
        const bytes = isCutOff ? left : sent;
        engine.settle(outcome, bytes < body.byteLength ? 'partial' : 'full', bytes, isCutOff);
      },
    });
    return new Response(stream, head);
  };

  return (outcome, planned, request) =>
    new Promise((resolve, reject) => {
      const delivery = skips ? { ...planned, delayMs: 0, bytesPerSecond: null } : planned;
      const patience = createPatience(timer);
      const { signal } = request;
      const fail = (reason: unknown, isCutOff: boolean): void => {
        engine.settle(outcome, 'none', 0, isCutOff);
        reject(reason);
      };
      const onAbort = (): void => {
        patience.stop();
        fail(signal.reason, true);
      };
      signal.addEventListener('abort', onAbort, { once: true });
      patience.holdBack(delivery, () => {
        signal.removeEventListener('abort', onAbort);
        if (outcome.kind === 'hang-up') fail(new TypeError('fetch failed: the server hung up'), false);
        else if (delivery.garbage !== null)
          fail(new TypeError('fetch failed: what the server sent is no HTTP'), false);
        else resolve(write(outcome, delivery, request, patience));
      });
    });
}
