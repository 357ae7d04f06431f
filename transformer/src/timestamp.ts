/** Above this, a number counts milliseconds; below, seconds. In seconds it is the year 5138. [assumed] */
const mostSeconds = 1e11;

const yearZero = -62_167_219_200_000;
const yearTenThousand = 253_402_300_800_000;

/**
 * Turns a moment of a message into a timestamp; undefined for what is none.
 *
 * Text is kept as it is. Numbers are Unix seconds, or milliseconds above 10^11, and become RFC 3339 text in UTC with
 * milliseconds; so do Dates. Moments RFC 3339 has no year for are none.
 */
export function toTimestamp(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return render(Math.abs(value) > mostSeconds ? value : value * 1000);
  return isDate(value) ? render(value.getTime()) : undefined;
}

function render(milliseconds: number): string | undefined {
  const whole = Math.round(milliseconds);
  return whole >= yearZero && whole < yearTenThousand ? new Date(whole).toISOString() : undefined;
}

function isDate(value: unknown): value is Date {
  // A Date from another realm, such as a sandboxed function, is no instance of this realm's Date.
  return Object.prototype.toString.call(value) === '[object Date]';
}
