import { expect, it } from 'vitest';
import type { FaultDefinition, FaultEffect } from '../../src/index.ts';
import { describeThroughDoors, expectAccepted, START, type StandIn } from '../stand-in.ts';

const user = { identifier: 'user-1' };

const statuses = async (standIn: StandIn, times: number, key = 'dev'): Promise<number[]> => {
  const seen: number[] = [];
  for (let time = 0; time < times; time += 1) seen.push((await standIn.post('/users', user, { key })).status);
  return seen;
};

type RetryAfter = NonNullable<FaultEffect['retry_after']>;

const texts = (body: string): unknown => (JSON.parse(body) as { errors: unknown }).errors;

describeThroughDoors('an armed fault', (standIn) => {
  const arm = (definition: FaultDefinition) => standIn.engine.faults.arm(definition);

  it('answers the next two requests with 503, and applies nothing of them', async () => {
    arm({ operation: 'pushUser', times: 2, effect: { status: 503 } });
    expectAccepted(await standIn.post('/events', { name: 'x', user: 'user-2' }));
    const reply = await standIn.post('/users', user);
    expect([reply.status, reply.reason, reply.headers['content-type']]).toEqual([
      503,
      'Service Unavailable',
      'application/json',
    ]);
    expect(reply.body).toBe(
      '{"status":503,"code":"service_unavailable","errors":["The service is temporarily unavailable."]}',
    );
    expect(standIn.lastExchange()).toMatchObject({
      status: 503,
      code: 'service_unavailable',
      reason: 'The fault "fault_0000000001" answered 503; nothing was applied.',
      limiter: null,
      record: null,
      fired: { fault: { name: 'fault_0000000001' }, delayMs: 0 },
    });
    expect(await statuses(standIn, 2)).toEqual([503, 202]);
    expect(standIn.users()).toHaveLength(2);
    expect(standIn.engine.faults.list()).toMatchObject([{ offered: 2, fired: 2, delivered: 2 }]);
  });

  it.each([400, 401, 403, 404, 413, 422, 429, 500, 503])(
    'of the status %i has the vendor’s envelope and its own length',
    async (status) => {
      arm({ effect: { status } });
      const reply = await standIn.post('/users', user);
      expect(reply.status).toBe(status);
      expect(reply.headers['content-length']).toBe(String(reply.body.length));
      expect(JSON.parse(reply.body)).toEqual({
        status,
        code: standIn.lastExchange().code,
        errors: standIn.lastExchange().texts,
      });
    },
  );

  it.each([
    [418, "I'm a teapot", '{"status":418,"code":"im_a_teapot","errors":["I\'m a teapot"]}'],
    [599, '', '{"status":599,"code":"status_599","errors":["Status 599"]}'],
    [204, 'No Content', ''],
    [301, 'Moved Permanently', ''],
    [200, 'OK', ''],
    [202, 'Accepted', ''],
  ])('of the status %i, which the vendor does not describe, is plain', async (status, reason, body) => {
    arm({ effect: { status } });
    const reply = await standIn.post('/users', user);
    expect({ status: reply.status, body: reply.body }).toEqual({ status, body });
    expect(standIn.lastExchange()).toMatchObject({ status, answerBody: body });
    // Node's own client and server fill in a phrase of theirs where there is none.
    if (reason !== '') expect(reply.reason).toBe(reason);
    expect(standIn.users()).toEqual([]);
  });

  it('is found at step 4: after the path, the size and the key, before the rate limit and the body', async () => {
    arm({ effect: { status: 503 } });
    expect((await standIn.post('/nowhere', {})).status).toBe(404);
    expect((await standIn.post('/users', 'x'.repeat(102_401))).status).toBe(413);
    expect((await standIn.post('/users', user, { key: 'null' })).status).toBe(401);
    expect((await standIn.post('/users', '{')).status).toBe(503);
    expect(standIn.engine.faults.list()).toMatchObject([{ offered: 1 }]);
  });

  it('overrides body and headers of what it answers', async () => {
    arm({
      name: 'page',
      mark: true,
      effect: {
        status: 502,
        body: '<h1>Bad Gateway</h1>',
        headers: { 'Content-Type': 'text/html', Server: 'nginx' },
      },
    });
    const reply = await standIn.post('/users', user);
    expect(reply.body).toBe('<h1>Bad Gateway</h1>');
    expect(reply.headers).toMatchObject({
      'content-type': 'text/html',
      'content-length': '20',
      server: 'nginx',
      'x-understudy-fault': 'page',
    });
  });

  it('overrides body and headers of what is accepted, and that is applied', async () => {
    arm({ effect: { body: { ok: true }, headers: { 'X-A': 'b' } } });
    const reply = await standIn.post('/users', user);
    expect([reply.status, reply.body]).toEqual([202, '{"ok":true}']);
    expect(reply.headers).toMatchObject({
      'content-length': '11',
      'x-a': 'b',
      'content-type': 'application/json',
    });
    expect(standIn.users()).toHaveLength(1);
    expect(standIn.lastExchange()).toMatchObject({ status: 202, reason: null });
  });

  it('cuts the connection before anything is applied', async () => {
    arm({ times: 1, effect: { hang_up: 'before' } });
    await expect(standIn.post('/users', user)).rejects.toThrow();
    expect(standIn.users()).toEqual([]);
    expect(standIn.lastExchange()).toMatchObject({
      operation: 'pushUser',
      account: standIn.engine.accounts.handleOf('dev'),
      status: null,
      limiter: null,
      reason: 'The fault "fault_0000000001" closed the connection before anything was applied.',
      fired: { fault: { effect: { hang_up: 'before' } } },
    });
    expectAccepted(await standIn.post('/users', user));
    expect(standIn.lastExchange().limiter).toMatchObject({ used: 1 });
  });

  it('cuts the connection after everything was applied', async () => {
    arm({ times: 1, effect: { hang_up: 'after' } });
    await expect(standIn.post('/users', user)).rejects.toThrow();
    expect(standIn.users()).toHaveLength(1);
    expect(standIn.lastExchange()).toMatchObject({ status: 202, reason: null, limiter: { used: 1 } });
  });

  it('is found by what the normalised body holds, however that was spelt', async () => {
    arm({
      match: { body: { signedUpAt: 'x', properties: { 'Plan Name': 'pro' } } },
      effect: { status: 503 },
    });
    const body = { identifier: 1, signed_up_at: 'x', properties: { planName: 'pro', more: 1 } };
    expect((await standIn.post('/users', body)).status).toBe(503);
    expectAccepted(await standIn.post('/users', { ...body, signed_up_at: 'y' }));
    expect((await standIn.post('/users', '{')).status).toBe(400);
    expect(standIn.engine.faults.list()).toMatchObject([{ offered: 1 }]);
  });

  it('is found by the name of an event, however that was spelt', async () => {
    arm({ match: { body: { name: 'Project Created' } }, effect: { status: 503 } });
    for (const name of ['project_created', 'Project Created', 'projectCreated'])
      expect((await standIn.post('/events', { name, user: 1 })).status).toBe(503);
    expectAccepted(await standIn.post('/events', { name: 'project_deleted', user: 1 }));
    expectAccepted(await standIn.post('/companies', { identifier: 1, name: 'project_created' }));
  });

  it('is found by an identifier that stands in the path', async () => {
    arm({
      match: { method: 'delete', path: '/users/*', body: { identifier: 'user-7' } },
      effect: { status: 503 },
    });
    expectAccepted(await standIn.delete('/users/user-8'));
    expectAccepted(await standIn.delete('/users', { identifier: 'user-7' }));
    expect((await standIn.delete('/users/user-7')).status).toBe(503);
  });
});

