import type { Exchange } from '../engine/exchange.ts';
import type { Item } from '../engine/item.ts';
import type { Journal } from '../engine/journal.ts';
import { judgeBackOff } from './back-off.ts';
import { judgeConcurrency } from './concurrency.ts';
import { toFindings } from './findings.ts';
import { findHeaders } from './headers.ts';
import { judgeRetryAfter } from './keeping-retry-after.ts';
import { findLosses } from './losses.ts';
import { findDisorder } from './order.ts';
import { findRepetitions } from './repetitions.ts';
import type { Conduct } from './rules.ts';
import { toSent } from './tried-items.ts';

export type ConductOptions = {
  /** The handle that the report names. */
  readonly account: string;
  /** Whether the journal still holds all that this account sent. */
  readonly complete: boolean;
  /** What an exchange was about. */
  readonly itemOf: (exchange: Exchange) => Item;
};

/** How the client of one account behaved, by the exchanges of that account. */
export function conductOf(exchanges: readonly Exchange[], options: ConductOptions): Conduct {
  const { account, complete, itemOf } = options;
  const sent = toSent(exchanges, itemOf);
  const { items, attempts } = sent;
  const retryAfter = judgeRetryAfter(sent);
  const backOff = judgeBackOff(items);
  const concurrency = judgeConcurrency(attempts);
  const found = [
    ...retryAfter.found,
    ...findRepetitions(items),
    ...findLosses(sent, complete),
    ...findDisorder(items),
    ...backOff.found,
    ...concurrency.found,
    ...findHeaders(attempts),
  ];
  return {
    account,
    complete,
    exchanges: exchanges.length,
    under_way: attempts.filter(({ ending }) => ending === 'pending').length,
    items: items.length,
    ...toFindings(found),
    retry_after: retryAfter.facts,
    back_off: backOff.facts,
    peak_concurrency: concurrency.peak,
  };
}

/** What is asked of an engine. */
export type Witness = {
  readonly journal: Pick<Journal, 'entries' | 'isComplete'>;
  readonly service: { itemOf(exchange: Exchange): Item };
};

/** How the client of the account with this handle behaved, as far as an engine's journal tells. */
export function conductOfAccount({ journal, service }: Witness, account: string): Conduct {
  const exchanges = [...journal.entries()].filter((exchange) => exchange.account === account);
  return conductOf(exchanges, {
    account,
    complete: journal.isComplete(account),
    itemOf: (exchange) => service.itemOf(exchange),
  });
}
