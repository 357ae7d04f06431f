import { conductOfAccount } from '../../src/conduct/conduct-of.ts';
import type { Conduct } from '../../src/conduct/rules.ts';
import type { FaultDefinition } from '../../src/engine/faults/fault.ts';
import {
  createManualClock,
  createUserlistEngine,
  type Exchange,
  type UserlistEngine,
  type UserlistEngineOptions,
} from '../../src/index.ts';
import { answerNow } from '../answer-now.ts';
import { START, toBytes } from '../stand-in.ts';

export const KEY = 'key-of-the-client';

/** What a plain client looks at of an answer. */
export type Seen = {
  readonly status: number;
  /** Seconds; null without the header. */
  readonly retryAfter: number | null;
};

/** A request whose answer has not left yet. */
export type UnderWay = {
  readonly exchange: Exchange;
  /** Has so much of its answer leave; all of it unless told otherwise. Null where there is none. */
  end(delivered?: 'full' | 'partial' | 'none'): Seen | null;
};

/** A stand-in and the time, for a client that is a script; nothing in it waits for real. */
export type Scene = {
  readonly engine: UserlistEngine;
  /** Brings a request to the stand-in; its answer is under way until it is ended. */
  begin(method: string, path: string, body: unknown, headers?: Readonly<Record<string, string>>): UnderWay;
  /** Sends a request; rejects where the connection breaks. Its answer is under way until the next turn. */
  send(
    method: string,
    path: string,
    body: unknown,
    headers?: Readonly<Record<string, string>>,
  ): Promise<Seen>;
  /** The same for POST. */
  push(path: string, body: unknown): Promise<Seen>;
  /** Lets time pass, on the clock and for real. */
  wait(ms: number): void;
  now(): number;
  /** Arms a fault for the client's account. */
  arm(fault: FaultDefinition): void;
  readonly handle: string;
  conduct(): Conduct;
};

const USUAL = { 'Content-Type': 'application/json; charset=utf-8' };

export function createScene(options: UserlistEngineOptions = {}): Scene {
  const clock = createManualClock(START);
  let real = 0;
  const elapsed = (): number => {
    real += 0.01;
    return real;
  };
  const engine = createUserlistEngine({ clock, elapsed, ...options });
  const handle = engine.accounts.handleOf(KEY);

  const begin: Scene['begin'] = (method, path, body, headers = USUAL) => {
    const all = { Authorization: `Push ${KEY}`, ...headers };
    const bytes = toBytes(body);
    const outcome = answerNow(engine, {
      method,
      target: path,
      host: 'localhost',
      headers: Object.fromEntries(Object.entries(all).map(([name, value]) => [name.toLowerCase(), value])),
      rawHeaders: Object.entries(all).flat(),
      bytes,
      size: bytes.byteLength,
      complete: true,
      receivedAt: engine.clock.now(),
      door: 'script',
    });
    return {
      exchange: outcome.exchange,
      end(delivered = 'full') {
        if (outcome.kind === 'hang-up') {
          engine.settle(outcome, 'none', 0);
          return null;
        }
        const { answer } = outcome;
        engine.settle(outcome, delivered, answer.body.length);
        const at = answer.headers.indexOf('Retry-After');
        return { status: answer.status, retryAfter: at === -1 ? null : Number(answer.headers[at + 1]) };
      },
    };
  };

  const send: Scene['send'] = async (method, path, body, headers) => {
    const underWay = begin(method, path, body, headers);
    await null;
    const seen = underWay.end();
    if (seen === null) throw new TypeError('fetch failed');
    return seen;
  };

  return {
    engine,
    handle,
    begin,
    send,
    push: (path, body) => send('POST', path, body),
    wait(ms) {
      clock.advance(ms);
      real += ms;
    },
    now: () => engine.clock.now(),
    arm(fault) {
      engine.faults.arm({ account: handle, ...fault });
    },
    conduct: () => conductOfAccount(engine, handle),
  };
}
