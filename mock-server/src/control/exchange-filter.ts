import type { Accounts } from '../engine/account.ts';
import type { Exchange } from '../engine/exchange.ts';
import { findHandle } from './find-account.ts';
import { isProblem, type Problem, toProblem } from './problem.ts';
import { suggest } from './suggest.ts';

/** Which exchanges are meant; undefined filters nothing. */
export type ExchangeFilter = {
  /** A handle. */
  readonly account: string | undefined;
  readonly operation: string | undefined;
  readonly status: number | undefined;
  /** The id of an exchange; only later ones. */
  readonly since: string | undefined;
};

type Given = {
  readonly account?: string | null;
  readonly operation?: string | null;
  readonly status?: number | null;
  readonly since?: string | null;
};

/** Reads filters as they were given in a query or a body; `place` makes the path of a problem. */
export function readFilter<World>(
  accounts: Accounts<World>,
  operations: readonly string[],
  given: Given,
  place: (name: string) => string,
): ExchangeFilter | Problem {
  const { operation, status, since } = given;
  if (typeof operation === 'string' && operations.length > 0 && !operations.includes(operation)) {
    const message = `There is no operation "${operation}"; ${suggest(operation, operations)}`;
    return toProblem(
      place('') === '?' ? 'invalid_parameter' : 'invalid_body',
      message,
      place('operation'),
      operations,
    );
  }
  const account = findHandle(accounts, given.account, place('account'));
  if (isProblem(account)) return account;
  return {
    account,
    operation: operation ?? undefined,
    status: status ?? undefined,
    since: since ?? undefined,
  };
}

/** True when an exchange is what the filter asks for; what the filter leaves open is not looked at. */
export function matchesFilter(filter: ExchangeFilter, exchange: Exchange): boolean {
  const { account, operation, status, since } = filter;
  return (
    (account === undefined || exchange.account === account) &&
    (operation === undefined || exchange.operation === operation) &&
    (status === undefined || exchange.status === status) &&
    (since === undefined || exchange.id > since)
  );
}
