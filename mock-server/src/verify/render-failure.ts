import type { Exchange } from '../engine/exchange.ts';
import type { NearMiss } from './near-misses.ts';
import { renderInstead } from './render-instead.ts';
import { joinWords, renderCriteria, renderExchange, renderNearMiss } from './render-matcher.ts';
import type { Bounds, Matched } from './verification.ts';

const MOST_NAMED = 5;

/**
 * Says why a verification fails, a sentence each: what was expected and is there, what came instead and closest, what
 * may be missing.
 */
export function renderFailure(
  bounds: Bounds,
  matched: Matched,
  exchanges: Iterable<Exchange>,
  nearest: readonly NearMiss[],
): string[] {
  const { criteria, found } = matched;
  const isPlural = (bounds.most ?? bounds.least) > 1;
  const kind = `${isPlural ? 'exchanges' : 'exchange'}${renderCriteria(criteria)}`;
  const expected = `${renderBounds(bounds)} ${kind} ${isPlural ? 'were' : 'was'} expected`;
  const isTooMany = bounds.most !== null && found.length > bounds.most;
  if (isTooMany) return [`${expected}, but ${renderFound(found, MOST_NAMED)}.`];
  const isTooFew = found.length < bounds.least;
  return [
    `${expected}, ${isTooFew ? 'but' : 'and'} ${renderFound(found, 0)}.`,
    ...(isTooFew ? renderShortage(matched, exchanges, nearest) : renderDropped(matched)),
  ];
}

/** Says in time what was waited for in vain, as renderFailure does. */
export function renderLateWait(
  count: number,
  timeoutMs: number,
  matched: Matched,
  exchanges: Iterable<Exchange>,
  nearest: readonly NearMiss[],
): string[] {
  const { criteria, found, complete } = matched;
  const least = complete ? '' : 'At least ';
  return [
    `${least}${found.length} of ${count} exchanges${renderCriteria(criteria)} came within ${timeoutMs} ms.`,
    ...renderShortage(matched, exchanges, nearest),
  ];
}

function renderShortage(
  matched: Matched,
  exchanges: Iterable<Exchange>,
  nearest: readonly NearMiss[],
): string[] {
  return [
    ...renderInstead(matched, exchanges),
    ...nearest.map((miss, index) => `${index === 0 ? 'Closest' : 'Next'} is ${renderNearMiss(miss)}.`),
    ...renderDropped(matched),
  ];
}

/** Says that the journal had to drop exchanges that could have made a difference, and what to do about it. */
function renderDropped({ criteria: { account, since }, complete, dropped }: Matched): string[] {
  if (complete) return [];
  const which = `${account === undefined ? '' : ` of ${account}`}${since === undefined ? '' : ` since ${since}`}`;
  return [
    `The journal had to drop exchanges${which} to make room (${dropped} of all), so this cannot be told for certain; ` +
      'reset it before each test, or ask only since a later exchange.',
  ];
}

function renderBounds({ least, most }: Bounds): string {
  if (most === null) return `At least ${least}`;
  if (most === least) return most === 0 ? 'No' : `Exactly ${most}`;
  return least === 0 ? `At most ${most}` : `${least} to ${most}`;
}

function renderFound(found: readonly Exchange[], mostNamed: number): string {
  if (found.length === 0) return 'there is none';
  const are = `there ${found.length === 1 ? 'is' : 'are'} ${found.length}`;
  if (mostNamed === 0) return are;
  const named = found.slice(0, mostNamed).map(renderExchange);
  const more = found.length - named.length;
  return `${are}: ${joinWords(more > 0 ? [...named, `${more} more`] : named)}`;
}
