const SECONDS = /^\d{1,9}(?:\.\d{1,3})?$/;
/** Date.parse reads almost anything as a date; only what begins with a weekday and ends with a zone is one here. */
const HTTP_DATE = /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*, .* (?:GMT|UTC)$/;

/** The epoch millisecond until which a Retry-After asks to wait, counted from another; null when it cannot be read. */
export function decodeRetryAfter(value: string, from: number): number | null {
  const text = value.trim();
  if (SECONDS.test(text)) return from + Math.ceil(Number(text) * 1000);
  if (!HTTP_DATE.test(text)) return null;
  const at = Date.parse(text);
  return Number.isNaN(at) ? null : at;
}
