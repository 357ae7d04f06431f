import { contract, type RefusalCode } from '@understudy/openapi/contract';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Call, createManualClock, createUserlistEngine, type UserlistEngine } from '../src/index.ts';
import { toCall } from './doors.ts';
import { HEAVY } from './hostile-bodies.ts';
import { type Hostile, hostile, KEY, PATHS } from './hostile-requests.ts';
import { START, toBytes, viewAll } from './stand-in.ts';

/** Every run generates the same requests; fast-check prints it with whatever it finds. */
const SEED = 20_261_123;
const RUNS = 12_000;
const COLLECTIONS = ['users', 'companies', 'relationships', 'events', 'messages'];
function open(): UserlistEngine {
  const engine = createUserlistEngine({ clock: createManualClock(START), rateLimit: 'off' });
  seed(engine);
  return engine;
}

/** A little of everything, so that there is something to spoil. */
function seed(engine: UserlistEngine): void {
  const push = (path: string, value: unknown): void => {
    const sent = {
      method: 'POST',
      target: path,
      headers: [['Authorization', `Push ${KEY}`] as const],
      body: toBytes(value),
    };
    if (engine.answer(toCall(engine, sent)).exchange.status !== 202)
      throw new Error(`The seed was refused at ${path}.`);
  };
  push('/users', {
    identifier: 'user-1',
    email: 'ada@example.com',
    properties: { a: { b: [1] } },
    company: 'company-1',
    preferences: [{ topic: 'x', subscribed: true }],
  });
  push('/users', { email: 'ben@example.com' });
  push('/events', { name: 'x', user: 'user-1', company: 'company-1', properties: { c: 1 } });
  push('/messages', { template: 'x', user: 'user-1' });
}

const shown = (engine: UserlistEngine): string =>
  JSON.stringify(COLLECTIONS.map((collection) => viewAll(engine, collection, KEY)));

function toHostileCall(engine: UserlistEngine, { lie, complete, ...sent }: Hostile): Call {
  const call = toCall(engine, sent);
  return { ...call, size: call.size + lie, complete };
}

function expectEnvelope(answer: {
  status: number;
  reason: string;
  headers: readonly string[];
  body: string;
}): void {
  const envelope = JSON.parse(answer.body) as { status: number; code: RefusalCode; errors: string[] };
  expect(Object.keys(envelope)).toEqual(['status', 'code', 'errors']);
  const known = contract.refusals[envelope.code];
  expect([answer.status, answer.reason, envelope.status]).toEqual([known.status, known.reason, known.status]);
  expect(envelope.errors.length).toBeGreaterThan(0);
  expect(
    envelope.errors.every((line) => typeof line === 'string' && line.trim() !== '' && line.length < 2000),
  ).toBe(true);
  if (envelope.code !== 'unprocessable_content' && !known.text.includes('{'))
    expect(envelope.errors).toEqual([known.text]);
  const length = new TextEncoder().encode(answer.body).byteLength;
  expect(answer.headers).toEqual(['Content-Type', 'application/json', 'Content-Length', String(length)]);
}

describe(`an engine under ${RUNS} hostile requests (seed ${SEED})`, () => {
  it('answers each in the envelope or hangs up, journals each once, and changes nothing that it refuses', () => {
    const inherited = JSON.stringify(Object.getOwnPropertyNames(Object.prototype));
    let engine = open();
    let state = shown(engine);
    const seen = new Map<number | null, number>();

    fc.assert(
      fc.property(hostile, (sent) => {
        const entries = engine.journal.size + engine.journal.dropped;
        const outcome = engine.answer(toHostileCall(engine, sent));
        const { exchange } = outcome;
        seen.set(exchange.status, (seen.get(exchange.status) ?? 0) + 1);

        expect(exchange.crashed, exchange.reason ?? '').toBe(false);
        expect(engine.journal.size + engine.journal.dropped).toBe(entries + 1);
        expect(outcome.kind).toBe(sent.complete ? 'answer' : 'hang-up');

        const explained = engine.service.explain(exchange);
        expect(explained.diagnostics.length).toBeLessThanOrEqual(100);
        for (const { message } of explained.diagnostics) expect(message.length).toBeGreaterThan(0);
        JSON.stringify(explained);

        const leaks = sent.headers.filter(([name, value]) =>
          engine.service.maskHeader(name, value).includes(KEY),
        );
        expect(leaks).toEqual([]);
        expect(exchange.reason ?? '').not.toContain(KEY);

        if (outcome.kind === 'answer' && outcome.answer.status === 202) {
          expect(outcome.answer).toEqual(engine.service.accepted);
          engine.accounts.list().forEach(({ world }) => {
            for (const collection of COLLECTIONS)
              engine.service.view(world, collection, {
                identifier: null,
                email: null,
                name: null,
                after: null,
                limit: 100,
              });
            engine.service.counts(world);
          });
          engine = open();
          state = shown(engine);
        } else {
          if (outcome.kind === 'answer') expectEnvelope(outcome.answer);
          expect(shown(engine)).toBe(state);
          expect(explained.changes).toEqual([]);
        }
      }),
      { seed: SEED, numRuns: RUNS },
    );

    expect(JSON.stringify(Object.getOwnPropertyNames(Object.prototype))).toBe(inherited);
    // A suite whose requests all ended at the door would prove little.
    for (const status of [202, 400, 401, 404, 413, 422, null])
      expect(seen.get(status) ?? 0, String(status)).toBeGreaterThan(100);
  });

  it('answers every heavy body on every path within a second', () => {
    const engine = open();
    for (const target of PATHS) {
      for (const method of ['POST', 'DELETE']) {
        for (const heavy of HEAVY) {
          const sent = {
            method,
            target,
            headers: [
              ['Authorization', `Push ${KEY}`] as const,
              ['Content-Type', 'application/json'] as const,
            ],
            body: toBytes(heavy),
          };
          const { exchange } = engine.answer(toCall(engine, sent));
          expect(exchange.crashed, exchange.reason ?? '').toBe(false);
          expect(exchange.ownMs).toBeLessThan(1000);
          engine.service.explain(exchange);
        }
      }
    }
  });
});
