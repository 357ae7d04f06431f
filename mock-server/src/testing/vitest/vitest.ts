import { test as base, expect, inject, type TestAPI } from 'vitest';
import { connectUserlist } from '../connect-userlist.ts';
import { expectNoLeftovers } from '../expect-no-leftovers.ts';
import { type UserlistAssertions, userlistMatchers } from '../matchers.ts';
import { expectShared, type SharedOptions } from '../shared-options.ts';
import { startUserlist } from '../start-userlist.ts';
import type { Userlist, UserlistAccount } from '../userlist.ts';

declare global {
  namespace Chai {
    // Vitest's own interface for matchers has other type parameters in 4 than in 5; its assertions have all that these have.
    interface Assertion extends UserlistAssertions {}
  }
}

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the stand-in is that all workers share; absent without the global set-up. */
    'understudy.userlist': { readonly url: string };
  }
}

type TestFixtures = {
  /** An account of the test's own; the test fails on what it leaves behind. */
  userlist: UserlistAccount;
  /** Whether a fault that never fired fails the test; `ignore` unless overridden. */
  unusedFaults: 'fail' | 'ignore';
};

type FileFixtures = {
  /** The stand-in with all its accounts; the file fails when requests come for accounts whose tests are over. */
  userlistServer: Userlist;
};

type WorkerFixtures = {
  /** How the worker's own stand-in is started, where there is no global set-up. */
  userlistOptions: SharedOptions;
  /** Where the stand-in is: the one of the global set-up, or the worker's own. */
  userlistUrl: string;
};

export type UserlistFixtures = TestFixtures & FileFixtures & WorkerFixtures;

expect.extend(userlistMatchers);

/** Vitest's `test` with a stand-in for Userlist. */
export const test: TestAPI<UserlistFixtures> = base.extend<{
  $test: TestFixtures;
  $file: FileFixtures;
  $worker: WorkerFixtures;
}>({
  // biome-ignore lint/correctness/noEmptyPattern: Vitest reads off the pattern that it needs nothing.
  userlistOptions: [async ({}, use) => use({}), { scope: 'worker' }],
  userlistUrl: [
    async ({ userlistOptions }, use) => {
      expectShared('userlistOptions', userlistOptions);
      const shared = findShared();
      if (shared !== undefined) return use(shared.url);
      const own = await startUserlist(userlistOptions);
      await use(own.url);
      // Vitest tells nobody what is wrong here; each file has told it.
      await own.close().catch(() => undefined);
    },
    { scope: 'worker' },
  ],
  userlistServer: [
    async ({ userlistUrl }, use) => {
      const server = connectUserlist({ url: userlistUrl });
      await use(server);
      // What a shared one crashed on may be of another file; the global set-up tells it.
      await (findShared() === undefined ? expectNoLeftovers(server) : server.close());
    },
    { scope: 'file' },
  ],
  unusedFaults: 'ignore',
  userlist: async ({ userlistServer, unusedFaults, task }, use) => {
    const account = userlistServer.account();
    await use(account);
    await account.end({ unusedFaults, name: task.name });
  },
});

export const it: TestAPI<UserlistFixtures> = test;

/** Where the stand-in is that the global set-up started, if it did. */
function findShared(): { readonly url: string } | undefined {
  return inject('understudy.userlist');
}
