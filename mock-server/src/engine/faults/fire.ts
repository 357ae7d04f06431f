import type { Account } from '../account.ts';
import { type Call, pathOf } from '../call.ts';
import { holds } from '../differences.ts';
import { type LimiterVerdict, toVerdict } from '../limiter.ts';
import type { Result } from '../result.ts';
import type { Route, Service } from '../service.ts';
import type { FaultEffect, FiredFault } from './fault.ts';
import type { Candidate, FaultBook } from './fault-book.ts';
import { offer } from './to-fault.ts';

/** The fault that a request gets: what its key asks for, which is older than any other, else an armed one; null when there is neither. */
export function fire<World>(
  faults: FaultBook,
  service: Service<World>,
  call: Call,
  route: Route<World>,
  { handle, magic }: Account<World>,
): FiredFault | null {
  const asked = magic === null ? null : offer(magic);
  if (asked !== null || !faults.concerns(handle)) return asked;
  return faults.take({
    account: handle,
    operation: route.id,
    method: call.method,
    path: pathOf(call.target),
    holds: createComparison(service, call, route),
  });
}

/** Reads the body when it is first asked for, and once. */
function createComparison<World>(
  service: Service<World>,
  call: Call,
  { id, operation, params }: Route<World>,
): Candidate['holds'] {
  let read: { readonly payload: unknown } | null = null;
  return (expected) => {
    if (read === null) {
      const reading = operation.read(call);
      read = {
        payload: reading.kind === 'refusal' ? undefined : service.comparable(id, reading.payload, params),
      };
    }
    return holds(service.comparable(id, expected, null), read.payload);
  };
}

/** The result of a request that ends at a fault, at an epoch millisecond. */
export function endAt<World>(
  fired: FiredFault,
  service: Service<World>,
  account: Account<World>,
  now: number,
): Pick<Result<World>, 'answer' | 'refusal' | 'reason'> {
  const { name, effect } = fired.fault;
  if (effect.hang_up === 'before')
    return {
      answer: null,
      refusal: null,
      reason: `The fault "${name}" closed the connection before anything was applied.`,
    };
  const { answer, refusal } = service.answerWith(
    effect.status ?? WHEN_LET_GO,
    toFullWindow(service, account, effect.retry_after, now),
  );
  const reason = `The fault "${name}" answered ${answer.status}; nothing was applied.`;
  return { answer, refusal: refusal === null ? null : { ...refusal, reason }, reason };
}

/** What a request that was held is answered when it is let go, unless its fault has a status. [assumed] */
const WHEN_LET_GO = 503;

/**
 * A window of the account that is full and has just begun, whatever its limiter has counted, so that the same fault
 * always answers the same; where the fault says how long to wait, one that ends then. [assumed]
 */
function toFullWindow<World>(
  { documentedRate }: Service<World>,
  { settings }: Account<World>,
  retryAfter: FaultEffect['retry_after'],
  now: number,
): LimiterVerdict {
  const rate = settings.rate ?? documentedRate;
  const full = toVerdict(rate, now, now, rate.requests, false);
  const seconds = toSeconds(retryAfter);
  if (seconds === null) return full;
  const resetsAt = now + seconds * 1000;
  return {
    ...full,
    retryAfterSeconds: Math.max(0, Math.ceil(seconds)),
    resetsAt,
    resetSeconds: Math.ceil(resetsAt / 1000),
  };
}

const WHOLE_SECONDS = /^\d{1,10}$/;

function toSeconds(retryAfter: FaultEffect['retry_after']): number | null {
  if (typeof retryAfter === 'object') return retryAfter.date_in;
  if (typeof retryAfter === 'number') return retryAfter;
  return retryAfter !== undefined && WHOLE_SECONDS.test(retryAfter) ? Number(retryAfter) : null;
}
