import type { components } from '@understudy/openapi/control/types';
import type { Engine } from '../engine/engine.ts';
import { createExchangeReader } from '../verify/exchange-reader.ts';
import type { NearMiss } from '../verify/near-misses.ts';
import { renderFailure } from '../verify/render-failure.ts';
import { type Bounds, findMatches, judge, nearestTo } from '../verify/verification.ts';
import { readMatcher } from './exchange-filter.ts';
import type { Handler } from './handler.ts';
import { isProblem, type Problem, toProblem, toReply } from './problem.ts';

type Order = components['schemas']['CountOrder'];

const MOST_DIFFERENCES = 20;

/** Counts the exchanges that match, and refuses when that is not the number expected, or may not be. */
export function createCount<World>(
  engine: Engine<World>,
  operations: readonly string[],
): Handler<'countExchanges'> {
  const { journal, service } = engine;

  return ({ body: order }) => {
    const bounds = readBounds(order);
    if (isProblem(bounds)) return bounds;
    const criteria = readMatcher(engine, operations, order, (name) => `/${name}`);
    if (isProblem(criteria)) return criteria;
    const reader = createExchangeReader(service);
    const matched = findMatches(engine, reader, criteria);
    const count = matched.found.length;
    const verdict = bounds === null ? 'met' : judge(bounds, count, matched.complete);
    const isWanting = bounds === null ? count === 0 : count < bounds.least;
    const nearest = isWanting ? nearestTo(engine, reader, criteria) : [];
    if (bounds === null || verdict === 'met')
      return toReply({ count, complete: matched.complete, nearest: nearest.map(renderNearMiss) });
    const message = renderFailure(bounds, matched, journal.entries(), nearest).join(' ');
    return toProblem('expectation_failed', message, placeOf(order, count));
  };
}

/** Null when no number is expected. */
function readBounds({ exactly, at_least: least, at_most: most }: Order): Bounds | null | Problem {
  if (exactly != null) {
    const other = least != null ? 'at_least' : most != null ? 'at_most' : null;
    if (other === null) return { least: exactly, most: exactly };
    return toProblem('invalid_body', `exactly says it all; leave out ${other}.`, `/${other}`);
  }
  if (least != null && most != null && least > most) {
    const message = `No number is at least ${least} and at most ${most}; make one of them fit the other.`;
    return toProblem('invalid_body', message, '/at_least');
  }
  return least == null && most == null ? null : { least: least ?? 0, most: most ?? null };
}

function placeOf({ exactly, at_least: least, at_most: most }: Order, count: number): string {
  if (exactly != null) return '/exactly';
  return least != null && (count < least || most == null) ? '/at_least' : '/at_most';
}

function renderNearMiss({ exchange, differences }: NearMiss): components['schemas']['NearMiss'] {
  return { id: exchange.id, differences: differences.slice(0, MOST_DIFFERENCES) };
}
