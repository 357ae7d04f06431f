import { describe, expect, it } from 'vitest';
import { createManualClock, createUserlistEngine } from '../src/index.ts';
import { answerNow } from './answer-now.ts';
import { toCall } from './doors.ts';

const LIMIT = 102_400;

function open() {
  const engine = createUserlistEngine({ clock: createManualClock(0), rateLimit: 'off' });
  const post = (path: string, payload: unknown): number | null => {
    const outcome = answerNow(
      engine,
      toCall(engine, {
        method: 'POST',
        target: path,
        headers: [
          ['Authorization', 'Push large'],
          ['Content-Type', 'application/json'],
        ],
        body: new TextEncoder().encode(JSON.stringify(payload)),
      }),
    );
    return outcome.exchange.status;
  };
  return { engine, post };
}

describe('Large requests within the limit', () => {
  it('weigh in the journal what they cost, so that fifty thousand references do not fill the memory', () => {
    const { engine, post } = open();
    const payload = { identifier: 'u', companies: Array.from({ length: 50_000 }, () => 0) };
    expect(post('/users', payload)).toBe(202);
    const [exchange] = engine.journal.entries();
    if (exchange === undefined) throw new Error('Nothing was journaled.');
    const { changes, changesDropped } = engine.service.explain(exchange);
    expect(changes).toHaveLength(1000);
    expect(changes.length + changesDropped).toBe(100_001);
    expect(exchange.weight).toBeGreaterThan(LIMIT);
    expect(exchange.weight).toBeLessThan(3 * LIMIT);
  });

  it('can be shown, however long their keys', () => {
    const { engine, post } = open();
    expect(
      post('/users', { identifier: 'x'.repeat(40_000), companies: Array.from({ length: 25_000 }, () => 0) }),
    ).toBe(202);
    const [exchange] = engine.journal.entries();
    if (exchange === undefined) throw new Error('Nothing was journaled.');
    expect(JSON.stringify(engine.service.explain(exchange).changes).length).toBeLessThan(1_000_000);
  });

  it('leave an account no more events than fit into its bounds', () => {
    const { engine, post } = open();
    const properties = { a: Array.from({ length: 33_000 }, () => ({})) };
    for (let sent = 0; sent < 60; sent += 1)
      expect(post('/events', { name: 'e', user: 'u', properties })).toBe(202);
    const world = engine.accounts.find('large')?.world;
    expect(world?.events.weight).toBeLessThanOrEqual(64 * 1024 * 1024);
    expect(world?.events.dropped).toBeGreaterThan(0);
  });

  it('about users who share an address find the one that is meant without walking through all', () => {
    const { engine, post } = open();
    for (let batch = 0; batch < 10; batch += 1) {
      const users = Array.from({ length: 2500 }, (_, index) => ({
        identifier: batch * 2500 + index,
        email: 'a@b',
      }));
      expect(post('/companies', { identifier: 'c', users })).toBe(202);
    }
    expect(
      post('/companies', { identifier: 'd', users: Array.from({ length: 5000 }, () => ({ email: 'A@B' })) }),
    ).toBe(202);
    const account = engine.accounts.find('large');
    expect(
      [...(account?.world.companies.get('d')?.relationships?.keys() ?? [])].map(
        ({ identifier }) => identifier,
      ),
    ).toEqual(['0']);
  });
});
