import type { Exchange } from '../engine/exchange.ts';
import { type Criteria, isCandidate } from './matcher.ts';
import { renderKind } from './render-matcher.ts';
import type { Matched } from './verification.ts';

const MOST_KINDS = 5;

/** Says what came in the place of that which is looked for, under the same account and since the same exchange. */
export function renderInstead(
  { criteria, found, complete }: Matched,
  exchanges: Iterable<Exchange>,
): string[] {
  const matching = new Set(found);
  const { account, since } = criteria;
  const scope: Criteria = { ...ANYTHING, account, since };
  const others: Exchange[] = [];
  let elsewhere = 0;
  for (const exchange of exchanges) {
    if (matching.has(exchange) || !isCandidate({ ...ANYTHING, since }, exchange)) continue;
    if (isCandidate(scope, exchange)) others.push(exchange);
    else elsewhere += 1;
  }
  const sentences: string[] = [];
  if (others.length > 0) sentences.push(`Instead came: ${renderKinds(others)}.`);
  // What was dropped came too, so only a journal that kept everything can say that nothing did.
  else if (complete) sentences.push('Nothing else came.');
  if (elsewhere > 0) sentences.push(`${elsewhere} came under other accounts or without a usable key.`);
  return sentences;
}

const ANYTHING: Criteria = {
  account: undefined,
  operation: undefined,
  status: undefined,
  body: undefined,
  has: [],
  diagnostic: undefined,
  since: undefined,
};

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
