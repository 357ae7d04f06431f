import { createUserlistEngine } from '@understudy/mock-server';
import { contract } from '@understudy/openapi/contract';
import { describe, expect, it } from 'vitest';
import { NOTHING_PREPARED, type Preparation } from './preparation.ts';
import { prepare } from './prepare.ts';

const blame = (message: string): string => `here:1:1: ${message}`;
const seedOf = (account: string | null, payload: unknown): Preparation['seeds'][number] => ({
  account,
  operation: 'pushUser',
  payload,
  blame,
});

const prepareWith = (preparation: Partial<Preparation>) => {
  const engine = createUserlistEngine();
  const prepared = prepare(engine, { ...NOTHING_PREPARED, ...preparation }, 'dev');
  const usersOf = (key: string): number | undefined =>
    engine.service.counts((engine.accounts.find(key) ?? { world: engine.service.createWorld(false) }).world)
      .users;
  return { engine, ...prepared, usersOf };
};

describe('Preparing a stand-in', () => {
  it('stores nothing before it is told to, and then an account at a time', async () => {
    const { plant, usersOf } = prepareWith({
      seeds: [
        seedOf(null, { identifier: 1 }),
        seedOf('other', { identifier: 2 }),
        seedOf('dev', { identifier: 3 }),
      ],
    });
    expect([usersOf('dev'), usersOf('other')]).toEqual([0, 0]);
    const seen: unknown[] = [];
    await plant(async () => void seen.push([usersOf('dev'), usersOf('other')]), undefined);
    expect(seen).toEqual([
      [2, 0],
      [2, 1],
    ]);
  });

  it('leaves off when it is no longer wanted', async () => {
    const { plant, usersOf } = prepareWith({
      seeds: [seedOf('one', { identifier: 1 }), seedOf('two', { identifier: 2 })],
    });
    const stopped = new AbortController();
    await plant(async () => stopped.abort(), stopped.signal);
    expect([usersOf('one'), usersOf('two')]).toEqual([1, 0]);
  });

  it('has those accounts stay whose seeds are stored, however many others come', async () => {
    const { engine, plant, usersOf } = prepareWith({ seeds: [seedOf(null, { identifier: 1 })] });
    await plant(async () => {}, undefined);
    for (let count = 0; count <= contract.bounds.accounts; count += 1) engine.accounts.open(`key-${count}`);
    expect(engine.accounts.evicted).toBeGreaterThan(0);
    expect(usersOf('dev')).toBe(1);
  });

  it('begins timelines only when it is told to', () => {
    const steps = [{ atMs: 0, arm: { name: 'now', effect: { status: 503 } }, forMs: null }];
    const { engine, begin } = prepareWith({ timelines: [{ account: null, steps, blame }] });
    expect(engine.faults.list()).toEqual([]);
    begin();
    expect(engine.faults.list().map(({ name }) => name)).toEqual(['now']);
  });

  it('tells of everything that cannot be, in the order of the file', () => {
    const at = (line: number) => (message: string) => `file:${line}:1: ${message}`;
    const definition = { effect: { status: 503 } };
    expect(() =>
      prepareWith({
        seeds: [{ ...seedOf(null, {}), blame: at(12) }],
        faults: [{ account: 'acct_0123456789ab', definition, blame: at(3) }],
        settings: [{ account: 'dev', change: { rateLimit: 'fast' }, blame: at(2) }],
      }),
    ).toThrow(/^file:2:1: "fast" .*\nfile:3:1: No account .*\nfile:12:1: The service would answer .*$/);
  });

  it('tells which fault there is no room for', () => {
    const faults = Array.from({ length: contract.bounds.faults + 1 }, (_, index) => ({
      account: null,
      definition: { effect: { status: 503 } },
      blame: (message: string) => `file:${index + 1}:1: ${message}`,
    }));
    expect(() => prepareWith({ faults })).toThrow(new RegExp(`^file:${contract.bounds.faults + 1}:1: `));
  });
});
