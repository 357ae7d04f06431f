import type { Exchange } from '../engine/exchange.ts';
import type { Item } from '../engine/item.ts';
import { isObject } from '../engine/json.ts';
import { type Attempt, type Tried, toAttempt } from './attempt.ts';

/** What a client sent, by item and as a whole; both in the order in which it began. */
export type Sent = {
  readonly items: readonly Tried[];
  readonly attempts: readonly Attempt[];
};

type Growing = { readonly item: Item; readonly operation: string | null; readonly attempts: Attempt[] };

/**
 * Puts exchanges together that tried the same: the same operation with the same normalised payload, the order of
 * attributes apart. What cannot be read is the same when its bytes are. What broke off in the middle is left out.
 */
export function toSent(exchanges: Iterable<Exchange>, itemOf: (exchange: Exchange) => Item): Sent {
  const decoder = new TextDecoder();
  const byBytes = new Map<string, Growing>();
  const byPayload = new Map<string, Growing>();
  const attempts: Attempt[] = [];

  const find = (exchange: Exchange): Growing => {
    const raw = `${exchange.size} ${contentTypeOf(exchange)}\n${decoder.decode(exchange.bytes)}`;
    const bytes = `${exchange.method} ${exchange.target} ${raw}`;
    const known = byBytes.get(bytes);
    if (known !== undefined) return known;
    const item = itemOf(exchange);
    const isRead = isObject(item.payload) && Object.keys(item.payload).length > 0;
    const what = isRead ? toCanonicalText(item.payload) : raw;
    const name = `${exchange.operation ?? `${exchange.method} ${exchange.target}`}\n${what}`;
    const tried = byPayload.get(name) ?? { item, operation: exchange.operation, attempts: [] };
    byBytes.set(bytes, tried);
    byPayload.set(name, tried);
    return tried;
  };

  const complete = [...exchanges].filter((exchange) => exchange.complete);
  // The journal is in the order of the answers, which a disk may delay.
  for (const exchange of complete.sort((one, other) => one.startedMs - other.startedMs)) {
    const tried = find(exchange);
    const attempt = toAttempt(exchange, tried);
    tried.attempts.push(attempt);
    attempts.push(attempt);
  }
  return { items: [...new Set(byPayload.values())], attempts };
}

function contentTypeOf({ rawHeaders }: Exchange): string {
  const at = rawHeaders.findIndex((name, index) => index % 2 === 0 && name.toLowerCase() === 'content-type');
  return at === -1 ? '' : (rawHeaders[at + 1] ?? '');
}

/** JSON with the attributes of every object in one order. */
function toCanonicalText(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(toCanonicalText).join()}]`;
  if (!isObject(value)) return JSON.stringify(value) ?? 'null';
  const names = Object.keys(value).sort();
  return `{${names.map((name) => `${JSON.stringify(name)}:${toCanonicalText(value[name])}`).join()}}`;
}
