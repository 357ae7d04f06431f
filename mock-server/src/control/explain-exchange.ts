import type { Explanation } from '../engine/diagnostic.ts';
import type { Exchange } from '../engine/exchange.ts';
import type { Service } from '../engine/service.ts';

export type Explained = Explanation & {
  /** True when the service failed to explain it. */
  readonly failed: boolean;
};

const NOTHING: Explained = {
  diagnostics: [],
  diagnosticsDropped: 0,
  changes: [],
  changesDropped: 0,
  body: undefined,
  failed: true,
};

/** What the service can tell of an exchange. A body that crashed it once must not hide the whole journal. */
export function explainExchange<World>(service: Service<World>, exchange: Exchange): Explained {
  try {
    return { ...service.explain(exchange), failed: false };
  } catch {
    return NOTHING;
  }
}
