import { describe, expect, it } from 'vitest';
import type { StopReason } from '../io.ts';
import { accepted, nobody, refused } from '../outgoing/test/set-up.ts';
import { createScriptedService, run, toLines, track } from './test/set-up.ts';

const many = toLines(Array.from({ length: 500 }, (_, index) => track(`user-${index}`, 1)));

describe('a failure that every message would share', () => {
  it.each([
    [401, 'The push key is not taken'],
    [404, 'does not answer as the Push API does (404). Check --url.'],
    [405, 'does not answer as the Push API does'],
    [307, 'sends us elsewhere (307)'],
  ])('ends the run at once: %i', async (status, text) => {
    const service = createScriptedService(() => refused(status, 'No'));
    const { code, summary, tookMs } = await run(many, () => service.fetch);
    expect(code).toBe(1);
    expect(summary).toMatchObject({ sent: 0, stopped: expect.stringContaining(text) });
    expect(service.seen.length).toBeLessThanOrEqual(8);
    expect(tookMs).toBe(0);
  });

  it('is a wait of hours for the rate limit', async () => {
    const service = createScriptedService(() => refused(429, 'Tomorrow', { 'retry-after': '86400' }));
    const { code, summary } = await run(many, () => service.fetch);
    expect(code).toBe(1);
    expect(summary).toMatchObject({ stopped: expect.stringContaining('asks to wait 1440 minutes') });
  });

  it('is that nobody listens, which is told within seconds', async () => {
    const service = createScriptedService(() => nobody());
    const { code, summary, tookMs } = await run(many, () => service.fetch);
    expect(code).toBe(1);
    expect(summary).toMatchObject({
      sent: 0,
      failed: { count: 0 },
      stopped:
        'Nothing listens at http://127.0.0.1:4010 (ECONNREFUSED). Is the stand-in running? npx understudy start',
    });
    expect(tookMs).toBeGreaterThanOrEqual(3000);
    expect(tookMs).toBeLessThan(10_000);
    expect(service.seen.length).toBeLessThanOrEqual(8 * 6);
  });

  it('is that there is no secure connection, which leaves no doubt that nothing arrived', async () => {
    const cause = Object.assign(new Error('wrong version number'), { code: 'ERR_SSL_WRONG_VERSION_NUMBER' });
    const service = createScriptedService(() => new TypeError('fetch failed', { cause }));
    const { code, summary, tookMs } = await run(many, () => service.fetch);
    expect(code).toBe(1);
    expect(summary).toMatchObject({
      failed: { count: 0 },
      unsent: { first: 1 },
      stopped: expect.stringContaining('No secure connection'),
    });
    expect(tookMs).toBeLessThan(10_000);
  });

  it('is that the service fails again and again, and messages that were not tried are counted', async () => {
    const service = createScriptedService(() => refused(503, 'Later'));
    const { code, summary, tookMs } = await run(many, () => service.fetch);
    expect(code).toBe(1);
    expect(summary).toMatchObject({
      sent: 0,
      messages: 500,
      failed: { count: 3 },
      unsent: { count: 497 },
      stopped: expect.stringContaining('took none of 3 messages in a row'),
    });
    expect(tookMs).toBeLessThan(130_000);
  });
});

describe('a failure that may pass', () => {
  it('is outlived: a stand-in that starts two seconds late', async () => {
    const service = createScriptedService((_, attempt) => (attempt < 4 ? nobody() : accepted()));
    expect(await run(many, () => service.fetch)).toMatchObject({ code: 0, summary: { sent: 500 } });
  });

  it('is outlived: a service that is being started again', async () => {
    let downSince: number | null = null;
    const { code, summary } = await run(many, (clock) => {
      const service = createScriptedService(() => {
        if (service.seen.length < 100) return accepted();
        downSince ??= clock.now();
        return clock.now() - downSince < 20_000 ? nobody() : accepted();
      });
      return service.fetch;
    });
    expect({ code, summary }).toMatchObject({ code: 0, summary: { sent: 500 } });
  });

  it('does not let a later message of the same user overtake', async () => {
    const service = createScriptedService(({ body }, attempt) => {
      const isFirst = JSON.stringify(body.properties) === '{"number":0}';
      return isFirst && attempt < 4 ? refused(503, 'Later') : accepted();
    });
    const input = toLines([0, 1, 2].flatMap((number) => ['a', 'b'].map((user) => track(user, number))));
    const { code } = await run(input, () => service.fetch);
    const ofA = service.seen.filter(({ body }) => body.user === 'a').map(({ body }) => body.properties);
    expect(ofA).toEqual([0, 0, 0, 0, 1, 2].map((number) => ({ number })));
    expect(code).toBe(0);
  });
});

describe('a service that goes away for good', () => {
  it('leaves no doubt about what was tried in vain', async () => {
    const service = createScriptedService(() => (service.seen.length <= 100 ? accepted() : nobody()));
    const { code, summary, tookMs } = await run(many, () => service.fetch);
    expect(code).toBe(1);
    expect(summary).toMatchObject({ sent: 100, failed: { count: 0 }, unsent: { count: 400, first: 101 } });
    expect(tookMs).toBeGreaterThanOrEqual(30_000);
    expect(tookMs).toBeLessThan(120_000);
  });
});

describe('one message that breaks the service', () => {
  it('may have company, as long as others arrive', async () => {
    const service = createScriptedService(({ body }) =>
      String(body.user).endsWith('00') ? refused(500, 'Ouch') : accepted(),
    );
    const { summary } = await run(many, () => service.fetch, { concurrency: 1 });
    expect(summary).toMatchObject({ sent: 496, failed: { count: 4 }, stopped: null });
  });

  it.each([1, 8])('does not keep the others from arriving, %i at a time', async (concurrency) => {
    const service = createScriptedService(({ body }) =>
      body.user === 'user-3' ? refused(500, 'Ouch') : accepted(),
    );
    const { code, summary } = await run(many, () => service.fetch, { concurrency });
    expect(code).toBe(1);
    expect(summary).toMatchObject({
      sent: 499,
      failed: { count: 1, lines: [{ line: 4, status: 500 }] },
      stopped: null,
    });
  });
});

