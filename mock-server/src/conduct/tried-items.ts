import type { Exchange } from '../engine/exchange.ts';
import type { Item } from '../engine/item.ts';
import { isObject, isSame } from '../engine/json.ts';
import { type Attempt, type Tried, toAttempt } from './attempt.ts';
import { hashOf } from './hash.ts';

/** What a client sent, by item and as a whole; both in the order in which it began. */
export type Sent = {
  readonly items: readonly Tried[];
  readonly attempts: readonly Attempt[];
};

type Growing = {
  readonly item: Item;
  readonly operation: string | null;
  readonly attempts: Attempt[];
  /** What makes it the same: what it asks for, or else its text. */
  readonly content: unknown;
};

/**
 * Puts exchanges together that tried the same: the same operation with the same normalised payload, the order of
 * attributes apart. What cannot be read is the same when its bytes are. What broke off in the middle is left out.
 */
export function toSent(exchanges: Iterable<Exchange>, itemOf: (exchange: Exchange) => Item): Sent {
  const decoder = new TextDecoder();
  const buckets = new Map<string, Growing[]>();
  const items: Growing[] = [];
  const attempts: Attempt[] = [];

  const find = (exchange: Exchange): Growing => {
    const { operation, method, target, size, bytes } = exchange;
    const item = itemOf(exchange);
    const isRead = isObject(item.content) && Object.keys(item.content).length > 0;
    const content = isRead ? item.content : `${size} ${contentTypeOf(exchange)}\n${decoder.decode(bytes)}`;
    const name = `${operation ?? `${method} ${target}`} ${hashOf(content)}`;
    const bucket = buckets.get(name) ?? [];
    buckets.set(name, bucket);
    const known = bucket.find((each) => isSame(each.content, content));
    if (known !== undefined) return known;
    const tried = { item, operation, attempts: [], content };
    bucket.push(tried);
    items.push(tried);
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
  return { items, attempts };
}

function contentTypeOf({ rawHeaders }: Exchange): string {
  const at = rawHeaders.findIndex((name, index) => index % 2 === 0 && name.toLowerCase() === 'content-type');
  return at === -1 ? '' : (rawHeaders[at + 1] ?? '');
}
