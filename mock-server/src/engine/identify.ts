import type { Account, Accounts } from './account.ts';
import type { Call } from './call.ts';
import type { Service } from './service.ts';

/** Whose call it is. An account is opened only by a request that counts: refused ones must not crowd others out. */
export type Identity<World> = {
  /** Null without a usable key. */
  readonly key: string | null;
  readonly handle: string | null;
  /** Null while the account has not been opened. */
  readonly account: Account<World> | null;
  /** Why the key cannot be used. */
  readonly problem: string;
};

export const NOBODY: Identity<never> = { key: null, handle: null, account: null, problem: '' };

const NO_ACCOUNT_FOR_KEY = 'This key is none of the configured ones.';

/** Whose call it is, by the key that it presents. */
export function identify<World>(
  service: Service<World>,
  accounts: Accounts<World>,
  call: Call,
): Identity<World> {
  const presented = service.readKey(call);
  if (presented.kind === 'none') return { ...NOBODY, problem: presented.reason };
  const { key } = presented;
  const account = accounts.find(key);
  if (account !== null) return { key, handle: account.handle, account, problem: '' };
  if (!accounts.admits(key)) return { ...NOBODY, problem: NO_ACCOUNT_FOR_KEY };
  return { key, handle: accounts.handleOf(key), account: null, problem: '' };
}
