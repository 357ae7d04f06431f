import { describe, expect, it } from 'vitest';
import { noon, refusal, tooManyRequests } from './scripted-service.ts';
import { cut, message, refusedConnection, setUp, user } from './set-up.ts';

describe('a full window', () => {
  it('is waited out, not a millisecond less than Retry-After', async () => {
    const { client, requests } = setUp([tooManyRequests('59'), { status: 202 }]);
    expect(await client.users.push(user)).toMatchObject({ ok: true, attempts: 2 });
    expect(requests.map(({ at }) => at - noon)).toEqual([0, 59_250]);
  });

  it('is waited out when Retry-After is a date', async () => {
    const { client, requests } = setUp(
      [tooManyRequests(new Date(noon + 59_000).toUTCString()), { status: 202 }],
      {
        random: () => 0,
      },
    );
    await client.users.push(user);
    expect(requests.map(({ at }) => at - noon)).toEqual([0, 59_000]);
  });

  it('is waited out even if the budget is shorter', async () => {
    const { client, requests } = setUp([tooManyRequests('59'), { status: 202 }], {
      retry: { budgetMs: 1000 },
    });
    expect(await client.users.push(user)).toMatchObject({ ok: true, attempts: 2 });
    expect(requests).toHaveLength(2);
  });

  it('that never opens ends the call after the budget, with what the service said last', async () => {
    const { client, clock, requests } = setUp([tooManyRequests('59')]);
    expect(await client.users.push(user)).toEqual({
      ok: false,
      kind: 'http',
      status: 429,
      code: 'too_many_requests',
      errors: ['Rate limit of 1000 requests per 60 seconds exceeded.'],
      rateLimit: { limit: 1000, remaining: 0, resetAt: noon + 59_000, retryAfterMs: 59_000 },
      attempts: 6,
      unknown: false,
    });
    expect(requests).toHaveLength(6);
    expect(clock.now() - noon).toBeLessThan(300_000 + 59_000 + 30_000);
  });

  it('stays on record when a later attempt meets another failure', async () => {
    const { client } = setUp([tooManyRequests('59'), { status: 503 }], { retry: { maxAttempts: 2 } });
    const result = await client.users.push(user);
    expect(result).toMatchObject({ status: 503, rateLimit: { limit: 1000, retryAfterMs: 59_000 } });
  });

  it('is not waited out when Retry-After is absurd', async () => {
    const { client, clock } = setUp([tooManyRequests('86400')]);
    const result = await client.users.push(user);
    expect(result).toMatchObject({ status: 429, attempts: 1, rateLimit: { retryAfterMs: 86_400_000 } });
    expect(clock.slept).toEqual([]);
  });

  it.each(['-5', 'NaN', 'soon', ''])(
    'is retried with the usual pause when Retry-After is %j',
    async (value) => {
      const { client, clock } = setUp([tooManyRequests(value), { status: 202 }]);
      expect(await client.users.push(user)).toMatchObject({ ok: true, attempts: 2 });
      expect(clock.slept).toEqual([250]);
    },
  );
});

describe('a failure that may pass', () => {
  it.each([408, 500, 502, 503, 504, 599])('with %i is retried, for a message too', async (status) => {
    for (const push of ['users', 'messages'] as const) {
      const { client, requests } = setUp([{ status }, { status: 202 }]);
      const result = push === 'users' ? await client.users.push(user) : await client.messages.push(message);
      expect(result).toMatchObject({ ok: true, attempts: 2 });
      expect(requests).toHaveLength(2);
    }
  });

  it('is retried after pauses that grow', async () => {
    const { client, clock } = setUp([
      { status: 500 },
      { status: 500 },
      { status: 500 },
      { status: 500 },
      { status: 202 },
    ]);
    await client.users.push(user);
    expect(clock.slept).toEqual([250, 500, 1000, 2000]);
  });

  it('that stays ends the call after five minutes at most', async () => {
    const { client, clock } = setUp([refusal(503, 'service_unavailable', 'Down')]);
    const result = await client.users.push(user);
    expect(result).toMatchObject({ kind: 'http', status: 503, errors: ['Down'], attempts: 25 });
    expect(clock.now() - noon).toBeGreaterThan(270_000);
    expect(clock.now() - noon).toBeLessThanOrEqual(300_000);
  });

  it('ends the call after 50 attempts when pauses take no time', async () => {
    const { client } = setUp([{ status: 503 }], { random: () => 0 });
    expect(await client.users.push(user)).toMatchObject({ status: 503, attempts: 50 });
  });

  it('is not retried when retries are off', async () => {
    const { client, requests } = setUp([tooManyRequests('1')], { retry: false });
    expect(await client.users.push(user)).toMatchObject({ status: 429, attempts: 1 });
    expect(requests).toHaveLength(1);
  });
});

describe('an unknown outcome', () => {
  it.each([
    ['cut', { throws: cut }],
    ['timed out', { hangs: true as const }],
  ])('is retried: %s', async (_, step) => {
    const { client } = setUp([step, { status: 202 }]);
    expect(await client.users.push(user)).toMatchObject({ ok: true, attempts: 2 });
  });

  it('of a message is final when the connection was cut', async () => {
    const { client, requests } = setUp([{ throws: cut }, { status: 202 }]);
    expect(await client.messages.push(message)).toEqual({
      ok: false,
      kind: 'network',
      status: null,
      code: 'network_error',
      errors: ['No answer came: fetch failed'],
      cause: cut,
      rateLimit: null,
      attempts: 1,
      unknown: true,
    });
    expect(requests).toHaveLength(1);
  });

  it('of a message is final when it timed out', async () => {
    const { client, clock } = setUp([{ hangs: true }, { status: 202 }]);
    expect(await client.messages.push(message)).toMatchObject({
      kind: 'timeout',
      code: 'timed_out',
      unknown: true,
    });
    expect(clock.now() - noon).toBe(30_000);
  });

  it('of a message is retried with retry.unknown', async () => {
    const { client } = setUp([{ throws: cut }, { hangs: true }, { status: 202 }], {
      retry: { unknown: true },
    });
    expect(await client.messages.push(message)).toMatchObject({ ok: true, attempts: 3 });
  });

  it('stays on record when a later attempt is refused', async () => {
    const { client } = setUp([{ throws: cut }, refusal(422, 'unprocessable_content', 'User must exist')]);
    expect(await client.users.push(user)).toMatchObject({
      kind: 'http',
      status: 422,
      attempts: 2,
      unknown: true,
    });
  });

  it('it is not when no connection came about, so a message is retried', async () => {
    const { client } = setUp([{ throws: refusedConnection }, { status: 202 }]);
    expect(await client.messages.push(message)).toMatchObject({ ok: true, attempts: 2 });
  });
});

describe('a network failure that stays', () => {
  it('is given with what fetch threw', async () => {
    const { client } = setUp([{ throws: refusedConnection }], { retry: { maxAttempts: 3 } });
    expect(await client.users.push(user)).toMatchObject({
      kind: 'network',
      cause: refusedConnection,
      attempts: 3,
      unknown: false,
    });
  });
});

describe('a machine that slept through a pause', () => {
  it('gives up with the last failure when the budget is over', async () => {
    let now = noon;
    const clock = {
      now: () => now,
      async sleep() {
        now += 10 * 3_600_000;
      },
    };
    const { client, requests } = setUp([{ status: 503 }], { clock });
    expect(await client.users.push(user)).toMatchObject({ kind: 'http', status: 503, attempts: 1 });
    expect(requests).toHaveLength(1);
  });
});
