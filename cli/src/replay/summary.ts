import { count, renderSeconds } from '../outgoing/render-counts.ts';
import { toPrintable } from '../printable.ts';
import type { Compared, Difference, Lost, Statuses } from './comparison.ts';
import type { Ignored } from './recorded.ts';

/** What a run came to. */
export type Summary = Compared & {
  readonly url: string;
  /** Requests in the archive, and those of them that were to be sent. */
  readonly entries: number;
  readonly taken: number;
  readonly ignored: readonly Ignored[];
  /** Requests made with all repetitions. */
  readonly attempts: number;
  readonly durationMs: number;
  /** Why the run ended before its end; null when it did not. */
  readonly stopped: string | null;
};

/** Lines of each kind that are shown. */
export const MOST_SHOWN = 20;
const LONGEST_PATH = 60;

/** The summary for a person; nothing in it can do harm on a terminal. */
export function renderSummary(summary: Summary): string {
  const { url, taken, answered, ignored, before, now, durationMs, attempts, stopped, unsent } = summary;
  const { differences, differing, losses, lost } = summary;
  const left = ignored.reduce((sum, each) => sum + each.count, 0);
  const waits = attempts - answered - lost;
  const lines = [
    `Sent ${answered + lost} of ${count(taken, 'request')} to ${url} in ${renderSeconds(durationMs)}.`,
    ...titled(
      'Ignored',
      left,
      ignored.map((each) => `${each.count} ${each.reason}`),
    ),
    ...(answered + lost === 0 ? [] : [`Then: ${renderStatuses(before)}. Now: ${renderStatuses(now)}.`]),
    ...titled('Differing', differing, shown(differing, differences, renderDifference)),
    ...titled('Without an answer', lost, shown(lost, losses, renderLost)),
    ...(waits > 0
      ? [`${count(waits, 'attempt')} more, since the rate limit was full or nobody was there.`]
      : []),
    ...(stopped === null ? [] : [stopped, `Stopped; ${count(unsent, 'request')} not sent.`]),
  ];
  return `${lines.map(toPrintable).join('\n')}\n`;
}

/** The summary for a program, in snake_case. */
export function toSummaryJson(summary: Summary, exitCode: number): unknown {
  const { url, entries, taken, ignored, answered, before, now, attempts, durationMs, stopped, unsent } =
    summary;
  const { differences, differing, losses, lost } = summary;
  return {
    url,
    entries,
    taken,
    ignored,
    answered,
    before,
    now,
    differing: { count: differing, entries: differences },
    lost: {
      count: lost,
      entries: losses.map(({ mayHaveArrived, ...each }) => ({ ...each, may_have_arrived: mayHaveArrived })),
    },
    unsent,
    attempts,
    duration_ms: Math.round(durationMs),
    stopped,
    exit_code: exitCode,
  };
}

function titled(title: string, all: number, lines: readonly string[]): string[] {
  return all === 0 ? [] : [`${title} ${all}:`, ...lines.map((line) => `  ${line}`)];
}

function shown<Item>(all: number, items: readonly Item[], render: (item: Item) => string): string[] {
  const lines = items.slice(0, MOST_SHOWN).map(render);
  return all > lines.length ? [...lines, `and ${all - lines.length} more`] : lines;
}

function renderStatuses(statuses: Statuses): string {
  return Object.entries(statuses)
    .map(([status, times]) => `${times} × ${status === 'none' ? 'no answer' : status}`)
    .join(', ');
}

function renderDifference({ entry, method, path, before, now }: Difference): string {
  return `entry ${entry}, ${method} ${path.slice(0, LONGEST_PATH)}: ${before} then, ${now} now`;
}

function renderLost({ entry, method, path, reason, mayHaveArrived }: Lost): string {
  const doubt = mayHaveArrived ? ' It may have arrived all the same.' : '';
  return `entry ${entry}, ${method} ${path.slice(0, LONGEST_PATH)}: ${reason}${doubt}`;
}
