import { fileURLToPath } from 'node:url';
import { createUserlistEngine, type UserlistEngine } from '@understudy/mock-server';
import { toFetchHandler } from '@understudy/mock-server/fetch';
import { describe, expect, it } from 'vitest';
import { run, standardOptions, toLines, track } from './test/set-up.ts';

/** A simulated Userlist on the clock of the run; `engine` is there once the run has begun. */
function createStandIn(rateLimit: string) {
  const made: UserlistEngine[] = [];
  const engine = (): UserlistEngine => {
    const [first] = made;
    if (first === undefined) throw new Error('The run has not begun.');
    return first;
  };
  return {
    toService: (clock: { now(): number }) => {
      made.push(createUserlistEngine({ clock, rateLimit }));
      return toFetchHandler(engine());
    },
    counts: () => {
      const account = engine().accounts.named(standardOptions.pushKey ?? '');
      return account === null ? {} : engine().service.counts(account.world);
    },
    /** The numbers of the events that were accepted, by user and in the order of their arrival. */
    accepted: () => {
      const numbers = new Map<string, number[]>();
      for (const { status, bytes } of engine().journal.entries()) {
        if (status !== 202) continue;
        const { user, properties } = JSON.parse(new TextDecoder().decode(bytes));
        numbers.set(user, [...(numbers.get(user) ?? []), properties.number]);
      }
      return numbers;
    },
    statuses: () => {
      const counts: Record<string, number> = {};
      for (const { status } of engine().journal.entries())
        counts[`${status}`] = (counts[`${status}`] ?? 0) + 1;
      return counts;
    },
  };
}

function example(name: string): string {
  return fileURLToPath(new URL(`../../../examples/${name}.ndjson`, import.meta.url));
}

describe('the examples', () => {
  it.each(['rudderstack', 'segment'] as const)('of %s arrive', async (dialect) => {
    const standIn = createStandIn('documented');
    const { code, summary } = await run('', standIn.toService, { file: example(dialect), dialect });
    expect({ code, summary }).toMatchObject({
      code: 0,
      summary: { messages: 30, rejected: { count: 0 }, unreadable: { count: 0 }, failed: { count: 0 } },
    });
    const counts = standIn.counts();
    for (const collection of ['users', 'companies', 'relationships', 'events']) {
      expect(counts[collection], collection).toBeGreaterThan(0);
    }
  });
});

describe('a rate limit far below the number of events', () => {
  const users = Array.from({ length: 30 }, (_, index) => `user-${index}`);
  const toEvents = (each: number) =>
    Array.from({ length: each }, (_, number) => users.map((user) => track(user, number))).flat();

  it.each([
    { rateLimit: 'documented', each: 40, concurrency: 8, leastMs: 60_000, mostMs: 62_000 },
    { rateLimit: 'documented', each: 40, concurrency: 256, leastMs: 60_000, mostMs: 62_000 },
    { rateLimit: '100/10s', each: 40, concurrency: 8, leastMs: 110_000, mostMs: 135_000 },
    { rateLimit: 'tiny', each: 4, concurrency: 30, leastMs: 46_000, mostMs: 200_000 },
    { rateLimit: '1/60s', each: 1, concurrency: 30, leastMs: 29 * 60_000, mostMs: 60 * 60_000 },
  ])(
    'loses and doubles none and keeps the order of each user: %o',
    async ({ rateLimit, each, concurrency, leastMs, mostMs }) => {
      const standIn = createStandIn(rateLimit);
      const { code, tookMs, summary } = await run(toLines(toEvents(each)), standIn.toService, {
        concurrency,
      });
      expect(code).toBe(0);
      expect(summary).toMatchObject({ sent: 30 * each, requests: 30 * each });
      const inOrder = Array.from({ length: each }, (_, number) => number);
      expect(standIn.accepted()).toEqual(new Map(users.map((user) => [user, inOrder])));
      expect(tookMs).toBeGreaterThanOrEqual(leastMs);
      expect(tookMs).toBeLessThanOrEqual(mostMs);
    },
  );

  it('is asked again only for what was under way when the window closed', async () => {
    const standIn = createStandIn('documented');
    await run(toLines(toEvents(40)), standIn.toService);
    const { 429: refused = 0 } = standIn.statuses();
    expect(refused).toBeGreaterThan(0);
    expect(refused).toBeLessThanOrEqual(8);
  });
});
