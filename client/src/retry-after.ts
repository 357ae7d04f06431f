/**
 * Milliseconds a Retry-After value asks to wait, counted from `now`.
 *
 * Seconds, the most where several are listed, or an HTTP date; a date in the past is 0; anything else (negative, `NaN`, blank) is null, as if absent.
 */
export function decodeRetryAfter(value: string | null, now: number): number | null {
  if (value === null) return null;
  // A header sent twice, as when a proxy adds its own, arrives as one list.
  if (/^\d+(\.\d+)?( *, *\d+(\.\d+)?)*$/.test(value)) {
    return Math.ceil(Math.max(...value.split(',').map(Number)) * 1000);
  }
  // Date.parse reads "-5" and "1" as dates too, so only what begins with a weekday is given to it.
  if (!/^(Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*,? /.test(value)) return null;
  // The asctime form has no zone, and Date.parse would take it for local time.
  const at = Date.parse(/(GMT|UTC)$/.test(value) ? value : `${value} GMT`);
  return Number.isNaN(at) ? null : Math.max(0, at - now);
}
