import { expect, it } from 'vitest';
import {
  describeThroughDoors,
  expectAccepted,
  expectRefusal,
  START,
  type StandIn,
  TEXT_401,
  TEXT_404,
} from '../stand-in.ts';

const user = { identifier: 'user-1' };

const statuses = async (standIn: StandIn, times: number, key: string): Promise<number[]> => {
  const seen: number[] = [];
  for (let time = 0; time < times; time += 1) seen.push((await standIn.post('/users', user, { key })).status);
  return seen;
};

describeThroughDoors('a push key with a magic ending', (standIn) => {
  it.each([
    [401, 'unauthorized', 'Invalid Push key or authorization scheme.'],
    [403, 'forbidden', 'This feature is not included in your plan.'],
    [413, 'content_too_large', 'Payload is too large. Request was 1 MB, but the limit is 100 KB.'],
    [422, 'unprocessable_content', 'User must exist'],
    [
      429,
      'too_many_requests',
      'Rate limit of 1000 requests per 60 seconds exceeded. Please try again in 60 seconds.',
    ],
    [500, 'internal_server_error', 'Something went wrong on the server.'],
    [503, 'service_unavailable', 'The service is temporarily unavailable.'],
  ])('+%i always gets that answer, and applies nothing', async (status, code, text) => {
    const key = `dev+${status}`;
    const requests = [
      ['/users', user],
      ['/events', {}],
      ['/users', '{'],
    ] as const;
    for (const [path, body] of requests) {
      const reply = await standIn.post(path, body, { key });
      expect([reply.status, JSON.parse(reply.body)]).toEqual([status, { status, code, errors: [text] }]);
    }
    expect(standIn.users(key)).toEqual([]);
    expect(standIn.lastExchange()).toMatchObject({
      account: standIn.engine.accounts.handleOf(key),
      status,
      code,
      texts: [text],
      limiter: null,
      fired: { fault: { name: `+${status}` } },
    });
  });

  it('+429 has all four headers, and Retry-After is the window', async () => {
    for (let time = 0; time < 3; time += 1) {
      const { headers } = await standIn.post('/users', user, { key: 'dev+429' });
      expect(headers).toMatchObject({
        'x-ratelimit-limit': '1000',
        'x-ratelimit-remaining': '0',
        'x-ratelimit-reset': String(Math.ceil((START + time * 7000 + 60_000) / 1000)),
        'retry-after': '60',
      });
      standIn.clock.advance(7000);
    }
  });

  it('+flaky lets the 1st, 3rd and 5th pass and answers 503 to the 2nd, 4th and 6th', async () => {
    expect(await statuses(standIn, 6, 'dev+flaky')).toEqual([202, 503, 202, 503, 202, 503]);
    expect(standIn.users('dev+flaky')).toHaveLength(1);
  });

  it('+hangup closes the connection and applies nothing', async () => {
    await expect(standIn.post('/users', user, { key: 'dev+hangup' })).rejects.toThrow();
    expect(standIn.users('dev+hangup')).toEqual([]);
    expect(standIn.lastExchange()).toMatchObject({ status: null, limiter: null });
  });

  it('gets it at step 4: a 404, a body that is too large and a key that is none come first', async () => {
    const key = 'dev+503';
    expectRefusal(await standIn.post('/nowhere', user, { key }), 404, [TEXT_404]);
    expect((await standIn.post('/users', 'x'.repeat(102_401), { key })).status).toBe(413);
    for (const bad of ['undefined+503', '+503'])
      expectRefusal(await standIn.post('/users', user, { key: bad }), 401, [TEXT_401]);
    expect((await standIn.post('/users', '{', { key })).status).toBe(503);
  });

  it('gets it whatever is armed, before the rate limit, and where it passes as any other', async () => {
    standIn.engine.faults.arm({ effect: { status: 500 } });
    expect(await statuses(standIn, 2, 'dev+422')).toEqual([422, 422]);
    expect(await statuses(standIn, 3, 'dev+flaky')).toEqual([500, 503, 500]);
  });

  it('is an account of its own, as a whole', async () => {
    expect(await statuses(standIn, 2, 'dev+flaky')).toEqual([202, 503]);
    expect(await statuses(standIn, 1, 'other+flaky')).toEqual([202]);
    expect(await statuses(standIn, 1, 'a+b+flaky')).toEqual([202]);
    expect(await statuses(standIn, 1, 'dev+flaky')).toEqual([202]);
    expect(standIn.users('dev')).toEqual([]);
    expect(standIn.users('dev+flaky')).toHaveLength(1);
  });

  it('begins its pattern anew after a reset of faults', async () => {
    await statuses(standIn, 1, 'dev+flaky');
    standIn.engine.reset(['faults']);
    expect(await statuses(standIn, 2, 'dev+flaky')).toEqual([202, 503]);
  });

  it.each(['dev+404', 'dev+Slow', 'dev+429 x', 'dev429'])('"%s" has none', async (key) => {
    expectAccepted(await standIn.post('/users', user, { key }));
  });
});

