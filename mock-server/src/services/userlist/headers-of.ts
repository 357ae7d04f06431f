import type { Exchange } from '../../engine/exchange.ts';
import { setOwn } from '../../engine/json.ts';

/** Headers that are no lists: of two that came the first counts. */
const SINGLE: readonly string[] = ['authorization', 'content-type'];

/** The headers of a request by lower-case name, as they were when it was decided: those that came twice joined by commas. */
export function headersOf({ rawHeaders }: Pick<Exchange, 'rawHeaders'>): Record<string, string> {
  const headers: Record<string, string> = {};
  for (let at = 0; at + 1 < rawHeaders.length; at += 2) {
    const name = (rawHeaders[at] ?? '').toLowerCase();
    const value = rawHeaders[at + 1] ?? '';
    const before = Object.hasOwn(headers, name) ? headers[name] : undefined;
    if (before === undefined) setOwn(headers, name, value);
    else if (!SINGLE.includes(name)) setOwn(headers, name, `${before}, ${value}`);
  }
  return headers;
}
