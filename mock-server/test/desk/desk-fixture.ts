import type { components } from '@understudy/openapi/control/types';
import { createDesk, type Desk, type DeskOptions } from '../../src/control/desk.ts';
import type { Value } from '../../src/control/handler.ts';
import type { Call } from '../../src/engine/call.ts';
import { createManualClock, type ManualClock } from '../../src/engine/clock.ts';
import type { Exchange } from '../../src/engine/exchange.ts';
import type { Timer } from '../../src/engine/timer.ts';
import { createUserlistEngine, type UserlistEngine, type UserlistEngineOptions } from '../../src/userlist.ts';
import { answerNow } from '../answer-now.ts';
import { expectContract } from './expect-contract.ts';

/** Everything that any answer of the desk may hold; what an answer does not hold fails the expectation. */
export type DeskJson = Value<'getIndex'> &
  Value<'getHealth'> &
  Value<'getAccount'> &
  Value<'getSettings'> &
  Value<'getExchange'> &
  Value<'countExchanges'> &
  Value<'reset'> &
  components['schemas']['Problem'] & {
    readonly items: readonly { readonly id: string; readonly account: string; readonly name: string }[];
    readonly next: string | null;
    readonly dropped: number;
  };

/** An answer of the desk with its body read. */
export type DeskAnswer = {
  readonly status: number;
  readonly headers: ReadonlyMap<string, string>;
  readonly text: string;
  readonly json: DeskJson;
};

/** A timer whose time passes when it is told to. */
export type ManualTimer = { readonly timer: Timer; advance(ms: number): void; readonly pending: number };

export type Fixture = {
  readonly engine: UserlistEngine;
  readonly desk: Desk;
  readonly clock: ManualClock;
  readonly time: ManualTimer;
  /** Sends something to the vendor and settles it as delivered. */
  push(key: string, method: string, path: string, body?: unknown): Exchange;
  /** Asks the desk; every answer is held to the contract. */
  ask(
    method: string,
    target: string,
    more?: Partial<Call> & { readonly json?: unknown },
  ): Promise<DeskAnswer>;
};

export const START = Date.UTC(2025, 2, 14, 9, 26, 53, 589);

const NOTHING = new Uint8Array();

export function createManualTimer(): ManualTimer {
  const pending = new Set<{ readonly at: number; readonly callback: () => void }>();
  let now = 0;
  return {
    timer(ms, callback) {
      const entry = { at: now + ms, callback };
      pending.add(entry);
      return () => pending.delete(entry);
    },
    advance(ms) {
      now += ms;
      for (const entry of [...pending].filter(({ at }) => at <= now)) {
        pending.delete(entry);
        entry.callback();
      }
    },
    get pending() {
      return pending.size;
    },
  };
}

/** A call with only what matters to a test. */
export function toCall(call: Partial<Call>): Call {
  const bytes = call.bytes ?? NOTHING;
  return {
    method: 'GET',
    target: '/',
    host: 'localhost:4010',
    headers: {},
    rawHeaders: [],
    bytes,
    size: bytes.byteLength,
    complete: true,
    receivedAt: START,
    door: 'test',
    ...call,
  };
}

export function createFixture(
  options: UserlistEngineOptions = {},
  deskOptions: Partial<DeskOptions<unknown>> = {},
): Fixture {
  const clock = createManualClock(START);
  const engine = createUserlistEngine({ clock, ...options });
  const time = createManualTimer();
  const { isReady = () => true, allowedHosts = [], token = null, operations = [] } = deskOptions;
  const desk = createDesk({
    engine,
    version: '1.2.3',
    timer: time.timer,
    isReady,
    allowedHosts,
    token,
    operations,
  });

  return {
    engine,
    desk,
    clock,
    time,
    push(key, method, path, body) {
      const rawHeaders = [
        'Host',
        'localhost:4010',
        'Authorization',
        `Push ${key}`,
        'Content-Type',
        'application/json',
      ];
      const headers = {
        host: 'localhost:4010',
        authorization: `Push ${key}`,
        'content-type': 'application/json',
      };
      const bytes = body === undefined ? NOTHING : toBytes(body);
      const call = toCall({ method, target: path, headers, rawHeaders, bytes, receivedAt: clock.now() });
      const outcome = answerNow(engine, call);
      engine.settle(outcome, 'full', 0);
      return outcome.exchange;
    },
    async ask(method, target, more = {}) {
      const { json, ...rest } = more;
      const bytes = json === undefined ? NOTHING : toBytes(json);
      const answer = await desk.answer(toCall({ method, target, bytes, ...rest }));
      const read = readAnswer(answer);
      expectContract(method, target, read.status, read.json);
      return read;
    },
  };
}

export function toBytes(body: unknown): Uint8Array {
  return new TextEncoder().encode(typeof body === 'string' ? body : JSON.stringify(body));
}

export function readAnswer(answer: Awaited<ReturnType<Desk['answer']>>): DeskAnswer {
  if ('pieces' in answer) throw new Error('This answer comes piece by piece.');
  const { status, headers, body } = answer;
  const read = new Map<string, string>();
  for (let at = 0; at < headers.length; at += 2)
    read.set((headers[at] ?? '').toLowerCase(), headers[at + 1] ?? '');
  return { status, headers: read, text: body, json: JSON.parse(body) as DeskJson };
}
