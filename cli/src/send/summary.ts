import { count, renderSeconds } from '../outgoing/render-counts.ts';
import { toPrintable } from '../printable.ts';
import type { Counts, Failure, Listed, Problem } from './tally.ts';

/** What a run came to. */
export type Summary = Counts & {
  readonly url: string;
  /** True when nothing was to be sent: `sent` is then what would have been. */
  readonly dryRun: boolean;
  /** Lines that were not blank. */
  readonly messages: number;
  /** The last line that was read, blank ones counted. */
  readonly lastLine: number;
  /** Requests begun, and requests made with all repetitions. */
  readonly requests: number;
  readonly attempts: number;
  readonly durationMs: number;
  /** Why the run ended before its input; null when it did not. */
  readonly stopped: string | null;
  /** What else is worth a sentence. */
  readonly notes: readonly string[];
};

/** Lines of each kind that are shown with their reasons. */
export const MOST_SHOWN = 20;

/** The summary for a person; nothing in it can do harm on a terminal. */
export function renderSummary(summary: Summary): string {
  const { sent, skipped, rejected, unreadable, failed, unsent, requests, attempts } = summary;
  const { dryRun, messages, lastLine, stopped, notes, url, durationMs } = summary;
  const lines = [
    dryRun
      ? `Nothing was sent. ${sent} of ${count(messages, 'message')} would be.`
      : `Sent ${sent} of ${count(messages, 'message')} to ${url} in ${renderSeconds(durationMs)}.`,
    ...titled(
      'Skipped',
      skipped,
      skipped.reasons.map((each) => `${each.count} × ${each.reason}`),
    ),
    ...titled('Rejected', rejected, shown(rejected, renderProblem)),
    ...titled('Unreadable', unreadable, shown(unreadable, renderProblem)),
    ...titled('Failed', failed, shown(failed, renderFailure)),
    ...(dryRun ? [] : [`${count(requests, 'request')}, ${count(attempts - requests, 'retry', 'retries')}.`]),
    ...notes,
  ];
  if (stopped !== null) {
    const first = unsent.first === null ? '' : `, the first of them line ${unsent.first}`;
    lines.push(stopped);
    lines.push(
      `Stopped after line ${lastLine}; ${count(unsent.count, 'line')} up to there not sent${first}.`,
    );
  }
  return `${lines.map(toPrintable).join('\n')}\n`;
}

/** The summary for a program, in snake_case; complete as far as the counts are. */
export function toSummaryJson(summary: Summary, exitCode: number): unknown {
  const { url, dryRun, messages, lastLine, sent, skipped, requests, attempts, durationMs, stopped, notes } =
    summary;
  const { rejected, unreadable, failed, unsent } = summary;
  return {
    url,
    dry_run: dryRun,
    messages,
    last_line: lastLine,
    sent,
    skipped,
    rejected: { count: rejected.count, lines: rejected.items },
    unreadable: { count: unreadable.count, lines: unreadable.items },
    failed: {
      count: failed.count,
      lines: failed.items.map(({ mayHaveArrived, ...failure }) => ({
        ...failure,
        may_have_arrived: mayHaveArrived,
      })),
    },
    unsent: { count: unsent.count, first: unsent.first, lines: unsent.items.map(({ line }) => line) },
    requests,
    attempts,
    retries: attempts - requests,
    duration_ms: Math.round(durationMs),
    stopped,
    notes,
    exit_code: exitCode,
  };
}

function titled(
  title: string,
  { count: all }: { readonly count: number },
  lines: readonly string[],
): string[] {
  return all === 0 ? [] : [`${title} ${all}:`, ...lines.map((line) => `  ${line}`)];
}

function shown<Item>({ count: all, items }: Listed<Item>, render: (item: Item) => string): string[] {
  const lines = items.slice(0, MOST_SHOWN).map(render);
  return all > lines.length ? [...lines, `and ${all - lines.length} more`] : lines;
}

function renderProblem({ line, reason }: Problem): string {
  return `line ${line}: ${reason}`;
}

function renderFailure({ line, status, errors, mayHaveArrived }: Failure): string {
  const doubt = mayHaveArrived ? ' (may have arrived all the same)' : '';
  return `line ${line}: ${[status, errors.join('; ')].filter((part) => part !== null && part !== '').join(' ')}${doubt}`;
}
