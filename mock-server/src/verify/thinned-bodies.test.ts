import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createFixture } from '../../test/desk/desk-fixture.ts';
import { bodyAndChoices, leavesOf, respell, thin, toOther, withLeaf } from '../../test/thinned-bodies.ts';
import { isObject } from '../engine/json.ts';
import type { UserlistEngine } from '../userlist.ts';
import { expectExchange, expectNoExchange } from './expect-exchange.ts';
import { ExpectationError } from './expectation-error.ts';
import type { NearMiss } from './near-misses.ts';

const RUNS = { seed: 20_261_123, numRuns: 400 };

type Body = Readonly<Record<string, unknown>>;

const nearestOf = (engine: UserlistEngine, body: Body): readonly NearMiss[] => {
  try {
    expectExchange(engine, { body });
  } catch (error) {
    if (error instanceof ExpectationError) return error.nearest;
    throw error;
  }
  throw new Error(`This was found: ${JSON.stringify(body)}`);
};

/** A journal with one exchange, its body as it is stored, and a part of that. */
const store = (sent: Body, choices: Iterator<number>) => {
  const { engine, push } = createFixture();
  const exchange = push('dev', 'POST', '/users', sent);
  const choose = (): number => choices.next().value ?? 0;
  const stored = engine.service.explain(exchange).body;
  const part = thin(stored, choose);
  if (!isObject(part)) throw new Error('A body that was sent as an object is stored as one.');
  return { engine, exchange, choose, part };
};

describe('a part of a body that was sent', () => {
  it('matches it, whatever was left out and however its keys are spelt', () => {
    let respelt = 0;
    fc.assert(
      fc.property(bodyAndChoices, ([sent, choices]) => {
        const { engine, exchange, choose, part } = store(sent, choices);
        const nameOf = (key: string): string =>
          Object.keys(engine.service.normalise({ [key]: 1 }) as object)[0] ?? '';
        const asked = respell(part, choose, nameOf) as Body;
        if (JSON.stringify(asked) !== JSON.stringify(part)) respelt += 1;
        expect(expectExchange(engine, { body: asked }).exchange).toBe(exchange);
      }),
      RUNS,
    );
    expect(respelt).toBeGreaterThan(20);
  });

  it('never matches once one of its values is another, and that one is named as the difference', () => {
    let changed = 0;
    fc.assert(
      fc.property(bodyAndChoices, ([sent, choices]) => {
        const { engine, exchange, choose, part } = store(sent, choices);
        const leaves = leavesOf(part);
        const leaf = leaves[choose() % leaves.length];
        if (leaf === undefined) return;
        changed += 1;
        const other = toOther(leaf.value);
        const body = withLeaf(part, leaf.steps, other) as Body;
        expectNoExchange(engine, { body });
        const differences = [{ path: `/body${leaf.pointer}`, expected: other, actual: leaf.value }];
        expect(nearestOf(engine, body)).toStrictEqual([{ exchange, differences }]);
      }),
      RUNS,
    );
    expect(changed).toBeGreaterThan(200);
  });

  it('has at each of its places something that a pointer finds, and nothing at any other', () => {
    fc.assert(
      fc.property(bodyAndChoices, ([sent, choices]) => {
        const { engine, exchange, part } = store(sent, choices);
        const has = leavesOf(part).map(({ pointer }) => pointer);
        expect(expectExchange(engine, { has }).exchange).toBe(exchange);
        for (const pointer of has.slice(0, 3)) expectNoExchange(engine, { has: [...has, `${pointer}/0`] });
      }),
      RUNS,
    );
  });
});
