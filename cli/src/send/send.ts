import { type Clock, createPushClient, type PushClient } from '@understudy/client';
import type { Dialect } from '@understudy/transformer';
import type { Io } from '../io.ts';
import { type Contact, createContact, type Fetch } from '../outgoing/contact.ts';
import { createEnding, type Ending, EXIT_CODES } from '../outgoing/ending.ts';
import { openInput, toReadReason, untilAborted } from '../outgoing/open-input.ts';
import { type Every, everyInterval, showProgress } from '../outgoing/progress.ts';
import { toLostReason } from '../outgoing/stop-reason.ts';
import { systemClock } from '../outgoing/system-clock.ts';
import { checkLive, type Target, toTarget } from '../outgoing/target.ts';
import { toPrintableJson } from '../printable.ts';
import { UsageError } from '../usage-error.ts';
import { createDelivery } from './delivery.ts';
import { printRequests } from './dry-run.ts';
import { createLanes } from './lanes.ts';
import { prepareLines } from './prepare-lines.ts';
import { readLines } from './read-lines.ts';
import { toUser } from './request-ids.ts';
import { MOST_SHOWN, renderSummary, type Summary, toSummaryJson } from './summary.ts';
import { createTally } from './tally.ts';

export type SendOptions = {
  /** `-` or absent is stdin. */
  readonly file: string | undefined;
  readonly url: string;
  /** `dev` if absent. */
  readonly pushKey: string | undefined;
  readonly dialect: Dialect;
  /** Messages under way at once. */
  readonly concurrency: number;
  /** Longest time for one attempt. */
  readonly timeoutMs: number;
  /** Whether the summary is one JSON object. */
  readonly json: boolean;
  /** Whether requests are printed and not sent. */
  readonly dryRun: boolean;
  /** Whether the real Userlist may be sent to. */
  readonly live: boolean;
};

/** What a test brings of its own. */
export type SendSurroundings = {
  readonly fetch?: Fetch;
  readonly clock?: Clock;
  /** A number from 0 up to 1, for the spread of pauses. */
  readonly random?: () => number;
  readonly every?: Every;
};

const INPUT_WANTED = 'Name a file of messages, or pipe one in: understudy send FILE.ndjson.';
/** Messages that wait or are under way; reading pauses beyond that, so that no input is too long. */
const MOST_TASKS = 1000;
const MOST_BYTES = 16 * 1024 * 1024;
/** Longest time for one message with all its attempts; a Retry-After extends it. */
const BUDGET_MS = 120_000;

/**
 * Sends the messages of a file, one a line, in the order of their lines for each user; resolves with the exit code.
 *
 * 0: all that is not skipped was sent; 1: a line was unreadable, rejected or failed, or the run had to stop; 128 + n
 * after a signal. Throws a UsageError for options that cannot work, before anything is sent.
 *
 * The order holds for a user: a company that two users belong to may see their messages in another order. A request
 * whose answer was lost is sent again, so that an event may, rarely, arrive twice.
 */
export async function send(
  options: SendOptions,
  io: Io,
  surroundings: SendSurroundings = {},
): Promise<number> {
  const { dialect, concurrency, json, dryRun } = options;
  const { clock = systemClock, every = everyInterval } = surroundings;
  const target = toTarget(options);
  if (!dryRun) checkLive(target, options.live);
  const { url } = target;
  const ending = createEnding(clock);
  const contact = createContact({
    fetch: surroundings.fetch ?? ((request) => globalThis.fetch(request)),
    clock,
    // In the next turn: an attempt cut while it fails would count as one that may have arrived.
    onLost: (code) => setImmediate(() => ending.stop(toLostReason(url, code))),
  });
  const client = createClient(target, options, contact, { ...surroundings, clock });
  const input = await openInput(options.file, io.stdin, INPUT_WANTED);

  const tally = createTally(json ? Number.POSITIVE_INFINITY : MOST_SHOWN);
  const delivery = createDelivery({ client, contact, ending, tally, url, pushKey: target.pushKey });
  const lanes = createLanes({ concurrency, mostTasks: MOST_TASKS, mostBytes: MOST_BYTES });
  const startedAt = clock.now();
  let messages = 0;
  let lastLine = 0;
  let readFailure: string | null = null;

  const chunks = untilAborted(input.chunks, ending.stopped, (error) => {
    readFailure = toReadReason(input.name, error);
  });
  const deafen = io.onStop(ending.interrupt);
  // A dry run may write to the same terminal.
  const progressOutput = { ...io.stderr, isTerminal: io.stderr.isTerminal && !dryRun };
  const hideProgress = showProgress(progressOutput, every, () => {
    const pauseMs = contact.opensAt - clock.now();
    return { read: messages, ...tally.now, pauseMs, isLost: contact.isLost };
  });
  try {
    for await (const prepared of prepareLines(readLines(chunks), dialect)) {
      const { line } = prepared;
      messages += 1;
      lastLine = line;
      if (prepared.kind === 'skipped') tally.skip(prepared.reason);
      else if (prepared.kind === 'rejected') tally.reject({ line, reason: prepared.reason });
      else if (prepared.kind !== 'requests') tally.unreadable({ line, reason: prepared.reason });
      else if (dryRun) {
        await printRequests(io.stdout, line, prepared.requests);
        tally.sent();
      } else {
        const { requests, bytes } = prepared;
        const [first] = requests;
        if (first !== undefined) lanes.add(toUser(first), bytes, () => delivery.deliver(line, requests));
        await lanes.room();
      }
    }
    await lanes.idle();
  } finally {
    hideProgress();
    deafen();
    ending.close();
    input.close();
  }

  const summary: Summary = {
    ...tally.counts(),
    url,
    dryRun,
    messages,
    lastLine,
    requests: delivery.requests,
    attempts: contact.attempts,
    durationMs: clock.now() - startedAt,
    stopped: ending.reason ?? readFailure,
    notes: toNotes(delivery.unusual, url),
  };
  const code = toExitCode(summary, ending);
  // A dry run has its requests on stdout, and a pipe behind it wants nothing else.
  const output = dryRun ? io.stderr : io.stdout;
  output.write(json ? `${toPrintableJson(toSummaryJson(summary, code))}\n` : renderSummary(summary));
  return code;
}

function createClient(
  { url, pushKey }: Target,
  { timeoutMs }: SendOptions,
  { fetch }: Contact,
  { clock, random }: SendSurroundings & { readonly clock: Clock },
): PushClient {
  try {
    const retry = { budgetMs: BUDGET_MS };
    return createPushClient({
      pushKey,
      baseUrl: url,
      fetch,
      timeoutMs,
      retry,
      clock,
      ...(random && { random }),
    });
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    const text = error.message.replace(/^@understudy\/client: /, '');
    throw new UsageError(text.replace('pushKey', '--push-key').replace('timeoutMs', '--timeout'));
  }
}

function toExitCode({ rejected, unreadable, failed, stopped }: Summary, { interruption }: Ending): number {
  if (interruption !== null) return EXIT_CODES[interruption];
  return rejected.count + unreadable.count + failed.count > 0 || stopped !== null ? 1 : 0;
}

function toNotes(unusual: number, url: string): string[] {
  if (unusual === 0) return [];
  return [`${unusual} of the answers had another status than 202; check that ${url} is a Push API.`];
}
