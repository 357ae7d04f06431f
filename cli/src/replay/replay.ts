import { createHash } from 'node:crypto';
import type { Clock } from '@understudy/client';
import type { Io } from '../io.ts';
import { createContact, type Fetch } from '../outgoing/contact.ts';
import { createEnding, type Ending, EXIT_CODES } from '../outgoing/ending.ts';
import { openInput } from '../outgoing/open-input.ts';
import { type Every, everyInterval, showProgress } from '../outgoing/progress.ts';
import { toLostReason } from '../outgoing/stop-reason.ts';
import { systemClock } from '../outgoing/system-clock.ts';
import { checkLive, toTarget } from '../outgoing/target.ts';
import { toPrintableJson } from '../printable.ts';
import { UsageError } from '../usage-error.ts';
import { choose } from './choose.ts';
import { createComparison } from './comparison.ts';
import { readHar } from './read-har.ts';
import { readWhole } from './read-whole.ts';
import type { Choice, Recorded } from './recorded.ts';
import { type ResendOptions, resend } from './resend.ts';
import { MOST_SHOWN, renderSummary, type Summary, toSummaryJson } from './summary.ts';

export type ReplayOptions = {
  /** `-` or absent is stdin. */
  readonly file: string | undefined;
  readonly url: string;
  /** `dev` if absent. */
  readonly pushKey: string | undefined;
  /** Whether a request counts by its path alone. */
  readonly allHosts: boolean;
  /** The push key or handle of the only account that counts; any if absent. */
  readonly account: string | undefined;
  /** Whether only what was accepted counts. */
  readonly acceptedOnly: boolean;
  /** Requests under way at once; they begin in their order. */
  readonly concurrency: number;
  /** Longest time for one attempt. */
  readonly timeoutMs: number;
  /** Whether another status than the recorded one fails the run. */
  readonly compare: boolean;
  /** Whether the summary is one JSON object. */
  readonly json: boolean;
  /** Whether the real Userlist may be sent to. */
  readonly live: boolean;
};

/** What a test brings of its own. */
export type ReplaySurroundings = { readonly fetch?: Fetch; readonly clock?: Clock; readonly every?: Every };

const INPUT_WANTED = 'Name an HTTP Archive, or pipe one in: understudy replay FILE.har.';
const HANDLE = /^acct_[0-9a-f]{12}$/;
const MOST_ACCOUNTS_NAMED = 5;

/**
 * Sends the requests of an HTTP Archive again, in their order; resolves with the exit code.
 *
 * 0: all were answered; 1: one was not, the run had to stop, or a status differs where that is to be told; 128 + n after
 * a signal. Throws a UsageError before anything is sent.
 */
export async function replay(
  options: ReplayOptions,
  io: Io,
  surroundings: ReplaySurroundings = {},
): Promise<number> {
  const { concurrency, timeoutMs, json, compare } = options;
  const { clock = systemClock, every = everyInterval } = surroundings;
  const target = toTarget(options);
  checkLive(target, options.live);
  const input = await openInput(options.file, io.stdin, INPUT_WANTED);
  const recorded = readHar(await readWhole(input), input.name);
  const { taken, ignored } = chooseAll(recorded, options, target.url, input.name);

  const ending = createEnding(clock);
  const contact = createContact({
    fetch: surroundings.fetch ?? ((request) => globalThis.fetch(request)),
    clock,
    // In the next turn: an attempt cut while it fails would count as one that may have arrived.
    onLost: (code) => setImmediate(() => ending.stop(toLostReason(target.url, code))),
  });
  const comparison = createComparison(json ? Number.POSITIVE_INFINITY : MOST_SHOWN);
  const startedAt = clock.now();
  const deafen = io.onStop(ending.interrupt);
  const hideProgress = showProgress(io.stderr, every, () => {
    const { answered, lost } = comparison.now;
    const pauseMs = contact.opensAt - clock.now();
    return {
      read: taken.length,
      sent: answered,
      skipped: 0,
      problems: lost,
      pauseMs,
      isLost: contact.isLost,
    };
  });
  try {
    const sending: ResendOptions = { contact, ending, clock, target, timeoutMs };
    await inOrder(taken, concurrency, async (each) => comparison.add(each, await resend(each, sending)));
  } finally {
    hideProgress();
    deafen();
    ending.close();
  }

  const summary: Summary = {
    ...comparison.result(),
    url: target.url,
    entries: recorded.length,
    taken: taken.length,
    ignored,
    attempts: contact.attempts,
    durationMs: clock.now() - startedAt,
    stopped: ending.reason,
  };
  const code = toExitCode(summary, ending, compare);
  io.stdout.write(json ? `${toPrintableJson(toSummaryJson(summary, code))}\n` : renderSummary(summary));
  return code;
}

/** Begins the tasks one after the other, so many at once. */
async function inOrder<Item>(
  items: readonly Item[],
  atOnce: number,
  run: (item: Item) => Promise<void>,
): Promise<void> {
  const queue = items.values();
  const work = async (): Promise<void> => {
    for (const item of queue) await run(item);
  };
  await Promise.all(Array.from({ length: atOnce }, work));
}

function chooseAll(recorded: readonly Recorded[], options: ReplayOptions, url: string, name: string): Choice {
  const account = options.account === undefined ? null : toHandle(options.account);
  const { allHosts, acceptedOnly } = options;
  const choice = choose(recorded, { url, allHosts, acceptedOnly, account });
  if (recorded.length === 0) {
    throw new UsageError(`${name} has no requests; record some, and export them again.`);
  }
  if (choice.taken.length === 0) {
    const reasons = choice.ignored.map(({ reason, count }) => `${count} ${reason}`).join(', ');
    throw new UsageError(`${name} has no request that would be sent: ${reasons}.`);
  }
  const accounts = new Set(choice.taken.flatMap((each) => (each.account === null ? [] : [each.account])));
  if (accounts.size > 1) {
    const named = [...accounts].slice(0, MOST_ACCOUNTS_NAMED).join(', ');
    const more = accounts.size > MOST_ACCOUNTS_NAMED ? ', …' : '';
    throw new UsageError(
      `${name} has requests of ${accounts.size} accounts, which one key would mix; choose one with --account: ${named}${more}.`,
    );
  }
  return choice;
}

/** A push key stands for its account here too. */
function toHandle(account: string): string {
  return HANDLE.test(account)
    ? account
    : `acct_${createHash('sha256').update(account).digest('hex').slice(0, 12)}`;
}

function toExitCode(
  { lost, stopped, differing }: Summary,
  { interruption }: Ending,
  compare: boolean,
): number {
  if (interruption !== null) return EXIT_CODES[interruption];
  return lost > 0 || stopped !== null || (compare && differing > 0) ? 1 : 0;
}
