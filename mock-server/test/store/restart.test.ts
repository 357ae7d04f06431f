import { copyFileSync, existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AnyRequest, anyRequest } from './any-request.ts';
import { makeFolder } from './folder.ts';
import { type KeptEngine, openKept } from './kept-engine.ts';
import { portrayAll } from './portrait.ts';

const SEED = 20_261_123;
const KEYS = ['a-key-of-the-first', 'b', 'third+flaky'];

type Act =
  | { readonly kind: 'requests'; readonly key: string; readonly requests: readonly AnyRequest[] }
  | { readonly kind: 'forget' | 'remove'; readonly key: string | null }
  | { readonly kind: 'pass'; readonly ms: number }
  | { readonly kind: 'restart' | 'crash' };

const key = fc.constantFrom(...KEYS);
const act: fc.Arbitrary<Act> = fc.oneof(
  {
    weight: 12,
    arbitrary: fc.record({
      kind: fc.constant('requests' as const),
      key,
      requests: fc.array(anyRequest, { minLength: 1, maxLength: 4 }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('forget' as const), key: fc.option(key) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('remove' as const), key }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('pass' as const), ms: fc.nat(90_000_000) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constantFrom('restart' as const, 'crash' as const) }) },
);

/** Opens the file again, after a clean end or as a killed process would have left it. */
function reopen(kind: 'restart' | 'crash', path: string, kept: KeptEngine, mostLogBytes: number): KeptEngine {
  const startMs = kept.clock.now();
  if (kind === 'restart') {
    kept.close();
    return openKept(path, { startMs, mostLogBytes });
  }
  for (const end of ['', '-wal'])
    if (existsSync(`${path}${end}`)) copyFileSync(`${path}${end}`, `${path}.left${end}`);
  kept.close();
  for (const end of ['', '-wal']) {
    rmSync(`${path}${end}`, { force: true });
    if (existsSync(`${path}.left${end}`)) copyFileSync(`${path}.left${end}`, `${path}${end}`);
  }
  return openKept(path, { startMs, mostLogBytes });
}

describe(`any sequence of requests, resets and ends (seed ${SEED})`, () => {
  it('is there again after every start, exactly as it was, and no message id is given twice', async () => {
    const folder = makeFolder();
    let runs = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(act, { minLength: 5, maxLength: 30 }),
        fc.constantFrom(0, 700, 5000, Number.POSITIVE_INFINITY),
        async (acts, mostLogBytes) => {
          runs += 1;
          const path = join(folder, `${runs}.db`);
          let kept = openKept(path, { mostLogBytes });
          const given: string[] = [];
          for (const each of [...acts, { kind: 'crash' } as const, { kind: 'restart' } as const]) {
            const { engine } = kept;
            if (each.kind === 'requests') {
              await Promise.all(
                each.requests.map(({ method, path: to, body }) => kept.send(method, to, body, each.key)),
              );
            } else if (each.kind === 'pass') {
              kept.clock.advance(each.ms);
            } else if (each.kind === 'forget') {
              engine.reset(
                ['state'],
                each.key === null ? undefined : (engine.accounts.named(each.key) ?? undefined),
              );
            } else if (each.kind === 'remove') {
              const account = engine.accounts.named(each.key ?? '');
              if (account !== null) engine.remove(account);
            } else {
              const before = portrayAll(engine);
              given.push(...messageIdsOf(kept));
              kept = reopen(each.kind, path, kept, mostLogBytes);
              expect(portrayAll(kept.engine)).toEqual(before);
            }
            const crashed = [...kept.engine.journal.entries()].filter((exchange) => exchange.crashed);
            expect(crashed).toEqual([]);
          }
          kept.close();
          expect(new Set(given).size).toBe(given.length);
        },
      ),
      { seed: SEED, numRuns: 50 },
    );
  });
});

/** The ids of all messages that this run of the engine has accepted. */
function messageIdsOf({ engine }: KeptEngine): string[] {
  return [...engine.journal.entries()]
    .filter(({ operation, status }) => operation === 'pushMessage' && status === 202)
    .flatMap((exchange) =>
      engine.service
        .explain(exchange)
        .changes.flatMap(({ resource, key: id }) => (resource === 'message' ? [id] : [])),
    );
}
