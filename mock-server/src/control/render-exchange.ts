import type { components } from '@understudy/openapi/control/types';
import type { Exchange } from '../engine/exchange.ts';
import { type Explained, explainExchange } from '../engine/explain-exchange.ts';
import { createKeyMask, createProseMask } from '../engine/key-mask.ts';
import type { Service } from '../engine/service.ts';
import { renderRawBody } from './raw-body.ts';
import { renderLimiter } from './render-limiter.ts';
import { renderTime } from './render-time.ts';

type Rendered = components['schemas']['Exchange'];

/** An exchange as the desk shows it; neither its path, a header, nor what quotes them shows a push key. The raw body is as it was sent. */
export function renderExchange<World>(
  service: Service<World>,
  exchange: Exchange,
  explained: Explained = explainExchange(service, exchange),
): Rendered {
  const { diagnosticsDropped, changesDropped } = explained;
  const readBase = (key: string) => service.readMagic(key);
  const mask = createKeyMask(exchange.rawHeaders, readBase);
  const inProse = createProseMask(exchange.rawHeaders, readBase);
  return {
    id: exchange.id,
    received_at: renderTime(exchange.receivedAt),
    door: exchange.door,
    host: mask(exchange.host),
    account: exchange.account,
    operation: exchange.operation,
    method: exchange.method,
    path: mask(exchange.target),
    request: {
      headers: renderHeaders(service, exchange.rawHeaders, mask),
      body: explained.body ?? null,
      ...(explained.became === undefined ? {} : { became: { ...explained.became } }),
      raw: renderRawBody(exchange),
      bytes: exchange.size,
      complete: exchange.complete,
    },
    answer: {
      status: exchange.status,
      headers: renderHeaders(service, exchange.answerHeaders, mask),
      body: inProse(exchange.answerBody),
      code: exchange.code,
      errors: exchange.texts.map(inProse),
      reason: exchange.reason === null ? null : inProse(exchange.reason),
    },
    delivered: exchange.delivered,
    fault: renderFault(exchange.fired),
    limiter: exchange.limiter === null ? null : renderLimiter(exchange.limiter, exchange.receivedAt),
    diagnostics: explained.diagnostics.map((each) => ({
      ...each,
      path: inProse(each.path),
      message: inProse(each.message),
    })),
    ...(diagnosticsDropped > 0 ? { diagnostics_dropped: diagnosticsDropped } : {}),
    changes: [...explained.changes],
    ...(changesDropped > 0 ? { changes_dropped: changesDropped } : {}),
    own_ms: Math.max(0, Math.round(exchange.ownMs * 1000) / 1000),
    injected_ms: Math.round(exchange.injectedMs * 1000) / 1000,
    ...(exchange.crashed || explained.failed ? { crashed: true } : {}),
  };
}

function renderFault(fired: Exchange['fired']): Rendered['fault'] {
  if (fired === null) return null;
  const { fault, delayMs } = fired;
  return { name: fault.name, effect: { ...fault.effect }, delay_ms: delayMs };
}

function renderHeaders<World>(
  service: Service<World>,
  raw: readonly string[],
  mask: (text: string) => string,
): Rendered['request']['headers'] {
  const headers: Rendered['request']['headers'] = [];
  for (let at = 0; at + 1 < raw.length; at += 2) {
    const name = raw[at] ?? '';
    headers.push({ name, value: mask(service.maskHeader(name, raw[at + 1] ?? '')) });
  }
  return headers;
}
