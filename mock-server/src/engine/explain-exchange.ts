import type { Explanation } from './diagnostic.ts';
import type { Exchange } from './exchange.ts';
import type { Service } from './service.ts';

export type Explained = Explanation & {
  /** True when the service failed to explain it. */
  readonly failed: boolean;
};

/** Tells what can be told of an exchange. */
export type Explain = (exchange: Exchange) => Explained;

type Explaining<World> = Pick<Service<World>, 'explain'>;

const NOTHING: Explained = {
  diagnostics: [],
  diagnosticsDropped: 0,
  changes: [],
  changesDropped: 0,
  body: undefined,
  failed: true,
};

/** What the service can tell of an exchange. A body that crashed it once must not hide the whole journal. */
export function explainExchange<World>(service: Explaining<World>, exchange: Exchange): Explained {
  try {
    return { ...service.explain(exchange), failed: false };
  } catch {
    return NOTHING;
  }
}

/** Explains an exchange that many ask for one after the other only once; the last one is remembered. */
export function createExplain<World>(service: Explaining<World>): Explain {
  let last: { readonly exchange: Exchange; readonly explained: Explained } | null = null;
  return (exchange) => {
    if (last?.exchange !== exchange) last = { exchange, explained: explainExchange(service, exchange) };
    return last.explained;
  };
}
