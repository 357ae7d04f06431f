import { describe, expect, it } from 'vitest';
import type { StopReason } from '../io.ts';
import type { Fetch } from '../outgoing/contact.ts';
import { accepted, createTestIo, nobody, noon, refused, url } from '../outgoing/test/set-up.ts';
import { createVirtualClock } from '../outgoing/test/virtual-clock.ts';
import { replay } from './replay.ts';
import { createCounting, numbered, run, standard, toHar } from './test/set-up.ts';

describe('what does not arrive', () => {
  it('is not sent again, since it may have, and fails the run', async () => {
    const reset = Object.assign(new Error('reset'), { code: 'ECONNRESET' });
    const { seen, toService } = createCounting((number) =>
      number === 1 ? new TypeError('fetch failed', { cause: reset }) : accepted(),
    );
    const { code, summary } = await run(toHar(numbered(3)), toService);
    expect([code, seen]).toEqual([1, [0, 1, 2]]);
    expect(summary.lost).toEqual({
      count: 1,
      entries: [
        {
          entry: 1,
          method: 'POST',
          path: '/users',
          reason: 'The connection failed: ECONNRESET.',
          may_have_arrived: true,
        },
      ],
    });
  });

  it('is given up after its time', async () => {
    const never: Fetch = (request) =>
      new Promise((_resolve, reject) => {
        request.signal.addEventListener('abort', () => reject(request.signal.reason));
      });
    const clock = createVirtualClock(noon, () => false);
    const { io, texts } = createTestIo(toHar(numbered(1)));
    const code = await replay({ ...standard, timeoutMs: 500 }, io, { fetch: never, clock });
    expect([code, clock.now() - noon]).toEqual([1, 500]);
    expect(JSON.parse(texts.stdout).lost.entries[0].reason).toBe('No answer came within 500 ms.');
  });

  it('is tried for a while when nobody is there yet', async () => {
    const { seen, toService } = createCounting((_number, attempt) => (attempt < 4 ? nobody() : accepted()));
    const { code, summary } = await run(toHar(numbered(2)), toService);
    expect([code, summary.answered]).toEqual([0, 2]);
    expect(seen).toHaveLength(8);
  });

  it('ends the run when nobody comes', async () => {
    const { toService } = createCounting(() => nobody());
    const { code, summary, tookMs } = await run(toHar(numbered(5)), toService);
    expect([code, summary.unsent]).toEqual([1, 5]);
    expect(summary.stopped).toBe(
      `Nothing listens at ${url} (ECONNREFUSED). Is the stand-in running? npx understudy start`,
    );
    expect(tookMs).toBeLessThan(5000);
  });

  it.each([
    [401, /^The push key is not taken by http:\/\/127\.0\.0\.1:4010 \(401\)/],
    [404, /does not answer as the Push API does \(404\)/],
    [301, /sends us elsewhere \(301\)/],
  ])('for the address or the key ends the run: %i', async (status, reason) => {
    const { seen, toService } = createCounting(() => refused(status, 'No.'));
    const { code, summary } = await run(toHar(numbered(5)), toService);
    expect([code, seen, summary.unsent]).toEqual([1, [0], 4]);
    expect(summary.stopped).toMatch(reason);
  });

  it.each([401, 404])('for itself alone ends nothing: %i', async (status) => {
    const { toService } = createCounting((number) => (number === 1 ? refused(status, 'No.') : accepted()));
    const { code, summary } = await run(toHar(numbered(3)), toService);
    expect([code, summary.answered, summary.stopped]).toEqual([0, 3, null]);
  });

  it('for the address ends nothing where it was so when recorded', async () => {
    const { toService } = createCounting(() => refused(404, 'No.'));
    const har = toHar(numbered(2).map((entry) => ({ ...entry, status: 404 })));
    expect((await run(har, toService, { compare: true })).code).toBe(0);
  });

  it('because of an interruption is told', async () => {
    let stop: (reason: StopReason) => void = () => undefined;
    const { toService } = createCounting((number) => {
      if (number === 1) stop('SIGINT');
      return accepted();
    });
    const { code, summary } = await run(toHar(numbered(5)), toService, {
      onStart: (asked) => {
        stop = asked;
      },
    });
    expect([code, summary.answered, summary.unsent]).toEqual([130, 2, 3]);
  });
});
