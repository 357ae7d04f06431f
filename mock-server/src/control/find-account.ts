import type { Account, Accounts } from '../engine/account.ts';
import { findNamed } from '../verify/find-named.ts';
import { type Problem, toProblem } from './problem.ts';

/** The account of a key or handle; with configured keys only theirs, else an empty one for a key nobody has used. */
export function findAccount<World>(accounts: Accounts<World>, named: string): Account<World> | Problem {
  return accounts.named(named) ?? toUnknown(accounts.strict, null);
}

/** The same, but kept: what is set for it is not to be lost. */
export function claimAccount<World>(
  accounts: Accounts<World>,
  named: string,
  path: string | null,
): Account<World> | Problem {
  const account = accounts.claim(named);
  if (account === 'full') {
    return toProblem('no_room', 'There are as many accounts as can be kept; remove one first.', path);
  }
  return account ?? toUnknown(accounts.strict, path);
}

/** The handle to filter by; undefined when no account is asked for. */
export function findHandle<World>(
  accounts: Accounts<World>,
  named: string | null | undefined,
  path: string,
): string | undefined | Problem {
  if (named === undefined || named === null) return undefined;
  return findNamed(accounts, named) ?? toUnknown(accounts.strict, path);
}

/** Does not repeat what was given: it may be a push key. */
function toUnknown(strict: boolean, path: string | null): Problem {
  const message = strict
    ? 'This is neither a key nor the handle of a key that the stand-in was started with.'
    : 'No account with this handle is there; name it by its push key.';
  return toProblem('unknown_account', message, path);
}
