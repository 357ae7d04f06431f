import { describe, expect, it } from 'vitest';
import { noon, refusal } from './scripted-service.ts';
import { setUp, user } from './set-up.ts';

describe('a refusal', () => {
  it.each([400, 401, 403, 404, 413, 422])('with %i is final', async (status) => {
    const { client, requests } = setUp([refusal(status, 'a_code', 'A text')]);
    expect(await client.users.push(user)).toEqual({
      ok: false,
      kind: 'http',
      status,
      code: 'a_code',
      errors: ['A text'],
      rateLimit: null,
      attempts: 1,
      unknown: false,
    });
    expect(requests).toHaveLength(1);
  });

  it('from a proxy, in HTML, gives its beginning', async () => {
    const { client } = setUp([
      { status: 404, headers: { 'content-type': 'text/html' }, body: '<h1>No such host</h1>' },
    ]);
    expect(await client.users.push(user)).toMatchObject({ code: null, errors: ['<h1>No such host</h1>'] });
  });

  it('without a body gives its status', async () => {
    const { client } = setUp([{ status: 401, headers: { 'content-length': '0' } }]);
    expect(await client.users.push(user)).toMatchObject({ status: 401, code: null, errors: [] });
  });

  it('with a body without end is read to 64 KiB, and the rest is cancelled', async () => {
    let sent = 0;
    let cancelled = false;
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        sent += 16_384;
        controller.enqueue(new Uint8Array(16_384).fill(120));
      },
      cancel() {
        cancelled = true;
      },
    });
    const { client } = setUp([{ status: 422, body: endless }]);
    expect(await client.users.push(user)).toMatchObject({
      status: 422,
      code: null,
      errors: ['x'.repeat(300)],
    });
    expect(cancelled).toBe(true);
    expect(sent).toBeLessThan(200_000);
  });

  it('whose body never ends is known by its status once the time is up', async () => {
    let cancelled = false;
    const stuck = new ReadableStream<Uint8Array>({
      start(controller) {
        controller.enqueue(new TextEncoder().encode('{"errors":'));
      },
      cancel() {
        cancelled = true;
      },
    });
    const { client, clock } = setUp([{ status: 422, body: stuck }]);
    expect(await client.users.push(user)).toMatchObject({
      kind: 'http',
      status: 422,
      errors: [],
      attempts: 1,
    });
    expect(clock.now()).toBe(noon + 30_000);
    expect(cancelled).toBe(true);
  });
});

describe('a redirect', () => {
  it('is not followed and is final', async () => {
    const { client, requests } = setUp([
      { status: 307, headers: { location: 'https://elsewhere.example.com/' } },
    ]);
    const result = await client.users.push(user);
    expect(result).toMatchObject({
      kind: 'http',
      status: 307,
      errors: [expect.stringContaining('redirect')],
    });
    expect(requests).toHaveLength(1);
  });

  it('whose status a browser hides is status 0', async () => {
    const hidden: Response = Object.defineProperties(new Response(null), {
      status: { value: 0 },
      ok: { value: false },
    });
    const { client } = setUp([], { fetch: async () => hidden });
    expect(await client.users.push(user)).toMatchObject({ kind: 'http', status: 0, attempts: 1 });
  });
});

describe('an accepted call', () => {
  it.each([200, 201, 204])('may be %i', async (status) => {
    const { client } = setUp([{ status }]);
    expect(await client.users.push(user)).toMatchObject({ ok: true, status });
  });

  it('carries the rate-limit facts when the service sends them', async () => {
    const { client } = setUp([{ status: 202, headers: { 'x-ratelimit-remaining': '998' } }]);
    expect(await client.users.push(user)).toMatchObject({
      ok: true,
      rateLimit: { remaining: 998, limit: null },
    });
  });

  it('is not sent again when its body breaks or never ends', async () => {
    const broken = new ReadableStream({
      pull(controller) {
        controller.error(new TypeError('terminated'));
      },
    });
    for (const body of [broken, new ReadableStream()]) {
      const { client, requests } = setUp([{ status: 202, body }]);
      expect(await client.users.push(user)).toMatchObject({ ok: true, attempts: 1 });
      expect(requests).toHaveLength(1);
    }
  });
});
