import type { Clock } from '@understudy/client';

/** What the service does with one request. */
export type Step =
  | { status: number; headers?: Record<string, string>; body?: BodyInit | null; afterMs?: number }
  | { throws: unknown }
  | { hangs: true };

export type SeenRequest = {
  /** On the test clock, when it arrived. */
  at: number;
  /** On the test clock, when its answer left; absent without one. */
  answeredAt?: number;
  method: string;
  url: string;
  headers: Headers;
  redirect: string;
  body: string;
};

export type TestClock = Clock & { readonly slept: number[] };

export const noon = Date.UTC(2026, 10, 23, 12);

/** A clock on which every sleep is over at once and moves the time on. */
export function createTestClock(start = noon): TestClock {
  let now = start;
  const slept: number[] = [];
  return {
    slept,
    now: () => now,
    async sleep(ms, signal) {
      signal?.throwIfAborted();
      slept.push(ms);
      now += ms;
    },
  };
}

/** A fetch that answers by a script, the last step again and again, and keeps what it was sent. */
export function createScriptedService(steps: readonly Step[], clock: Clock = createTestClock()) {
  const requests: SeenRequest[] = [];

  async function fetch(request: Request): Promise<Response> {
    const { method, url, headers, redirect, signal } = request;
    const seen: SeenRequest = { at: clock.now(), method, url, headers, redirect, body: '' };
    const step = steps[Math.min(requests.length, steps.length - 1)] ?? { status: 202 };
    requests.push(seen);
    seen.body = await request.text();
    if ('throws' in step) throw step.throws;
    if ('hangs' in step) {
      return new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)));
    }
    if (step.afterMs !== undefined) await clock.sleep(step.afterMs);
    seen.answeredAt = clock.now();
    return new Response(step.body ?? null, { status: step.status, headers: step.headers ?? {} });
  }

  return { fetch, requests, clock };
}

/** A refusal as the vendor words it. */
export function refusal(
  status: number,
  code: string,
  text: string,
  headers: Record<string, string> = {},
): Step {
  return {
    status,
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ status, code, errors: [text] }),
  };
}

/** The refusal of a full window. */
export function tooManyRequests(retryAfter: string): Step {
  return refusal(429, 'too_many_requests', 'Rate limit of 1000 requests per 60 seconds exceeded.', {
    'x-ratelimit-limit': '1000',
    'x-ratelimit-remaining': '0',
    'x-ratelimit-reset': String(Math.ceil(noon / 1000) + 59),
    'retry-after': retryAfter,
  });
}
