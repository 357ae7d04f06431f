import { createUserlistEngine, type UserlistEngine } from '@understudy/mock-server';
import { createDesk } from '@understudy/mock-server/control';
import { toFetchHandler } from '@understudy/mock-server/fetch';
import { describe, expect, it } from 'vitest';
import type { Fetch } from '../outgoing/contact.ts';
import { accepted, refused, url } from '../outgoing/test/set-up.ts';
import { UsageError } from '../usage-error.ts';
import type { ReplayOptions } from './replay.ts';
import { createCounting, numbered, run, toHar } from './test/set-up.ts';

describe('what was recorded', () => {
  it('is sent in its order, and the answers are compared', async () => {
    const { seen, toService } = createCounting((number) => (number === 1 ? refused(422, 'No.') : accepted()));
    const { code, summary } = await run(toHar(numbered(3)), toService);
    expect([code, seen]).toEqual([0, [0, 1, 2]]);
    expect(summary).toMatchObject({
      entries: 3,
      taken: 3,
      answered: 3,
      before: { 202: 3 },
      now: { 202: 2, 422: 1 },
      differing: { count: 1, entries: [{ entry: 1, method: 'POST', path: '/users', before: 202, now: 422 }] },
      lost: { count: 0 },
      exit_code: 0,
    });
  });

  it('fails the run where it is compared and a status differs', async () => {
    const { toService } = createCounting((number) => (number === 1 ? refused(422, 'No.') : accepted()));
    expect((await run(toHar(numbered(3)), toService, { compare: true })).code).toBe(1);
    const same = createCounting(() => accepted());
    expect((await run(toHar(numbered(3)), same.toService, { compare: true })).code).toBe(0);
  });

  it('compares nothing where there was no answer', async () => {
    const { toService } = createCounting(() => accepted());
    const { code, summary } = await run(toHar([{ body: { number: 0 }, status: 0 }]), toService, {
      compare: true,
    });
    expect([code, summary.before, summary.differing]).toMatchObject([0, { none: 1 }, { count: 0 }]);
  });

  it('is told in words', async () => {
    const { toService } = createCounting((number) => (number === 1 ? refused(422, 'No.') : accepted()));
    const har = toHar([...numbered(3), { body: { number: 3 }, status: 503 }]);
    const { stdout } = await run(har, toService, { json: false, acceptedOnly: true });
    expect(stdout).toBe(
      [
        `Sent 3 of 3 requests to ${url} in 0.0 s.`,
        'Ignored 1:',
        '  1 not accepted when recorded',
        'Then: 3 × 202. Now: 2 × 202, 1 × 422.',
        'Differing 1:',
        '  entry 1, POST /users: 202 then, 422 now',
        '',
      ].join('\n'),
    );
  });

  it('begins in its order when several are under way at once', async () => {
    let most = 0;
    let now = 0;
    const seen: number[] = [];
    const fetch: Fetch = async (request) => {
      now += 1;
      most = Math.max(most, now);
      seen.push(((await request.json()) as { number: number }).number);
      await new Promise((resolve) => setImmediate(resolve));
      now -= 1;
      return accepted();
    };
    const { code } = await run(toHar(numbered(20)), () => fetch, { concurrency: 4 });
    expect([code, most]).toEqual([0, 4]);
    expect(seen).toEqual(Array.from({ length: 20 }, (_, number) => number));
  });
});

