import type { Exchange } from '../engine/exchange.ts';
import type { Explained } from '../engine/explain-exchange.ts';
import type { ExchangeReader } from './exchange-reader.ts';

/** An exchange that was looked for, and what can be told of it: its body as it is stored, diagnostics and changes. */
export type Match = Explained & { readonly exchange: Exchange };

export function toMatch({ explain }: ExchangeReader, exchange: Exchange): Match {
  return { exchange, ...explain(exchange) };
}
