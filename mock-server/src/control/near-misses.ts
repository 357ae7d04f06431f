import type { components } from '@understudy/openapi/control/types';
import { type Difference, differencesOf } from '../engine/differences.ts';
import type { Exchange } from '../engine/exchange.ts';
import type { ExchangeFilter } from './exchange-filter.ts';

const MOST_MISSES = 3;
const MOST_DIFFERENCES = 20;

/** Another operation is further away than any few attributes of a body. */
const WEIGHTS: ReadonlyMap<string, number> = new Map([
  ['/operation', 10],
  ['/account', 5],
]);

/** The exchanges that differ least from what was looked for, closest first; of equals the newest. */
export function toNearMisses(
  exchanges: readonly Exchange[],
  filter: ExchangeFilter,
  body: unknown,
  bodyOf: (exchange: Exchange) => unknown,
): components['schemas']['NearMiss'][] {
  return exchanges
    .toReversed()
    .map((exchange) => {
      const differences = [
        ...differencesFromFilter(filter, exchange),
        ...(body === undefined ? [] : differencesOf(body, bodyOf(exchange), '/body')),
      ];
      return { id: exchange.id, differences, distance: distanceOf(differences) };
    })
    .sort((one, other) => one.distance - other.distance)
    .slice(0, MOST_MISSES)
    .map(({ id, differences }) => ({ id, differences: differences.slice(0, MOST_DIFFERENCES) }));
}

function differencesFromFilter(filter: ExchangeFilter, exchange: Exchange): Difference[] {
  return (['account', 'operation', 'status'] as const).flatMap((name) => {
    const [expected, actual] = [filter[name], exchange[name]];
    return expected === undefined || expected === actual ? [] : [{ path: `/${name}`, expected, actual }];
  });
}

function distanceOf(differences: readonly Difference[]): number {
  return differences.reduce((sum, { path }) => sum + (WEIGHTS.get(path) ?? 1), 0);
}
