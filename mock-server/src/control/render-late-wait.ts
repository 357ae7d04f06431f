import { pathOf } from '../engine/call.ts';
import type { Exchange } from '../engine/exchange.ts';
import { type ExchangeFilter, matchesFilter } from './exchange-filter.ts';

const MOST_KINDS = 5;
const LONGEST_PATH = 60;

/** Says how many of how many exchanges came, and what came instead. */
export function renderLateWait(
  exchanges: readonly Exchange[],
  filter: ExchangeFilter,
  count: number,
  timeoutMs: number,
): string {
  const found = exchanges.filter((exchange) => matchesFilter(filter, exchange)).length;
  const scope = { account: filter.account, since: filter.since, operation: undefined, status: undefined };
  const seen = exchanges.filter((exchange) => matchesFilter(scope, exchange));
  const others = seen.filter((exchange) => !matchesFilter(filter, exchange));
  const elsewhere =
    exchanges.filter((exchange) => matchesFilter({ ...scope, account: undefined }, exchange)).length -
    seen.length;
  const sentences = [
    `${found} of ${count} exchanges${renderFilter(filter)} came within ${timeoutMs} ms.`,
    others.length === 0 ? 'Nothing else came.' : `Instead came: ${renderKinds(others)}.`,
  ];
  if (elsewhere > 0) sentences.push(`${elsewhere} came under other accounts or without a usable key.`);
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
