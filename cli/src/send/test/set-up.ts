import type { Clock } from '@understudy/client';
import type { Io, StopReason } from '../../io.ts';
import type { Fetch } from '../contact.ts';
import { type SendOptions, type SendSurroundings, send } from '../send.ts';
import { createVirtualClock } from './virtual-clock.ts';

export const noon = Date.UTC(2026, 10, 23, 12);
export const url = 'http://127.0.0.1:4010';

export const standardOptions: SendOptions = {
  file: undefined,
  url,
  pushKey: 'key-of-a-test-1234',
  dialect: 'rudderstack',
  concurrency: 8,
  timeoutMs: 30_000,
  json: true,
  dryRun: false,
  live: false,
};

/** One chunk of text, or chunks as they come. */
export type TestInput = string | AsyncIterable<Uint8Array>;

/** An io that remembers what was written; `stop` asks the command to stop. */
export function createTestIo(input: TestInput, { isTerminal = false } = {}) {
  const texts = { stdout: '', stderr: '' };
  const listeners = new Set<(reason: StopReason) => void>();
  const write = (to: 'stdout' | 'stderr', text: string): void => {
    texts[to] += text;
  };
  const io: Io = {
    stdin: { isTerminal, chunks: typeof input === 'string' ? chunksOf(input) : input },
    stdout: { write: (text) => write('stdout', text), isTerminal },
    stderr: { write: (text) => write('stderr', text), isTerminal },
    env: {},
    pid: 1,
    onStop(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    elapsed: () => 0,
    sleep: () => Promise.resolve(),
  };
  const stop = (reason: StopReason): void => {
    for (const listener of listeners) listener(reason);
  };
  return { io, texts, stop };
}

async function* chunksOf(text: string): AsyncGenerator<Uint8Array> {
  yield new TextEncoder().encode(text);
}

export type Run = {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
  /** What was printed as JSON; null if that was no JSON. */
  readonly summary: unknown;
  /** How long it took on the virtual clock. */
  readonly tookMs: number;
};

export type RunOptions = Partial<SendOptions> &
  Pick<SendSurroundings, 'every'> & {
    readonly isTerminal?: boolean;
    /** Is given a way to stop the run, before it begins. */
    readonly onStart?: (stop: (reason: StopReason) => void) => void;
  };

/** Sends an input to a service that is made around the clock of the run; no time passes in truth. */
export async function run(
  input: TestInput,
  toService: (clock: Clock) => Fetch,
  { isTerminal = false, every, onStart, ...options }: RunOptions = {},
): Promise<Run> {
  let busy = 0;
  const clock = createVirtualClock(noon, () => busy > 0);
  const service = toService(clock);
  const fetch: Fetch = async (request) => {
    busy += 1;
    try {
      return await service(request);
    } finally {
      busy -= 1;
    }
  };
  const { io, texts, stop } = createTestIo(input, { isTerminal });
  onStart?.(stop);
  const surroundings = { fetch, clock, random: () => 0.5, ...(every && { every }) };
  const code = await send({ ...standardOptions, ...options }, io, surroundings);
  return { code, ...texts, summary: parse(texts.stdout), tookMs: clock.now() - noon };
}

function parse(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return value;
  } catch {
    return null;
  }
}

export function toLines(messages: readonly unknown[]): string {
  return messages.map((message) => `${JSON.stringify(message)}\n`).join('');
}

/** The `number`th event of a user. */
export function track(user: string, number: number) {
  return { type: 'track', userId: user, event: 'Counted', properties: { number } };
}

export type SeenRequest = {
  readonly path: string;
  readonly body: Record<string, unknown>;
  readonly key: string | null;
};

/** A service that answers by the body, and what it was sent. */
export function createScriptedService(
  answer: (seen: SeenRequest, attempt: number) => Response | Error | Promise<Response>,
) {
  const seen: SeenRequest[] = [];
  const attempts = new Map<string, number>();
  const fetch: Fetch = async (request) => {
    const text = await request.text();
    const body: Record<string, unknown> = JSON.parse(text);
    const each = { path: new URL(request.url).pathname, body, key: request.headers.get('authorization') };
    seen.push(each);
    const attempt = (attempts.get(text) ?? 0) + 1;
    attempts.set(text, attempt);
    const answered = await answer(each, attempt);
    if (answered instanceof Error) throw answered;
    return answered;
  };
  return { fetch, seen };
}

export function accepted(): Response {
  return new Response(null, { status: 202 });
}

export function refused(status: number, text: string, headers: Record<string, string> = {}): Response {
  const body = JSON.stringify({ status, code: 'a_code', errors: [text] });
  return new Response(body, { status, headers: { 'content-type': 'application/json', ...headers } });
}

/** What fetch throws when nobody listens. */
export function nobody(): Error {
  const cause = Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' });
  return new TypeError('fetch failed', { cause });
}
