import type { Exchange } from '../engine/exchange.ts';
import type { Explain, Explained } from '../engine/explain-exchange.ts';

/** An exchange that was looked for, and what can be told of it: its body as it is stored, diagnostics and changes. */
export type Match = Explained & { readonly exchange: Exchange };

export function toMatch(explain: Explain, exchange: Exchange): Match {
  return { exchange, ...explain(exchange) };
}
