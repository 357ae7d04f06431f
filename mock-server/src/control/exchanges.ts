import type { Engine } from '../engine/engine.ts';
import type { Exchange } from '../engine/exchange.ts';
import { type ExchangeFilter, matchesFilter, readFilter } from './exchange-filter.ts';
import { toExchangePage } from './exchange-page.ts';
import type { Handlers } from './handler.ts';
import { isProblem, toProblem, toReply } from './problem.ts';
import { renderExchange } from './render-exchange.ts';

/** Shows the journal, and one exchange of it. */
export function createExchangeHandlers<World>(
  engine: Engine<World>,
  operations: readonly string[],
): Pick<Handlers, 'listExchanges' | 'getExchange'> {
  const { accounts, journal, service } = engine;

  function* matching(filter: ExchangeFilter, after: string | undefined): Generator<Exchange> {
    for (const exchange of journal.entries()) {
      if ((after === undefined || exchange.id > after) && matchesFilter(filter, exchange)) yield exchange;
    }
  }

  return {
    listExchanges({ query }) {
      const { diagnostic, limit, after } = query;
      const filter = readFilter(accounts, operations, query, (name) => `?${name}`);
      if (isProblem(filter)) return filter;
      const page = toExchangePage(
        engine,
        matching(filter, after),
        limit,
        ({ diagnostics }) => diagnostic === undefined || diagnostics.some(({ code }) => code === diagnostic),
      );
      return toReply(page);
    },
    getExchange({ params }) {
      const exchange = journal.find(params.id);
      if (exchange !== undefined) return toReply(renderExchange(service, exchange));
      const dropped = journal.dropped > 0 ? ` It had to drop ${journal.dropped} to make room.` : '';
      return toProblem(
        'unknown_exchange',
        `The journal has no exchange ${JSON.stringify(params.id)}.${dropped}`,
      );
    },
  };
}
