import type { Accounts } from '../engine/account.ts';

const HANDLE = /^acct_[0-9a-f]{12}$/;

/**
 * The handle of an account that is named by key or handle; null when there can be none. A handle whose key nobody has
 * used yet is as good as any: who knows the key can work it out and wait for the first request.
 */
export function findNamed<World>(accounts: Accounts<World>, named: string): string | null {
  const account = accounts.named(named);
  if (account !== null) return account.handle;
  return HANDLE.test(named) && !accounts.strict ? named : null;
}
