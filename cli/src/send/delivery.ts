import type { PushClient, PushFailure, PushResult } from '@understudy/client';
import { acceptedStatus } from '@understudy/openapi/limits';
import type { PushRequest } from '@understudy/transformer';
import type { Contact } from '../outgoing/contact.ts';
import type { Ending } from '../outgoing/ending.ts';
import { isOutage, toStopReason } from '../outgoing/stop-reason.ts';
import type { Failure, Tally } from './tally.ts';

export type DeliveryOptions = {
  readonly client: PushClient;
  readonly contact: Contact;
  readonly ending: Ending;
  readonly tally: Tally;
  readonly url: string;
  readonly pushKey: string;
};

/** Sends the requests of single lines. */
export type Delivery = {
  /** Sends one line's requests one after the other, and counts what becomes of them; never rejects. */
  deliver(line: number, requests: readonly PushRequest[]): Promise<void>;
  /** Requests begun, repetitions not counted. */
  readonly requests: number;
  /** Successes with another status than 202. */
  readonly unusual: number;
};

/** So many messages in a row given up for the service's sake, with nothing accepted between, and the run ends. */
const OUTAGES = 3;
const MOST_TEXTS = 10;
const LONGEST_TEXT = 300;
const SHORTEST_SECRET = 8;
const HIDDEN = '••••';

export function createDelivery({ client, contact, ending, tally, url, pushKey }: DeliveryOptions): Delivery {
  let requests = 0;
  let unusual = 0;
  let outages = 0;
  let acceptedAtOutage = 0;

  /** The result of a request; null when the run ended before it was begun. */
  const push = async (request: PushRequest): Promise<PushResult | null> => {
    for (let turn = 0; ; turn += 1) {
      try {
        // New messages keep off a full window: they could only take the place of those that wait already.
        await contact.untilOpen(ending.stopped);
      } catch {
        return null;
      }
      if (turn === 0) requests += 1;
      const { accepted } = contact;
      const result = await send(client, request, ending.cut);
      // A message that found every window full, while others got through, has not been refused: it waits on.
      const isCrowdedOut = !result.ok && result.status === 429 && contact.accepted > accepted;
      if (!isCrowdedOut || toStopReason(result, url) !== null) return result;
    }
  };

  const giveUp = (line: number, failure: PushFailure): void => {
    if (failure.kind === 'aborted' && !(failure.unknown && contact.mayHaveReached)) {
      tally.leave(line);
      return;
    }
    tally.fail(toFailure(line, failure, pushKey));
    const reason = toStopReason(failure, url);
    if (reason !== null) ending.stop(reason);
    if (!isOutage(failure)) return;
    outages = contact.accepted === acceptedAtOutage ? outages + 1 : 1;
    acceptedAtOutage = contact.accepted;
    if (outages >= OUTAGES)
      ending.stop(`${url} took none of ${outages} messages in a row, however often they were sent.`);
  };

  return {
    async deliver(line, lineRequests) {
      for (const request of lineRequests) {
        const result = await push(request);
        if (result === null) {
          tally.leave(line);
          return;
        }
        if (!result.ok) {
          giveUp(line, result);
          return;
        }
        if (result.status !== acceptedStatus) unusual += 1;
      }
      tally.sent();
    },
    get requests() {
      return requests;
    },
    get unusual() {
      return unusual;
    },
  };
}

function send(client: PushClient, request: PushRequest, signal: AbortSignal): Promise<PushResult> {
  switch (request.operation) {
    case 'pushUser':
      return client.users.push(request.body, { signal });
    case 'pushCompany':
      return client.companies.push(request.body, { signal });
    case 'pushEvent':
      return client.events.push(request.body, { signal });
  }
}

function toFailure(line: number, { status, code, errors, unknown }: PushFailure, pushKey: string): Failure {
  const shorten = (text: string): string => hide(text, pushKey).slice(0, LONGEST_TEXT);
  return {
    line,
    status,
    code: code === null ? null : shorten(code),
    errors: errors.slice(0, MOST_TEXTS).map(shorten),
    mayHaveArrived: unknown,
  };
}

/** Whoever answers may repeat the key it was sent; a short one is no secret, and may be part of a word. */
function hide(text: string, pushKey: string): string {
  if (pushKey.length < SHORTEST_SECRET) return text;
  const whole = text.replaceAll(pushKey, HIDDEN);
  if (text.length < LONGEST_TEXT) return whole;
  // The client cuts an answer that is plain text, perhaps amid the key.
  for (let length = pushKey.length - 1; length > 0; length -= 1) {
    if (whole.endsWith(pushKey.slice(0, length))) return `${whole.slice(0, -length)}${HIDDEN}`;
  }
  return whole;
}
