import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Answer, Call, UserlistEngine } from '../src/index.ts';
import { answerNow } from './answer-now.ts';
import { toCall } from './doors.ts';
import { expectEnvelope } from './expect-envelope.ts';
import { HEAVY } from './generated-bodies.ts';
import { type Hostile, hostile, KEY, PATHS } from './generated-requests.ts';
import { toBytes } from './stand-in.ts';
import { createStockedEngine, showStored } from './stocked-engine.ts';

/** Every run generates the same requests; fast-check prints it with whatever it finds. */
const SEED = 20_261_123;
const RUNS = 12_000;

function toHostileCall(engine: UserlistEngine, { lie, complete, ...sent }: Hostile): Call {
  const call = toCall(engine, sent);
  return { ...call, size: call.size + lie, complete };
}

function expectRefused({ status, reason, headers, body }: Answer): void {
  expectEnvelope({ status, reason, body });
  const length = new TextEncoder().encode(body).byteLength;
  expect(headers).toEqual(['Content-Type', 'application/json', 'Content-Length', String(length)]);
}

describe(`an engine under ${RUNS} hostile requests (seed ${SEED})`, () => {
  it('answers each in the envelope or hangs up, journals each once, and changes nothing that it refuses', () => {
    const inherited = JSON.stringify(Object.getOwnPropertyNames(Object.prototype));
    let engine = createStockedEngine();
    let state = showStored(engine);
    const seen = new Map<number | null, number>();

    fc.assert(
      fc.property(hostile, (sent) => {
        const entries = engine.journal.size + engine.journal.dropped;
        const outcome = answerNow(engine, toHostileCall(engine, sent));
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
          expect(showStored(engine)).not.toBe('');
          engine = createStockedEngine();
          state = showStored(engine);
        } else {
          if (outcome.kind === 'answer') expectRefused(outcome.answer);
          expect(showStored(engine)).toBe(state);
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

  it('answers every heavy body on every path, and says no more of it than of any other', () => {
    const engine = createStockedEngine();
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
          const { exchange } = answerNow(engine, toCall(engine, sent));
          expect(exchange.crashed, exchange.reason ?? '').toBe(false);
          expect(exchange.answerBody.length).toBeLessThan(1000);
          const { diagnostics } = engine.service.explain(exchange);
          expect(diagnostics.length).toBeLessThanOrEqual(100);
        }
      }
    }
  });
});
