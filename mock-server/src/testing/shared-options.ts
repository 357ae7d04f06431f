import { UsageError } from '../engine/usage-error.ts';
import { expectOptions } from './expect-options.ts';
import type { UserlistOptions } from './start-userlist.ts';

/** Those of a stand-in in which every test has an account of its own, under a key that it makes. */
export type SharedOptions = Omit<UserlistOptions, 'pushKeys'>;

/** Throws a UsageError on options that cannot be meant here. */
export function expectShared(caller: string, options: SharedOptions): void {
  expectOptions(caller, options, "{ rateLimit: 'tiny' }");
  if ((options as UserlistOptions).pushKeys !== undefined)
    throw new UsageError(
      `${caller} cannot have pushKeys, since every test has a key of its own; leave it out, or use startUserlist in the tests that need it.`,
    );
}
