import type { Call } from './call.ts';
import type { Exchange } from './exchange.ts';
import { weighExchange } from './journal.ts';
import type { Result } from './result.ts';

const NO_TEXTS: readonly string[] = [];

/** What the journal keeps of a call and its result. */
export function toExchange<World>(
  id: string,
  call: Call,
  result: Result<World>,
  texts: readonly string[],
  recordWeight: number,
  receivedAt: number,
  startedMs: number,
  ownMs: number,
): Exchange {
  const { answer, refusal, handle, route, limiter, fault, record, reason, crashed } = result;
  const answerBody = answer === null ? '' : answer.body;
  return {
    id,
    receivedAt,
    door: call.door,
    host: call.host,
    account: handle,
    operation: route === null ? null : route.id,
    method: call.method,
    target: call.target,
    rawHeaders: call.rawHeaders,
    bytes: call.bytes,
    size: call.size,
    complete: call.complete,
    status: answer === null ? null : answer.status,
    code: refusal === null ? null : refusal.code,
    texts,
    answerHeaders: answer === null ? NO_TEXTS : answer.headers,
    answerBody,
    reason,
    crashed,
    limiter,
    record,
    weight: weighExchange(call.bytes, call.target, call.rawHeaders, answerBody, recordWeight),
    fired: fault,
    ownMs,
    injectedMs: fault === null ? 0 : fault.delayMs,
    startedMs,
    settledMs: null,
    delivered: 'pending',
    deliveredBytes: 0,
    isForgotten: false,
  };
}
