import { isObject } from '../engine/json.ts';
import { type Attempt, isAfter, type Tried } from './attempt.ts';
import { renderDuration } from './durations.ts';
import type { Found } from './findings.ts';
import type { Sent } from './tried-items.ts';

/** So many later requests about the same are looked at for one that took the place of what failed. */
const MOST_SUCCESSORS = 50;

/**
 * Finds what failed and was never accepted: lost where later requests were, given up where none was. What the client
 * need not know about is no loss: what was applied, what a later one replaced, what people would have received twice.
 */
export function findLosses({ items, attempts }: Sent, isComplete: boolean): Found[] {
  const accepted = attempts.filter(({ ending }) => ending === 'accepted');
  const newest = accepted.at(-1);
  const successors = new Map<string, Attempt[]>();
  for (const attempt of accepted) {
    const name = nameOf(attempt.tried);
    const known = successors.get(name);
    if (known === undefined) successors.set(name, [attempt]);
    else known.push(attempt);
  }

  return items.flatMap((tried) => {
    const run = findOpenRun(tried);
    const last = run.at(-1);
    if (last === undefined || isReplaced(tried, last, successors.get(nameOf(tried)) ?? [])) return [];
    const goesOn = newest !== undefined && isAfter(newest, last);
    return [toFound(tried, run, goesOn, isComplete)];
  });
}

/** The failed attempts since an item was last accepted; empty when it is not open any more, or not yet. */
function findOpenRun({ item, attempts }: Tried): readonly Attempt[] {
  const last = attempts.at(-1);
  if (last === undefined || attempts.some(({ ending }) => ending === 'pending')) return [];
  if (last.ending !== 'retryable' && last.ending !== 'unknown') return [];
  if (last.ending === 'unknown' && !item.isRepeatable) return [];
  if (attempts.some(({ ending, settledMs }) => ending === 'accepted' && settledMs >= last.settledMs))
    return [];
  const run = attempts.slice(attempts.findLastIndex(({ ending }) => ending === 'accepted') + 1);
  return run.some(({ isApplied }) => isApplied) ? [] : run;
}

/** A later request may say all that this one said, and more or newer. */
function isReplaced({ item }: Tried, last: Attempt, successors: readonly Attempt[]): boolean {
  if (!item.isState) return false;
  return successors
    .slice(-MOST_SUCCESSORS)
    .some((successor) => isAfter(successor, last) && covers(successor.tried.item.content, item.content));
}

function covers(later: unknown, earlier: unknown): boolean {
  if (!isObject(earlier) || !isObject(later)) return later !== undefined;
  return Object.entries(earlier).every(
    ([name, value]) => Object.hasOwn(later, name) && covers(later[name], value),
  );
}

function nameOf({ operation, item }: Tried): string {
  return `${operation} ${item.label}`;
}

function toFound(tried: Tried, run: readonly Attempt[], goesOn: boolean, isComplete: boolean): Found {
  const [first, last] = [run[0], run.at(-1)];
  const overMs =
    first === undefined || last === undefined ? 0 : last.exchange.receivedAt - first.exchange.receivedAt;
  const answer =
    last?.ending === 'retryable' ? `was answered ${last.exchange.status}` : 'got no whole answer';
  const how =
    run.length === 1
      ? `It ${answer} and was never sent again`
      : `It was sent ${run.length} times over ${renderDuration(overMs)}, last ${answer}, and not again`;
  const end = goesOn ? ', though later requests were accepted.' : '; nothing was accepted after it.';
  const doubt = isComplete
    ? ''
    : ' The journal had to drop exchanges of this account, so it may have arrived all the same.';
  return {
    kind: goesOn ? 'lost' : 'gave-up',
    message: `${how}${end}${doubt}`,
    attempts: run,
    about: tried,
    facts: { attempts: run.length, over_ms: Math.max(0, overMs) },
  };
}
