import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest';
import { createUserlistGuard, type UserlistGuard, userlistHandlers } from '../../src/fronts/msw.ts';
import { createUserlistEngine, type Exchange, type UserlistEngine } from '../../src/index.ts';

/** As much of either major as the tests need. */
export type MswServer = {
  listen(options: object): void;
  use(...handlers: ReturnType<typeof userlistHandlers>): void;
  resetHandlers(): void;
  close(): void;
};

export const HEAD = { authorization: 'Push k', 'content-type': 'application/json' };
export const USERS = 'https://push.userlist.com/users';

/** A server that is on for a group of tests, with a guard, and an engine of each test behind its handlers. */
export type UsedServer = {
  readonly engine: UserlistEngine;
  readonly guard: UserlistGuard;
  /** What is last in the journal. */
  exchange(): Exchange | undefined;
};

export function useServer(server: MswServer): UsedServer {
  const guard = createUserlistGuard();
  let engine: UserlistEngine | null = null;
  const current = (): UserlistEngine => {
    if (engine === null) throw new Error('The engine is there only while a test runs.');
    return engine;
  };

  beforeAll(() => server.listen(guard));
  afterAll(() => server.close());
  beforeEach(() => {
    engine = createUserlistEngine();
    server.use(...userlistHandlers(engine));
  });
  afterEach(() => {
    server.resetHandlers();
    expect([...current().journal.entries()].filter(({ crashed }) => crashed)).toEqual([]);
    guard.expectNoneStopped();
  });

  return {
    get engine() {
      return current();
    },
    guard,
    exchange: () => [...current().journal.entries()].at(-1),
  };
}

/** Pushes a user with fetch. */
export const push = (init: RequestInit = {}, url = USERS): Promise<Response> =>
  fetch(url, { method: 'POST', headers: HEAD, body: '{"identifier":"u"}', ...init });
