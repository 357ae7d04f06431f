import type { Exchange } from '../engine/exchange.ts';
import type { Item } from '../engine/item.ts';
import { decodeRetryAfter } from './retry-after.ts';

/**
 * What a request came to for the client: accepted; refused for good; refused for now, so that it may be tried again;
 * unknown, when no whole answer reached it; other, an answer that says none of these; pending while that is open.
 */
export type Ending = 'accepted' | 'final' | 'retryable' | 'unknown' | 'other' | 'pending';

/** One request as its client lived through it. */
export type Attempt = {
  readonly exchange: Exchange;
  /** What was tried; one object for all attempts at the same. */
  readonly tried: Tried;
  readonly ending: Ending;
  /** Whether the stand-in did what it asks, whatever the client learnt of that. */
  readonly isApplied: boolean;
  /** Epoch milliseconds on the account's clock until which its answer asks to wait; null when it asks nothing. */
  readonly retryAt: number | null;
  /** The same, but for the part of a second by which the stand-in had to round it up: by then its window has ended. */
  readonly passesAt: number | null;
  /** As of its exchange; endless while nothing is known. */
  readonly settledMs: number;
};

/** One item with all attempts at it, in the order in which they began. */
export type Tried = {
  readonly item: Item;
  readonly operation: string | null;
  readonly attempts: readonly Attempt[];
};

/** [assumed] What is wrong with these is wrong with the request, so that the same one fails again. */
const FINAL = new Set([400, 401, 403, 404, 413, 422]);

/** Makes an attempt of an exchange that is complete. */
export function toAttempt(exchange: Exchange, tried: Tried): Attempt {
  const ending = endingOf(exchange);
  const retryAt = retryAtOf(exchange);
  return {
    exchange,
    tried,
    ending,
    isApplied: isSuccess(exchange.status) && !endsAtFault(exchange),
    retryAt,
    passesAt: retryAt === null ? null : passesAtOf(exchange, retryAt),
    settledMs: exchange.settledMs ?? Number.POSITIVE_INFINITY,
  };
}

function endingOf({ status, settledMs, delivered, fired }: Exchange): Ending {
  if (settledMs === null) return 'pending';
  // A length that is not that of the body makes a whole answer a broken one.
  if (status === null || delivered !== 'full' || fired?.fault.effect.content_length !== undefined)
    return 'unknown';
  if (isSuccess(status)) return 'accepted';
  if (FINAL.has(status)) return 'final';
  return status === 408 || status === 429 || status >= 500 ? 'retryable' : 'other';
}

function isSuccess(status: number | null): boolean {
  return status !== null && status >= 200 && status < 300;
}

/** A fault can answer 202 without anything having been applied. */
function endsAtFault({ fired }: Exchange): boolean {
  return fired?.fault.effect.status !== undefined;
}

/** A date that has passed asks nothing. */
function retryAtOf({ status, settledMs, delivered, receivedAt, answerHeaders }: Exchange): number | null {
  if (settledMs === null || delivered === 'none' || (status !== 429 && status !== 503)) return null;
  for (let at = 0; at + 1 < answerHeaders.length; at += 2) {
    if (answerHeaders[at]?.toLowerCase() !== 'retry-after') continue;
    const until = decodeRetryAfter(answerHeaders[at + 1] ?? '', receivedAt);
    return until === null || until <= receivedAt ? null : until;
  }
  return null;
}

/** Who comes when the window has ended is let in, and has read the time of that off X-RateLimit-Reset, or a clock moved there. */
function passesAtOf({ status, limiter }: Exchange, retryAt: number): number {
  const endsAt = status === 429 ? (limiter?.resetsAt ?? null) : null;
  return endsAt !== null && endsAt <= retryAt && retryAt - endsAt < 1000 ? endsAt : retryAt;
}

/** Whether the later request began when the end of the earlier one was known; real time decides, which no clock stops. */
export function isAfter(later: Attempt, earlier: Attempt): boolean {
  return later.exchange.startedMs >= earlier.settledMs;
}

/** Milliseconds on the account's clock from the end of one request to the beginning of another. */
export function pauseMs(earlier: Attempt, later: Attempt): number {
  const tookMs = earlier.settledMs - earlier.exchange.startedMs;
  return Math.max(0, later.exchange.receivedAt - earlier.exchange.receivedAt - tookMs);
}

/** How far two requests are apart, by the account's clock or by real time, whichever shows more. */
export function apartMs(earlier: Attempt, later: Attempt): number {
  return Math.max(later.exchange.startedMs - earlier.settledMs, pauseMs(earlier, later));
}
