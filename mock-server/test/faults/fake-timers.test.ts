import { mock } from 'node:test';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { armFault, createUserlistEngine, type UserlistEngine } from '../../src/index.ts';

const START = Date.parse('2026-01-12T08:00:00Z');

/** Both libraries move the time of the whole process; an engine without a clock of its own goes along. */
const libraries = {
  vitest: {
    begin: () => {
      vi.useFakeTimers({ now: START });
    },
    advance: async (ms: number) => {
      await vi.advanceTimersByTimeAsync(ms);
    },
    end: () => {
      vi.useRealTimers();
    },
  },
  'node:test': {
    begin: () => {
      mock.timers.enable({ apis: ['Date', 'setTimeout'], now: START });
    },
    advance: async (ms: number) => {
      mock.timers.tick(ms);
    },
    end: () => {
      mock.timers.reset();
    },
  },
};

const push = (engine: UserlistEngine): Promise<Response> =>
  engine.handle(
    new Request('http://localhost/users', {
      method: 'POST',
      headers: { Authorization: 'Push dev', 'Content-Type': 'application/json' },
      body: '{"identifier":"user-1"}',
    }),
  );

describe.each(Object.entries(libraries))('the fake timers of %s', (_name, { begin, advance, end }) => {
  afterEach(end);

  it('move the window of a rate limit', async () => {
    begin();
    const engine = createUserlistEngine({ rateLimit: '1/60s' });
    expect((await push(engine)).status).toBe(202);
    await advance(59_000);
    const refused = await push(engine);
    expect([refused.status, refused.headers.get('Retry-After')]).toEqual([429, '1']);
    await advance(1000);
    expect((await push(engine)).status).toBe(202);
    expect([...engine.journal.entries()].map(({ receivedAt }) => receivedAt - START)).toEqual([
      0, 59_000, 60_000,
    ]);
  });

  it('move a delay', async () => {
    begin();
    const engine = createUserlistEngine();
    armFault(engine, { effect: { delay_ms: 5000 } });
    const arrived = new Promise((resolve) => engine.journal.subscribe(resolve));
    let status: number | null = null;
    const delayed = push(engine).then((response) => {
      status = response.status;
    });
    await arrived;
    await advance(4999);
    expect(status).toBeNull();
    await advance(1);
    await delayed;
    expect(status).toBe(202);
  });

  it('move a timeline, and let go what it holds', async () => {
    begin();
    const engine = createUserlistEngine();
    armFault(engine, { timeline: [{ at_ms: 0, arm: { effect: { hold: true } }, for_ms: 30_000 }] });
    const arrived = new Promise((resolve) => engine.journal.subscribe(resolve));
    let status: number | null = null;
    const held = push(engine).then((response) => {
      status = response.status;
    });
    await arrived;
    await advance(29_999);
    expect(status).toBeNull();
    await advance(1);
    await held;
    expect(status).toBe(503);
    expect((await push(engine)).status).toBe(202);
  });
});
