import type { Account } from './account.ts';
import type { Call } from './call.ts';
import type { Clocks } from './clocks.ts';
import { alterAnswer, toDelivery } from './faults/alter-answer.ts';
import type { Journal } from './journal.ts';
import type { Answer, SettledOutcome } from './outcome.ts';
import type { Result } from './result.ts';
import type { Service } from './service.ts';
import { toExchange } from './to-exchange.ts';

export type EnterOptions<World> = {
  readonly service: Service<World>;
  readonly clocks: Clocks<World>;
  readonly journal: Journal;
  readonly nextId: (kind: string) => string;
  readonly elapsed: () => number;
};

/** Journals a call with its result, begun at a moment of real time, and says what a front does with it. */
export type Enter<World> = (call: Call, result: Result<World>, startedMs: number) => SettledOutcome;

const TOO_MANY = 429;
const NO_TEXTS: readonly string[] = [];

export function createEnter<World>(options: EnterOptions<World>): Enter<World> {
  const { service, clocks, journal, nextId, elapsed } = options;

  /** A 429 has these headers anyway. */
  const withRateHeaders = (answer: Answer, account: Account<World>): Answer => {
    const verdict = account.limiter.peek(clocks.nowOf(account));
    if (verdict === null || answer.status === TOO_MANY) return answer;
    return { ...answer, headers: [...answer.headers, ...service.rateHeaders(verdict)] };
  };

  return (call, result, startedMs) => {
    const { account, fault } = result;
    let { answer } = result;
    if (account !== null) {
      account.requests += 1;
      if (answer !== null && account.settings.rateHeaders) answer = withRateHeaders(answer, account);
    }
    if (answer !== null && clocks.of(account).isMoved) answer = withDate(answer, clocks.nowOf(account));
    if (fault !== null && answer !== null) answer = alterAnswer(answer, fault.fault, result.now);
    const seen = answer === result.answer ? result : { ...result, answer };
    const recordWeight = result.record === null ? 0 : service.weigh(result.record);
    const receivedAt = account === null || account.clock === null ? call.receivedAt : account.clock.now();
    const ownMs = elapsed() - startedMs;
    const texts = result.refusal === null ? NO_TEXTS : service.textsOf(result.refusal);
    const id = nextId('ex');
    const exchange = toExchange(id, call, seen, texts, recordWeight, receivedAt, startedMs, ownMs);
    journal.add(exchange);
    const delivery = fault === null ? null : toDelivery(fault);
    return answer === null || fault?.fault.effect.hang_up === 'after'
      ? { kind: 'hang-up', exchange, delivery }
      : { kind: 'answer', answer, exchange, delivery };
  };
}

/** A client that holds a date in Retry-After against the Date of the answer would wait for nothing, or for ever. */
function withDate(answer: Answer, now: number): Answer {
  return { ...answer, headers: [...answer.headers, 'Date', new Date(now).toUTCString()] };
}