describeThroughDoors(
  'the rate limit beside a fault',
  (standIn) => {
    const arm = (definition: FaultDefinition) => standIn.engine.faults.arm(definition);

    it('is not charged for a request that a fault ends', async () => {
      for (const effect of [{ status: 503 }, { status: 202 }]) {
        arm({ name: 'x', times: 3, effect });
        await statuses(standIn, 3);
      }
      expect(await statuses(standIn, 3)).toEqual([202, 202, 429]);
    });

    it('is charged for every other, also for one of whose answer nothing is left', async () => {
      arm({ times: 1, effect: { hang_up: 'after' } });
      await expect(standIn.post('/users', user)).rejects.toThrow();
      arm({ times: 1, effect: { headers: { 'X-A': 'b' } } });
      expect(await statuses(standIn, 2)).toEqual([202, 429]);
    });

    it('may refuse what a fault then makes worse', async () => {
      await statuses(standIn, 2);
      arm({ effect: { retry_after: 'absent', body: 'later' } });
      const reply = await standIn.post('/users', user);
      expect([reply.status, reply.body, reply.headers['retry-after']]).toEqual([429, 'later', undefined]);
      expect(reply.headers['x-ratelimit-limit']).toBe('2');
    });
  },
  { rateLimit: '2/60s' },
);

