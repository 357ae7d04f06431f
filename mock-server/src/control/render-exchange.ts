import type { components } from '@understudy/openapi/control/types';
import type { Exchange } from '../engine/exchange.ts';
import type { Service } from '../engine/service.ts';
import { type Explained, explainExchange } from './explain-exchange.ts';
import { renderRawBody } from './raw-body.ts';
import { renderLimiter } from './render-limiter.ts';
import { renderTime } from './render-time.ts';

type Rendered = components['schemas']['Exchange'];

/** An exchange as the desk shows it; no header shows a push key. */
export function renderExchange<World>(
  service: Service<World>,
  exchange: Exchange,
  explained: Explained = explainExchange(service, exchange),
): Rendered {
  const { diagnosticsDropped } = explained;
  return {
    id: exchange.id,
    received_at: renderTime(exchange.receivedAt),
    door: exchange.door,
    host: exchange.host,
    account: exchange.account,
    operation: exchange.operation,
    method: exchange.method,
    path: exchange.target,
    request: {
      headers: renderHeaders(service, exchange.rawHeaders),
      body: explained.body ?? null,
      raw: renderRawBody(exchange),
      bytes: exchange.size,
      complete: exchange.complete,
    },
    answer: {
      status: exchange.status,
      headers: renderHeaders(service, exchange.answerHeaders),
      body: exchange.answerBody,
      code: exchange.code,
      errors: [...exchange.texts],
      reason: exchange.reason,
    },
    delivered: exchange.delivered,
    fault: null,
    limiter: exchange.limiter === null ? null : renderLimiter(exchange.limiter, exchange.receivedAt),
    diagnostics: [...explained.diagnostics],
    ...(diagnosticsDropped > 0 ? { diagnostics_dropped: diagnosticsDropped } : {}),
    changes: [...explained.changes],
    own_ms: Math.max(0, Math.round(exchange.ownMs * 1000) / 1000),
    injected_ms: 0,
    ...(exchange.crashed || explained.failed ? { crashed: true } : {}),
  };
}

function renderHeaders<World>(
  service: Service<World>,
  raw: readonly string[],
): Rendered['request']['headers'] {
  const headers: Rendered['request']['headers'] = [];
  for (let at = 0; at + 1 < raw.length; at += 2) {
    const name = raw[at] ?? '';
    headers.push({ name, value: service.maskHeader(name, raw[at + 1] ?? '') });
  }
  return headers;
}
