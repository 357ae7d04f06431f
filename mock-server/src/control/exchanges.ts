import type { Engine } from '../engine/engine.ts';
import type { Exchange } from '../engine/exchange.ts';
import { createExchangeReader } from '../verify/exchange-reader.ts';
import { type Criteria, matches } from '../verify/matcher.ts';
import { readFilter } from './exchange-filter.ts';
import { toExchangePage } from './exchange-page.ts';
import type { Handlers } from './handler.ts';
import { isProblem, toProblem, toReply } from './problem.ts';
import { renderExchange } from './render-exchange.ts';

/** Shows the journal, and one exchange of it. */
export function createExchangeHandlers<World>(
  engine: Engine<World>,
  operations: readonly string[],
): Pick<Handlers, 'listExchanges' | 'getExchange'> {
  const { journal, service } = engine;
  const reader = createExchangeReader(service);

  function* matching(criteria: Criteria, after: string | undefined): Generator<Exchange> {
    for (const exchange of journal.entries()) {
      if ((after === undefined || exchange.id > after) && matches(reader, criteria, exchange)) yield exchange;
    }
  }

  return {
    listExchanges({ query }) {
      const { limit, after, ...filters } = query;
      const criteria = readFilter(engine, operations, filters, (name) => `?${name}`);
      if (isProblem(criteria)) return criteria;
      return toReply(toExchangePage(engine, matching(criteria, after), limit));
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
