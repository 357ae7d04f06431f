import type { Exchange } from '../engine/exchange.ts';
import { createExplain, type Explain } from '../engine/explain-exchange.ts';
import type { Service } from '../engine/service.ts';

/** Reads exchanges once more; the last one is remembered, so that many who ask for the same cost no more than one. */
export type ExchangeReader = {
  /** What can be told of it, which costs most. */
  readonly explain: Explain;
  /** Its body as bodies of its operation are compared; undefined when it could not be read. */
  bodyOf(exchange: Exchange): unknown;
  /** A part that its body may have, keys normalised, as bodies of its operation are compared. */
  comparable(part: unknown, exchange: Exchange): unknown;
};

export function createExchangeReader<World>(
  service: Pick<Service<World>, 'explain' | 'itemOf' | 'comparable'>,
): ExchangeReader {
  let last: { readonly exchange: Exchange; readonly body: unknown } | null = null;

  const comparable = (part: unknown, { operation }: Exchange): unknown =>
    operation === null ? part : service.comparable(operation, part, null);

  const read = (exchange: Exchange): unknown => {
    try {
      return comparable(service.itemOf(exchange).payload, exchange);
    } catch {
      // A body that crashed the service once must not hide the whole journal.
      return undefined;
    }
  };

  return {
    explain: createExplain(service),
    bodyOf(exchange) {
      if (last?.exchange !== exchange) last = { exchange, body: read(exchange) };
      return last.body;
    },
    comparable,
  };
}
