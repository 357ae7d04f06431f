import type { Exchange } from '../src/engine/exchange.ts';

/** An exchange as the journal holds one; accepted, settled by nobody yet. */
export function toExchange(id: string, more: Partial<Exchange> = {}): Exchange {
  return {
    id,
    receivedAt: 0,
    door: 'test',
    host: 'localhost',
    account: 'acct_one',
    operation: null,
    method: 'POST',
    target: '/',
    rawHeaders: [],
    bytes: new Uint8Array(0),
    size: 0,
    complete: true,
    status: 202,
    code: null,
    texts: [],
    answerHeaders: [],
    answerBody: '',
    reason: null,
    crashed: false,
    limiter: null,
    record: null,
    weight: 1000,
    fired: null,
    ownMs: 0,
    injectedMs: 0,
    startedMs: 0,
    settledMs: null,
    delivered: 'pending',
    deliveredBytes: 0,
    isForgotten: false,
    ...more,
  };
}
