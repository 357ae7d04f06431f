import { createManualClock, createUserlistEngine, type UserlistEngine } from '@understudy/mock-server';
import { createFastifyFront } from '@understudy/mock-server/fastify';
import { onTestFinished } from 'vitest';

/** 2025-03-13 13:40:53 UTC, one second before the moment of the reference's 429 example. */
export const WINDOW_BEGAN_MS = 1_741_873_253_000;

export type StandIn = {
  readonly url: string;
  readonly port: number;
  readonly engine: UserlistEngine;
  /** Moves the stand-in's time forward by so many milliseconds. */
  advance(ms: number): void;
  /** Everything stored in one collection of a key's account. */
  stored(key: string, collection: 'users' | 'companies' | 'relationships' | 'events' | 'messages'): unknown[];
};

/** Starts a stand-in on a free port under a clock that stands still, and stops it with the test. */
export async function startStandIn(
  options: { pushKeys?: readonly string[]; rateLimit?: string } = {},
): Promise<StandIn> {
  const clock = createManualClock(WINDOW_BEGAN_MS);
  const engine = createUserlistEngine({ ...options, clock });
  const front = createFastifyFront({ engine });
  const { url, port } = await front.listen({ port: 0, host: '127.0.0.1' });
  onTestFinished(() => front.close(0));
  return {
    url,
    port,
    engine,
    advance: (ms) => clock.advance(ms),
    stored(key, collection) {
      const account = engine.accounts.named(key);
      const query = { identifier: null, email: null, name: null, after: null, limit: 1000 };
      return account === null
        ? []
        : [...(engine.service.view(account.world, collection, query)?.items ?? [])];
    },
  };
}
