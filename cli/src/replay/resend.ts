import type { Clock } from '@understudy/client';
import { type Contact, codeOf, type Fetch, isUnsent } from '../outgoing/contact.ts';
import type { Ending } from '../outgoing/ending.ts';
import { toStopReason } from '../outgoing/stop-reason.ts';
import type { Target } from '../outgoing/target.ts';
import type { Recorded } from './recorded.ts';
import { toRequest } from './to-request.ts';

export type ResendOptions = {
  readonly contact: Contact;
  readonly ending: Ending;
  readonly clock: Clock;
  readonly target: Target;
  /** Longest time for one attempt. */
  readonly timeoutMs: number;
};

/** What became of a request that was sent again; `unsent` when the run ended before it was begun. */
export type Resent =
  | { readonly kind: 'answered'; readonly status: number }
  | { readonly kind: 'lost'; readonly reason: string; readonly mayHaveArrived: boolean }
  | { readonly kind: 'unsent' };

const TOO_MANY = 429;
/** So often a request waits for a window that lets nobody pass. */
const MOST_PAUSES = 3;
/** Between two tries to find anybody there. */
const KNOCK_MS = 200;

/**
 * Sends one request again. A rate limit that did not refuse it when it was recorded is waited for: a recording may span
 * hours. Nothing else is repeated, since it may have arrived.
 */
export async function resend(recorded: Recorded, options: ResendOptions): Promise<Resent> {
  const { contact, ending, clock, target } = options;
  let pauses = 0;
  for (;;) {
    if (ending.stopped.aborted) return { kind: 'unsent' };
    const { accepted } = contact;
    const resent = await attempt(recorded, options);
    if (resent.kind === 'nobody') {
      await clock.sleep(KNOCK_MS, ending.stopped).catch(() => undefined);
      continue;
    }
    if (resent.kind !== 'answered') return resent;
    const { status } = resent;
    const mustWait = status === TOO_MANY && recorded.status !== TOO_MANY && contact.opensAt > clock.now();
    if (!mustWait || pauses >= MOST_PAUSES) {
      if (status !== recorded.status && contact.accepted === 0) stopIfElsewhere(status, target.url, ending);
      return resent;
    }
    // Where others got through meanwhile, it was only crowded out.
    pauses = contact.accepted > accepted ? 0 : pauses + 1;
    await contact.untilOpen(ending.stopped).catch(() => undefined);
  }
}

/** An address or a key that is wrong is so for every request. */
function stopIfElsewhere(status: number, url: string, ending: Ending): void {
  if (status === TOO_MANY || (status >= 200 && status < 300)) return;
  const reason = toStopReason({ kind: 'http', status, rateLimit: null }, url);
  if (reason !== null) ending.stop(reason);
}

type Attempted = Resent | { readonly kind: 'nobody' };

async function attempt(
  recorded: Recorded,
  { contact, ending, clock, target, timeoutMs }: ResendOptions,
): Promise<Attempted> {
  const late = new AbortController();
  const done = new AbortController();
  const signal = AbortSignal.any([late.signal, ending.cut]);
  const request = toRequest(recorded, target, signal);
  if (request === null) return { kind: 'lost', reason: 'It cannot be sent.', mayHaveArrived: false };
  clock.sleep(timeoutMs, done.signal).then(
    () => late.abort(),
    () => undefined,
  );
  try {
    const { status } = await fetchWhole(contact.fetch, request);
    return { kind: 'answered', status };
  } catch (error) {
    if (ending.cut.aborted && !contact.mayHaveReached) return { kind: 'unsent' };
    if (ending.cut.aborted) return toLost('The run ended before it was answered.');
    if (late.signal.aborted) return toLost(`No answer came within ${timeoutMs} ms.`);
    return isUnsent(error)
      ? { kind: 'nobody' }
      : toLost(`The connection failed: ${codeOf(error) || 'no answer'}.`);
  } finally {
    done.abort();
  }
}

/** What of the body gets lost on its way changes nothing in the status. */
async function fetchWhole(fetch: Fetch, request: Request): Promise<Response> {
  const response = await fetch(request);
  await response.arrayBuffer().catch(() => undefined);
  return response;
}

function toLost(reason: string): Resent {
  return { kind: 'lost', reason, mayHaveArrived: true };
}