describe('a rate limit', () => {
  it('is waited for, so that nothing of a long recording is lost', async () => {
    const made: UserlistEngine[] = [];
    const entries = Array.from({ length: 12 }, (_, number) => ({ body: { identifier: `user-${number}` } }));
    const { code, summary, tookMs } = await run(
      toHar(entries),
      (clock) => {
        const engine = createUserlistEngine({ clock, rateLimit: 'tiny' });
        made.push(engine);
        return toFetchHandler(engine);
      },
      { compare: true },
    );
    expect([code, summary.answered, summary.attempts]).toEqual([0, 12, 14]);
    expect(tookMs).toBeGreaterThanOrEqual(4000);
    const counts = made.map((engine) => engine.service.counts(engine.accounts.list()[0]?.world as never));
    expect(counts).toMatchObject([{ users: 12 }]);
  });

  it('is waited for however often others get through first', async () => {
    const entries = Array.from({ length: 40 }, (_, number) => ({ body: { identifier: `user-${number}` } }));
    const { code, summary } = await run(
      toHar(entries),
      (clock) => toFetchHandler(createUserlistEngine({ clock, rateLimit: 'tiny' })),
      { compare: true, concurrency: 40 },
    );
    expect([code, summary.now]).toEqual([0, { 202: 40 }]);
  });

  it('is not waited for by what it refused when it was recorded', async () => {
    const { toService } = createCounting(() => refused(429, 'Too many.', { 'retry-after': '60' }));
    const { code, summary, tookMs } = await run(toHar([{ body: { number: 0 }, status: 429 }]), toService);
    expect([code, summary.now, tookMs]).toEqual([0, { 429: 1 }, 0]);
  });

  it('that never opens is not waited for without end', async () => {
    const { toService } = createCounting(() => refused(429, 'Too many.', { 'retry-after': '60' }));
    const { code, summary, tookMs } = await run(toHar(numbered(1)), toService);
    expect([code, summary.now, summary.attempts, tookMs]).toEqual([0, { 429: 1 }, 4, 180_000]);
  });
});

describe('misuse', () => {
  const attempt = (har: string, options: Partial<ReplayOptions> = {}) =>
    run(har, () => () => Promise.reject(new Error('Nothing may be sent.')), options);

  it.each<[string, string, Partial<ReplayOptions>, RegExp]>([
    ['a text that is no archive', '{}', {}, /^stdin is no HTTP Archive: \/log is missing\./],
    ['the real Userlist without --live', toHar(numbered(1)), { url: 'https://push.userlist.com' }, /--live/],
    [
      'a file that is not there',
      '',
      { file: '/nowhere/a.har' },
      /^\/nowhere\/a\.har cannot be read: there is no such/,
    ],
    [
      'nothing that would be sent',
      toHar([{ status: 500 }]),
      { acceptedOnly: true },
      /^stdin has no request that would be sent: 1 not accepted when recorded\.$/,
    ],
    [
      'requests of several accounts',
      toHar([
        { account: 'acct_000000000001' },
        { account: 'acct_000000000002' },
        { account: 'acct_000000000001' },
      ]),
      {},
      /^stdin has requests of 2 accounts, .* --account: acct_000000000001, acct_000000000002\.$/,
    ],
  ])('is told in one sentence: %s', async (_what, har, options, sentence) => {
    await expect(attempt(har, options)).rejects.toThrow(UsageError);
    await expect(attempt(har, options)).rejects.toThrow(sentence);
  });

  it('is an archive without anything to send', async () => {
    await expect(attempt(toHar([]))).rejects.toThrow(UsageError);
    await expect(attempt(toHar([]))).rejects.toThrow(
      /^stdin has no requests; record some, and export them again\.$/,
    );
  });
});

describe('an order to the desk', () => {
  it('is passed over, and told', async () => {
    const engine = createUserlistEngine();
    const desk = createDesk({ engine, version: '1' });
    const handle = toFetchHandler(engine, desk);
    const har = toHar([
      { body: { identifier: 'ada' } },
      { path: '/_control/reset', status: 200 },
      { path: '/users/..%2f..%2f_control/reset', status: 200 },
    ]);
    const { code, summary } = await run(har, () => handle);
    expect([code, summary.taken, summary.ignored]).toEqual([
      0,
      1,
      [{ reason: 'to the desk of a stand-in, which is never sent an order', count: 2 }],
    ]);
    expect(engine.journal.newest).toBe('ex_0000000001');
    expect([...engine.journal.entries()]).toHaveLength(1);
  });
});

describe('of several accounts', () => {
  it.each(['key', 'handle'])('one is chosen by its %s', async (by) => {
    const engine = createUserlistEngine();
    const handle = engine.accounts.handleOf('my-key');
    const { seen, toService } = createCounting(() => accepted());
    const har = toHar([
      { body: { number: 1 }, account: handle },
      { body: { number: 2 }, account: 'acct_000000000002' },
    ]);
    const { code } = await run(har, toService, { account: by === 'key' ? 'my-key' : handle });
    expect([code, seen]).toEqual([0, [1]]);
  });
});
