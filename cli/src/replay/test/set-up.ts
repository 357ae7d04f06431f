import type { Clock } from '@understudy/client';
import type { StopReason } from '../../io.ts';
import type { Fetch } from '../../outgoing/contact.ts';
import { createTestIo, noon, url } from '../../outgoing/test/set-up.ts';
import { createVirtualClock } from '../../outgoing/test/virtual-clock.ts';
import { type ReplayOptions, replay } from '../replay.ts';

export const standard: ReplayOptions = {
  file: undefined,
  url,
  pushKey: 'key-of-a-test-1234',
  allHosts: false,
  account: undefined,
  acceptedOnly: false,
  concurrency: 1,
  timeoutMs: 30_000,
  compare: false,
  json: true,
  live: false,
};

export type Entry = {
  readonly path?: string;
  readonly body?: unknown;
  readonly status?: number;
  readonly account?: string;
};

/** An archive of requests that a stand-in recorded. */
export const toHar = (entries: readonly Entry[]): string =>
  JSON.stringify({
    log: {
      version: '1.2',
      entries: entries.map(({ path = '/users', body = {}, status = 202, account }) => ({
        request: {
          method: 'POST',
          url: `http://localhost:4010${path}`,
          headers: [{ name: 'Content-Type', value: 'application/json' }],
          postData: { text: JSON.stringify(body) },
        },
        response: { status },
        _understudy: { account: account ?? null, whole: true },
      })),
    },
  });

export const numbered = (count: number): Entry[] =>
  Array.from({ length: count }, (_, number) => ({ body: { number } }));

export type RunOptions = Partial<ReplayOptions> & {
  readonly onStart?: (stop: (reason: StopReason) => void) => void;
};

/** Sends an archive to a service that is made around the clock of the run; no time passes in truth. */
export async function run(
  har: string,
  toService: (clock: Clock) => Fetch,
  { onStart, ...options }: RunOptions = {},
) {
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
  const { io, texts, stop } = createTestIo(har);
  onStart?.(stop);
  const code = await replay({ ...standard, ...options }, io, { fetch, clock });
  const summary = texts.stdout.startsWith('{') ? (JSON.parse(texts.stdout) as Record<string, unknown>) : {};
  return { code, ...texts, summary, tookMs: clock.now() - noon };
}

/** A service that answers by the number in the body, and the numbers it saw. */
export function createCounting(answer: (number: number, attempt: number) => Response | Error) {
  const seen: number[] = [];
  const attempts = new Map<number, number>();
  const fetch: Fetch = async (request) => {
    const { number } = (await request.json()) as { number: number };
    seen.push(number);
    const attempt = (attempts.get(number) ?? 0) + 1;
    attempts.set(number, attempt);
    const answered = answer(number, attempt);
    if (answered instanceof Error) throw answered;
    return answered;
  };
  return { seen, toService: () => fetch };
}
