import type { Account } from '../account.ts';
import { type Call, pathOf } from '../call.ts';
import { createLimiter, type LimiterVerdict } from '../limiter.ts';
import type { Result } from '../result.ts';
import { NOTHING_SEEN } from '../result.ts';
import type { Route, Service } from '../service.ts';
import type { FiredFault } from './fault.ts';
import { type FaultBook, offer } from './fault-book.ts';

/** The fault that a request gets: an armed one, else what its key asks for; null when there is neither. */
export function fire<World>(
  faults: FaultBook,
  service: Service<World>,
  call: Call,
  route: Route<World>,
  account: Account<World>,
): FiredFault | null {
  const armed = faults.take({
    account: account.handle,
    operation: route.id,
    method: call.method,
    path: pathOf(call.target),
    body: () => {
      const reading = service.read(call);
      return reading.kind === 'refusal' ? undefined : reading.payload;
    },
  });
  return armed ?? (account.magic === null ? null : offer(account.magic));
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
      ...NOTHING_SEEN,
      reason: `The fault "${name}" closed the connection before anything was applied.`,
    };
  const { answer, refusal } = service.answerWith(
    effect.status ?? WHEN_LET_GO,
    toVerdict(service, account, effect.retry_after, now),
  );
  const reason = `The fault "${name}" answered ${answer.status}; nothing was applied.`;
  return { answer, refusal: refusal === null ? null : { ...refusal, reason }, reason };
}

/** What a request that was held is answered when it is let go, unless its fault has a status. [assumed] */
const WHEN_LET_GO = 503;

/** A full window of the account; where the fault says how long to wait, one that ends then. */
function toVerdict<World>(
  { documentedRate }: Service<World>,
  { limiter }: Account<World>,
  retryAfter: unknown,
  now: number,
): LimiterVerdict {
  const peeked = limiter.peek(now) ?? createLimiter(documentedRate).peek(now);
  if (peeked === null) throw new Error('The documented rate limit is a limit.');
  const full = { ...peeked, passes: false, used: peeked.limit, remaining: 0 };
  const seconds =
    typeof retryAfter === 'object' && retryAfter !== null && 'date_in' in retryAfter
      ? retryAfter.date_in
      : retryAfter;
  if (typeof seconds !== 'number') return full;
  const resetsAt = now + seconds * 1000;
  return {
    ...full,
    retryAfterSeconds: Math.ceil(seconds),
    resetsAt,
    resetSeconds: Math.ceil(resetsAt / 1000),
  };
}
