/** Milliseconds as people say them: `350 ms`, `1.5 s`, `59 s`, `5 min`. */
export function renderDuration(ms: number): string {
  if (ms < 999.5) return `${Math.round(ms)} ms`;
  if (ms < 600_000) return `${round(ms / 1000)} s`;
  return `${round(ms / 60_000)} min`;
}

function round(value: number): number {
  return value < 100 ? Math.round(value * 10) / 10 : Math.round(value);
}
