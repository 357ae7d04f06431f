import type { Exchange } from '../../engine/exchange.ts';
import { setOwn } from '../../engine/json.ts';

/** The headers of a request by lower-case name; of one that came twice the first. */
export function headersOf({ rawHeaders }: Pick<Exchange, 'rawHeaders'>): Record<string, string> {
  const headers: Record<string, string> = {};
  for (let index = rawHeaders.length - 2; index >= 0; index -= 2) {
    setOwn(headers, (rawHeaders[index] ?? '').toLowerCase(), rawHeaders[index + 1] ?? '');
  }
  return headers;
}
