import type { components } from '@understudy/openapi/control/types';
import type { Exchange } from '../engine/exchange.ts';
import type { Service } from '../engine/service.ts';
import { type Explained, explainExchange } from './explain-exchange.ts';
import { renderExchange } from './render-exchange.ts';

/** Bytes of bodies after which a page ends; a thousand large bodies in one answer would stall the simulator. */
const MOST_PAGE_BYTES = 4 * 1024 * 1024;

/** Renders the first of the exchanges given, oldest first, at most so many; only those that `keeps` accepts. */
export function toExchangePage<World>(
  service: Service<World>,
  exchanges: Iterable<Exchange>,
  limit: number,
  keeps: (explained: Explained) => boolean = () => true,
): components['schemas']['ExchangeList'] {
  const items: components['schemas']['Exchange'][] = [];
  let bytes = 0;
  for (const exchange of exchanges) {
    const explained = explainExchange(service, exchange);
    if (!keeps(explained)) continue;
    if (items.length === limit || bytes > MOST_PAGE_BYTES) return { items, next: items.at(-1)?.id ?? null };
    items.push(renderExchange(service, exchange, explained));
    bytes += exchange.bytes.byteLength;
  }
  return { items, next: null };
}