describeThroughDoors(
  'a push key that ends in +slow',
  (standIn) => {
    it('waits two seconds with its answer, which is that of any other', async () => {
      expectAccepted(await standIn.post('/users', user, { key: 'dev+slow' }));
      expect(standIn.lastExchange()).toMatchObject({ status: 202, injectedMs: 2000, limiter: { used: 1 } });
      expect(standIn.users('dev+slow')).toHaveLength(1);
    });
  },
  { delays: 'skip' },
);

describeThroughDoors(
  'a magic ending of a configured key',
  (standIn) => {
    const base = () => {
      const account = standIn.engine.accounts.named('team');
      if (account === null) throw new Error('This key is configured.');
      return account;
    };
    const limitOf = async (key: string) =>
      (await standIn.post('/users', user, { key })).headers['x-ratelimit-limit'];

    it('is let in when the part before is configured', async () => {
      expect(await statuses(standIn, 2, 'team+422')).toEqual([422, 422]);
      expect(await statuses(standIn, 1, 'team+flaky')).toEqual([202]);
      for (const key of ['stranger+422', 'team+404', 'team+', 'tea+422', 'team+422+'])
        expectRefusal(await standIn.post('/users', user, { key }), 401, [TEXT_401]);
    });

    it('has the settings of that key, and follows when they change', async () => {
      expect(await limitOf('team+429')).toBe('7');
      standIn.engine.configure(base(), { rateLimit: '3/60s' });
      expect(await limitOf('team+429')).toBe('3');
      expect(await statuses(standIn, 1, 'team+flaky')).toEqual([202]);
      standIn.engine.configure(base(), { rateLimit: '2/60s', features: { companies: false } });
      expect(await limitOf('team+429')).toBe('2');
      expect(await statuses(standIn, 1, 'team+flaky')).toEqual([503]);
      const company = await standIn.post('/companies', { identifier: 1 }, { key: 'team+flaky' });
      expect(company.status).toBe(403);
      standIn.engine.reset(['settings'], base());
      expect(await limitOf('team+429')).toBe('7');
    });

    it('may be given settings of its own, and goes back to those of that key', async () => {
      const magic = standIn.engine.accounts.open('team+429');
      if (magic === null) throw new Error('There is room for it.');
      standIn.engine.configure(base(), { rateLimit: '3/60s' });
      standIn.engine.configure(magic, { rateLimit: '5/60s' });
      standIn.engine.configure(base(), { rateLimit: '4/60s' });
      expect(await limitOf('team+429')).toBe('5');
      standIn.engine.configure(magic, { rateLimit: null });
      expect(await limitOf('team+429')).toBe('4');
      standIn.engine.reset(['settings'], magic);
      standIn.engine.configure(base(), { rateLimit: '6/60s' });
      expect(await limitOf('team+429')).toBe('6');
      standIn.engine.remove(base());
      expect(await limitOf('team+429')).toBe('7');
    });

    it('counts its requests by itself', async () => {
      standIn.engine.configure(base(), { rateLimit: '1/60s' });
      expect(await statuses(standIn, 2, 'team')).toEqual([202, 429]);
      expect(await statuses(standIn, 3, 'team+flaky')).toEqual([202, 503, 429]);
    });
  },
  { pushKeys: ['team'], rateLimit: '7/60s' },
);
