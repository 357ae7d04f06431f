import type { components } from '@understudy/openapi/control/types';
import type { Engine } from '../engine/engine.ts';
import type { Exchange } from '../engine/exchange.ts';
import { renderExchange } from './render-exchange.ts';

/** Characters of JSON in a page; a thousand large exchanges in one answer would stall the stand-in or be too long for a text. */
const MOST_PAGE_LENGTH = 4 * 1024 * 1024;

/** Renders the first of the exchanges given, oldest first, at most so many and never less than one. */
export function toExchangePage<World>(
  { service, journal: { dropped } }: Engine<World>,
  exchanges: Iterable<Exchange>,
  limit: number,
): components['schemas']['ExchangeList'] {
  const items: components['schemas']['Exchange'][] = [];
  let length = 0;
  for (const exchange of exchanges) {
    const page = { items, next: items.at(-1)?.id ?? null, dropped };
    if (items.length === limit) return page;
    const item = renderExchange(service, exchange);
    length += JSON.stringify(item).length;
    if (items.length > 0 && length > MOST_PAGE_LENGTH) return page;
    items.push(item);
  }
  return { items, next: null, dropped };
}
