import { pathOf } from '../engine/call.ts';
import type { Exchange } from '../engine/exchange.ts';
import type { Journal } from '../engine/journal.ts';
import { type ExchangeFilter, matchesFilter } from './exchange-filter.ts';

const MOST_KINDS = 5;
const LONGEST_PATH = 60;

/** Says how many of how many exchanges came, what came instead, and how many can no longer be told. */
export function renderLateWait(
  journal: Journal,
  filter: ExchangeFilter,
  count: number,
  timeoutMs: number,
): string {
  const { dropped } = journal;
  const exchanges = [...journal.entries()];
  const found = exchanges.filter((exchange) => matchesFilter(filter, exchange)).length;
  const scope = { account: filter.account, since: filter.since, operation: undefined, status: undefined };
  const seen = exchanges.filter((exchange) => matchesFilter(scope, exchange));
  const others = seen.filter((exchange) => !matchesFilter(filter, exchange));
  const elsewhere =
    exchanges.filter((exchange) => matchesFilter({ ...scope, account: undefined }, exchange)).length -
    seen.length;
  const sentences = [
    `${dropped > 0 ? 'At least ' : ''}${found} of ${count} exchanges${renderFilter(filter)} came within ${timeoutMs} ms.`,
  ];
  if (others.length > 0) sentences.push(`Instead came: ${renderKinds(others)}.`);
  // What was dropped came too, so only a journal that kept everything can say that nothing did.
  else if (dropped === 0) sentences.push('Nothing else came.');
  if (elsewhere > 0) sentences.push(`${elsewhere} came under other accounts or without a usable key.`);
  if (dropped > 0) {
    sentences.push(
      `The journal had to drop ${dropped} of all exchanges to make room; those that are missing may be among them.`,
    );
  }
  return sentences.join(' ');
}

function renderFilter({ account, operation, status, since }: ExchangeFilter): string {
  const parts = [
    operation === undefined ? '' : ` with operation ${operation}`,
    status === undefined ? '' : `${operation === undefined ? ' with' : ' and'} status ${status}`,
    account === undefined ? '' : ` of ${account}`,
    since === undefined ? '' : ` since ${since}`,
  ];
  return parts.join('');
}

function renderKinds(exchanges: readonly Exchange[]): string {
  const counts = new Map<string, number>();
  for (const exchange of exchanges) {
    const kind = renderKind(exchange);
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  const kinds = [...counts].sort(([, one], [, other]) => other - one);
  const named = kinds.slice(0, MOST_KINDS).map(([kind, times]) => `${times} × ${kind}`);
  const rest = kinds.slice(MOST_KINDS).reduce((sum, [, times]) => sum + times, 0);
  return rest === 0 ? named.join(', ') : `${named.join(', ')} and ${rest} of other kinds`;
}

function renderKind({ operation, method, target, status }: Exchange): string {
  const what = operation ?? `${method} ${pathOf(target).slice(0, LONGEST_PATH)}`;
  return `${what} ${status ?? 'without an answer'}`;
}
