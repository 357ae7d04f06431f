const DURATION = /^(\d{1,9}(?:\.\d{1,3})?)(ms|s|m|h)$/;
const UNIT_MS: Readonly<Record<string, number>> = { ms: 1, s: 1000, m: 60_000, h: 3_600_000 };

/** The milliseconds of a duration such as `500ms`, `10s` or `1m`; null when it is none. */
export function decodeDuration(text: string): number | null {
  const [, amount, unit = ''] = DURATION.exec(text.trim()) ?? [];
  const unitMs = UNIT_MS[unit];
  if (amount === undefined || unitMs === undefined) return null;
  return Math.round(Number(amount) * unitMs);
}
