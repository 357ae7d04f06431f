import { createPushClient } from '@understudy/client';
import { describe, expect, it, vi } from 'vitest';
import { createTestClock, noon, tooManyRequests } from './scripted-service.ts';
import { pushKey, setUp, user } from './set-up.ts';

describe('a service that never answers', () => {
  it('costs timeoutMs an attempt and the budget in all', async () => {
    const { client, clock, requests } = setUp([{ hangs: true }], {
      timeoutMs: 2000,
      retry: { budgetMs: 10_000 },
    });
    expect(await client.users.push(user)).toMatchObject({
      kind: 'timeout',
      attempts: requests.length,
      unknown: true,
    });
    expect(requests.map(({ at }) => at - noon)).toEqual([0, 2250, 4750, 7750]);
    expect(clock.now() - noon).toBe(9750);
  });

  it('costs no more than the budget even when one attempt may take longer', async () => {
    const { client, clock } = setUp([{ hangs: true }], { retry: { budgetMs: 1000 } });
    expect(await client.users.push(user)).toMatchObject({ kind: 'timeout', attempts: 1 });
    expect(clock.now() - noon).toBe(1000);
  });

  it('is left alone even by a fetch that pays no heed to signals, whose late answer is cancelled', async () => {
    let cancelled = () => {};
    const cancellation = new Promise<void>((resolve) => {
      cancelled = resolve;
    });
    let answer = (_: Response) => {};
    const client = createPushClient({
      pushKey,
      retry: false,
      clock: createTestClock(),
      fetch: () =>
        new Promise((resolve) => {
          answer = resolve;
        }),
    });
    expect(await client.users.push(user)).toMatchObject({ kind: 'timeout', attempts: 1 });
    answer(new Response(new ReadableStream({ cancel: () => cancelled() }), { status: 202 }));
    await expect(cancellation).resolves.toBeUndefined();
  });
});

describe('aborting', () => {
  it('before the call sends nothing', async () => {
    const { client, requests } = setUp([{ status: 202 }]);
    const result = await client.users.push(user, { signal: AbortSignal.abort('stop') });
    expect(result).toEqual({
      ok: false,
      kind: 'aborted',
      status: null,
      code: 'aborted',
      errors: ['The call was aborted.'],
      cause: 'stop',
      rateLimit: null,
      attempts: 0,
      unknown: false,
    });
    expect(requests).toEqual([]);
  });

  it('in a request ends the call at once and leaves the outcome unknown', async () => {
    const abort = new AbortController();
    const { client, fetch, clock } = setUp([{ hangs: true }], {
      fetch: (request) => {
        queueMicrotask(() => abort.abort('stop'));
        return fetch(request);
      },
    });
    expect(await client.users.push(user, { signal: abort.signal })).toMatchObject({
      kind: 'aborted',
      cause: 'stop',
      attempts: 1,
      unknown: true,
    });
    expect(clock.slept).toEqual([]);
  });

  it('in a pause ends the call at once, even on a clock that sleeps on, and keeps what the service said', async () => {
    const abort = new AbortController();
    const clock = {
      now: () => noon,
      sleep: () => {
        abort.abort('stop');
        return new Promise<void>(() => {});
      },
    };
    const { client, requests } = setUp([tooManyRequests('59')], { clock });
    expect(await client.users.push(user, { signal: abort.signal })).toMatchObject({
      kind: 'aborted',
      attempts: 1,
      rateLimit: { retryAfterMs: 59_000 },
      unknown: false,
    });
    expect(requests).toHaveLength(1);
  });

  it('after acceptance, while the body is read, changes nothing', async () => {
    const abort = new AbortController();
    const body = new ReadableStream({ pull: () => abort.abort('late') }, { highWaterMark: 0 });
    const { client } = setUp([{ status: 202, body }]);
    expect(await client.users.push(user, { signal: abort.signal })).toMatchObject({ ok: true, attempts: 1 });
  });

  it('leaves no listener on a signal that outlives the call', async () => {
    const { signal } = new AbortController();
    const added = vi.spyOn(signal, 'addEventListener');
    const removed = vi.spyOn(signal, 'removeEventListener');
    const { client } = setUp([{ status: 503 }, tooManyRequests('1'), { status: 202 }]);
    await client.users.push(user, { signal });
    expect(added.mock.calls.length).toBeGreaterThan(0);
    const removals = removed.mock.calls.map(([, listener]) => listener);
    for (const [, listener] of added.mock.calls) expect(removals).toContain(listener);
  });
});