describeThroughDoors(
  'a 429 that a fault answers',
  (standIn) => {
    const answered = async (effect: FaultEffect) => {
      standIn.engine.faults.arm({ name: 'x', effect: { status: 429, ...effect } });
      const { headers, body } = await standIn.post('/users', user);
      return {
        retryAfter: headers['retry-after'],
        reset: Number(headers['x-ratelimit-reset']) * 1000 - START,
        rest: [headers['x-ratelimit-limit'], headers['x-ratelimit-remaining']],
        text: (texts(body) as string[])[0],
      };
    };
    const textOf = (seconds: number) =>
      `Rate limit of 20 requests per 10 seconds exceeded. Please try again in ${seconds} seconds.`;
    const rest = ['20', '0'];

    it('tells of a window that is full and has just begun, whatever was counted', async () => {
      const expected = { retryAfter: '10', reset: 10_750, rest, text: textOf(10) };
      expect(await answered({})).toEqual(expected);
      standIn.engine.faults.clear();
      await statuses(standIn, 3);
      expect(await answered({})).toEqual(expected);
    });

    it.each([
      [5, '5', 5750, 5],
      [0, '0', 750, 0],
      [1.2, '1.2', 1750, 2],
      ['120', '120', 120_750, 120],
      [{ date_in: 3 }, 'Mon, 23 Nov 2026 07:00:04 GMT', 3750, 3],
      [{ date_in: -60 }, 'Mon, 23 Nov 2026 06:59:01 GMT', -59_250, 0],
      ['absent', undefined, 10_750, 10],
      ['in a while', 'in a while', 10_750, 10],
    ] satisfies [RetryAfter, string | undefined, number, number][])(
      'with Retry-After %j agrees with its text and its reset',
      async (retry_after, retryAfter, reset, seconds) => {
        expect(await answered({ retry_after })).toEqual({ retryAfter, reset, rest, text: textOf(seconds) });
      },
    );
  },
  { rateLimit: '20/10s' },
);

describeThroughDoors(
  'a 429 that a fault answers where no rate is limited',
  (standIn) => {
    it('tells of the documented rate limit', async () => {
      standIn.engine.faults.arm({ effect: { status: 429 } });
      const { headers, body } = await standIn.post('/users', user);
      expect(headers).toMatchObject({
        'retry-after': '60',
        'x-ratelimit-limit': '1000',
        'x-ratelimit-remaining': '0',
        'x-ratelimit-reset': String(Math.ceil((START + 60_000) / 1000)),
      });
      expect(texts(body)).toEqual([
        'Rate limit of 1000 requests per 60 seconds exceeded. Please try again in 60 seconds.',
      ]);
    });
  },
  { rateLimit: 'off' },
);
