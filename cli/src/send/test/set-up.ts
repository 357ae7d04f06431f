import type { Clock } from '@understudy/client';
import type { StopReason } from '../../io.ts';
import type { Fetch } from '../../outgoing/contact.ts';
import { createTestIo, noon, type TestInput, url } from '../../outgoing/test/set-up.ts';
import { createVirtualClock } from '../../outgoing/test/virtual-clock.ts';
import { type SendOptions, type SendSurroundings, send } from '../send.ts';

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
