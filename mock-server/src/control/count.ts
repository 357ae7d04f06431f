import { differencesOf } from '../engine/differences.ts';
import type { Engine } from '../engine/engine.ts';
import type { Exchange } from '../engine/exchange.ts';
import { matchesFilter, readFilter } from './exchange-filter.ts';
import { explainExchange } from './explain-exchange.ts';
import type { Handler } from './handler.ts';
import { toNearMisses } from './near-misses.ts';
import { isProblem, toReply } from './problem.ts';

/** How many of the newest exchanges are looked at for what came closest; reading a body takes time. */
const MOST_CANDIDATES = 1000;

/** Counts the exchanges that match; says so when there may have been more, and what came closest when there are none. */
export function createCount<World>(
  engine: Engine<World>,
  operations: readonly string[],
): Handler<'countExchanges'> {
  const { accounts, journal, service } = engine;
  const bodyOf = (exchange: Exchange): unknown => explainExchange(service, exchange).body;

  return ({ body: matcher }) => {
    const filter = readFilter(accounts, operations, matcher, (name) => `/${name}`);
    if (isProblem(filter)) return filter;
    const body = matcher.body == null ? undefined : service.normalise(matcher.body);
    const exchanges = [...journal.entries()];
    const matches = exchanges.filter(
      (exchange) =>
        matchesFilter(filter, exchange) &&
        (body === undefined || differencesOf(body, bodyOf(exchange), '').length === 0),
    );
    const complete = journal.dropped === 0;
    const nearest =
      matches.length > 0 ? [] : toNearMisses(exchanges.slice(-MOST_CANDIDATES), filter, body, bodyOf);
    return toReply({ count: matches.length, complete, nearest });
  };
}