describe('a service that is not the Push API but friendly', () => {
  it('is noted', async () => {
    const { code, summary } = await run(many, () => async () => new Response('<html>', { status: 200 }));
    expect(code).toBe(0);
    expect(summary).toMatchObject({
      notes: [expect.stringContaining('500 of the answers had another status than 202')],
    });
  });
});

describe('an interruption', () => {
  /** Stops after so many requests; the input never ends. */
  function setUp(after: number, reason: StopReason) {
    let stop: (reason: StopReason) => void = () => undefined;
    const service = createScriptedService(async () => {
      if (service.seen.length === after) stop(reason);
      return accepted();
    });
    async function* endless() {
      for (let at = 0; ; at += 1) {
        // Comes to rest like a pipe into which nobody writes.
        if (at === 1000) await new Promise(() => undefined);
        yield new TextEncoder().encode(toLines([track(`user-${at % 50}`, at)]));
      }
    }
    const onStart = (given: (reason: StopReason) => void): void => {
      stop = given;
    };
    return { service, input: endless(), onStart };
  }

  it.each<[StopReason, number]>([
    ['SIGINT', 130],
    ['SIGTERM', 143],
    ['SIGHUP', 129],
  ])('by %s reports what was done', async (reason, expected) => {
    const { service, input, onStart } = setUp(100, reason);
    const { code, summary } = await run(input, () => service.fetch, { onStart });
    expect(code).toBe(expected);
    expect(summary).toMatchObject({ sent: service.seen.length, stopped: `Interrupted by ${reason}.` });
    expect(service.seen.length).toBeLessThan(110);
  });

  it('ends a run whose input says nothing more', async () => {
    const { service, input, onStart } = setUp(1000, 'SIGINT');
    expect(await run(input, () => service.fetch, { onStart })).toMatchObject({
      code: 130,
      summary: { sent: 1000 },
    });
  });

  it('does not wait for the rate limit', async () => {
    let stop: (reason: StopReason) => void = () => undefined;
    const service = createScriptedService(() => {
      stop('SIGINT');
      return refused(429, 'Slowly', { 'retry-after': '60' });
    });
    const { code, tookMs, summary } = await run(many, () => service.fetch, {
      onStart: (given) => {
        stop = given;
      },
    });
    expect(code).toBe(130);
    expect(tookMs).toBe(1000);
    expect(summary).toMatchObject({ sent: 0, failed: { count: 0 } });
  });

  it('names the first line that was not sent, among hundreds', async () => {
    let stop: (reason: StopReason) => void = () => undefined;
    const service = createScriptedService(({ body }) => {
      if (body.user === 'user-0') return accepted();
      stop('SIGINT');
      return refused(429, 'Slowly', { 'retry-after': '60' });
    });
    const { stdout } = await run(many, () => service.fetch, {
      json: false,
      onStart: (given) => {
        stop = given;
      },
    });
    expect(stdout).toContain('499 lines up to there not sent, the first of them line 2.');
  });

  it('cuts an answer that does not come, and says that its message may have arrived', async () => {
    let stop: (reason: StopReason) => void = () => undefined;
    const { code, summary } = await run(
      toLines([track('u', 1), track('u', 2)]),
      () => () => {
        stop('SIGINT');
        stop('SIGINT');
        // Takes no notice of being cut, as fetch does for a moment.
        return new Promise(() => undefined);
      },
      {
        onStart: (given) => {
          stop = given;
        },
      },
    );
    expect(code).toBe(130);
    expect(summary).toMatchObject({
      failed: { count: 1, lines: [{ line: 1, status: null, may_have_arrived: true }] },
      unsent: { count: 1, lines: [2] },
    });
  });
});

describe('an input', () => {
  it('that breaks off is told, and what was read is sent', async () => {
    async function* broken() {
      yield new TextEncoder().encode(toLines([track('u', 1)]));
      throw new Error('EIO: i/o error');
    }
    const service = createScriptedService(() => accepted());
    const { code, summary } = await run(broken(), () => service.fetch);
    expect(code).toBe(1);
    expect(summary).toMatchObject({ sent: 1, stopped: 'Reading stdin failed: EIO: i/o error.' });
  });

  it('is not read faster than it can be sent', async () => {
    let read = 0;
    async function* fast() {
      for (; read < 5000; read += 1) {
        yield new TextEncoder().encode(toLines([track(`user-${read % 7}`, read)]));
      }
    }
    const released = Promise.withResolvers<number>();
    const service = createScriptedService(async () => {
      // The first answers leave when nothing moves any more.
      if (service.seen.length === 1) void untilStill(() => read).then(released.resolve);
      await released.promise;
      return accepted();
    });
    const { summary } = await run(fast(), () => service.fetch);
    expect(summary).toMatchObject({ sent: 5000 });
    const readAhead = await released.promise;
    expect(readAhead).toBeGreaterThan(500);
    expect(readAhead).toBeLessThanOrEqual(1000);
  });
});

/** The value of `look` when twenty turns of the event loop have not changed it. */
async function untilStill(look: () => number): Promise<number> {
  for (let turns = 0, last = -1; turns < 20; turns += 1) {
    if (look() !== last) turns = 0;
    last = look();
    await new Promise<void>((resolve) => setImmediate(resolve));
  }
  return look();
}
