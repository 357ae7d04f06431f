import type { Output } from '../io.ts';

/** How far a run has come. */
export type ProgressView = {
  readonly read: number;
  readonly sent: number;
  readonly skipped: number;
  readonly problems: number;
  /** Milliseconds until the rate limit lets requests pass again; 0 or less when it does. */
  readonly pauseMs: number;
  /** Whether the last attempt found nobody. */
  readonly isLost: boolean;
};

/** Calls back again and again until the returned function is called. */
export type Every = (ms: number, callback: () => void) => () => void;

/** Calls back by the clock on the wall. */
export const everyInterval: Every = (ms, callback) => {
  const timer = setInterval(callback, ms);
  return () => clearInterval(timer);
};

const REDRAW_MS = 200;
const MOST_COLUMNS = 79;
const CLEAR_LINE = '\r\u001b[2K';

/** Keeps one line on a terminal up to date, and writes nothing elsewhere; the returned function removes it. */
export function showProgress(output: Output, every: Every, look: () => ProgressView): () => void {
  if (!output.isTerminal) return () => undefined;
  const end = every(REDRAW_MS, () => output.write(`${CLEAR_LINE}${renderProgress(look())}`));
  return () => {
    end();
    output.write(CLEAR_LINE);
  };
}

/** One line that fits on the narrowest usual terminal; a longer one could not be removed again. */
export function renderProgress({ read, sent, skipped, problems, pauseMs, isLost }: ProgressView): string {
  const parts = [`sent ${sent} of ${read}`];
  if (isLost) parts.push('no connection, trying again');
  else if (pauseMs > 0) parts.push(`waiting ${Math.ceil(pauseMs / 1000)} s for the rate limit`);
  if (skipped > 0) parts.push(`skipped ${skipped}`);
  if (problems > 0) parts.push(`problems ${problems}`);
  return parts.join(', ').slice(0, MOST_COLUMNS);
}
