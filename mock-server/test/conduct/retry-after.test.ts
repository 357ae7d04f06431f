import { describe, expect, it } from 'vitest';
import { kindsOf, messagesOf } from './kinds-of.ts';
import { createScene, type Scene } from './scene.ts';

const user = { identifier: 'user-1' };
const other = { identifier: 'user-2' };

/** The first request is refused with a status and a Retry-After; so many milliseconds later it comes again. */
async function comeBack(scene: Scene, status: number, retryAfter: number | string | object, afterMs: number) {
  scene.arm({ name: 'refuse', times: 1, effect: { status, retry_after: retryAfter as number } });
  await scene.push('/users', user);
  scene.wait(afterMs);
  await scene.push('/users', user);
  return scene.conduct();
}

describe('Retry-After', () => {
  it.each([429, 503])('of a %i is kept from its last millisecond on', async (status) => {
    const conduct = await comeBack(createScene(), status, 60, 60_000);
    expect(conduct.findings).toEqual([]);
    expect(conduct.retry_after).toEqual({ asked: 1, kept: 1, broken: 0, most_early_ms: null });
  });

  it.each([429, 503])('of a %i is broken a millisecond before', async (status) => {
    const conduct = await comeBack(createScene(), status, 60, 59_999);
    expect(messagesOf(conduct)).toEqual([
      'Sent again after 60 s where Retry-After asked for 60 s: 1 ms too early.',
    ]);
    expect(conduct.findings[0]).toMatchObject({
      level: 'bad',
      exchanges: ['ex_0000000001', 'ex_0000000002'],
      operation: 'pushUser',
      item: 'user "user-1"',
      facts: { asked_ms: 60_000, waited_ms: 59_999, early_ms: 1 },
    });
    expect(conduct.retry_after).toEqual({ asked: 1, kept: 0, broken: 1, most_early_ms: 1 });
  });

  it.each([
    [700, []],
    [699, ['Sent again after 699 ms where Retry-After asked for 1 s: 301 ms too early.']],
  ])(
    'that had to be rounded up is kept by who comes when the window ends: after %i ms',
    async (ms, messages) => {
      const scene = createScene({ rateLimit: '1/1s' });
      await scene.push('/users', other);
      scene.wait(300);
      expect(await scene.push('/users', user)).toEqual({ status: 429, retryAfter: 1 });
      scene.wait(ms);
      await scene.push('/users', user);
      const conduct = scene.conduct();
      expect(messagesOf(conduct).slice(0, 1)).toEqual(messages);
      expect(conduct.retry_after.kept).toBe(messages.length === 0 ? 1 : 0);
    },
  );

  it('may be a date', async () => {
    // The clock begins at a quarter of a second, and a date has whole seconds.
    expect(kindsOf(await comeBack(createScene(), 429, { date_in: 3 }, 3750))).toEqual([]);
    expect(messagesOf(await comeBack(createScene(), 429, { date_in: 3 }, 1000))).toEqual([
      'Sent again after 1 s where Retry-After asked for 3.8 s: 2.8 s too early.',
    ]);
  });

  it.each(['soon', '-5', '', 'absent', { date_in: -60 }])(
    'that asks nothing, as %j, is no promise',
    async (asked) => {
      const conduct = await comeBack(createScene(), 429, asked, 1000);
      expect(conduct.findings).toEqual([]);
      expect(conduct.retry_after.asked).toBe(0);
    },
  );

  it('of the documented limiter is judged as well', async () => {
    const scene = createScene({ rateLimit: '1/60s' });
    await scene.push('/users', other);
    scene.wait(10_000);
    expect((await scene.push('/users', user)).retryAfter).toBe(50);
    scene.wait(20_000);
    await scene.push('/users', user);
    scene.wait(30_000);
    await scene.push('/users', user);
    expect(messagesOf(scene.conduct())).toEqual([
      'Sent again after 20 s where Retry-After asked for 50 s: 30 s too early.',
    ]);
  });

  it('of an answer that did not reach the client asks nothing of it', async () => {
    const scene = createScene();
    scene.arm({ name: 'full', times: 1, effect: { status: 429, retry_after: 60 } });
    scene.begin('POST', '/users', user).end('none');
    scene.wait(1000);
    await scene.push('/users', user);
    expect(kindsOf(scene.conduct())).toEqual(['duplicate-after-unknown']);
  });

  it('holds although a later refusal of the same asks for nothing', async () => {
    const scene = createScene();
    scene.arm({ name: 'full', times: 1, effect: { status: 429, retry_after: 60 } });
    scene.arm({ name: 'busy', times: 1, effect: { status: 503 } });
    await scene.push('/users', user);
    scene.wait(61_000);
    await scene.push('/users', user);
    scene.wait(1000);
    await scene.push('/users', user);
    expect(scene.conduct().findings).toEqual([]);
  });
});

describe('A 429', () => {
  const refuseFirst = (scene: Scene): void =>
    scene.arm({ name: 'full', times: 1, effect: { status: 429, retry_after: 60 } });

  it('is about the whole account', async () => {
    const scene = createScene();
    refuseFirst(scene);
    await scene.push('/users', user);
    scene.wait(1000);
    await scene.push('/events', { user: 'user-2', name: 'seen' });
    scene.wait(59_000);
    await scene.push('/users', user);
    expect(scene.conduct().findings).toMatchObject([
      { kind: 'retry-after', operation: 'pushEvent', item: 'event "seen" of user "user-2"' },
    ]);
  });

  it('says nothing about what was under way when it left', async () => {
    const scene = createScene();
    refuseFirst(scene);
    const refused = scene.begin('POST', '/users', user);
    scene.wait(5000);
    const neighbour = scene.begin('POST', '/users', other);
    refused.end();
    neighbour.end();
    scene.wait(60_000);
    await scene.push('/users', user);
    expect(scene.conduct().findings).toEqual([]);
  });

  it('says nothing about what may have crossed it on the wire', async () => {
    const scene = createScene();
    refuseFirst(scene);
    await scene.push('/users', user);
    scene.wait(999);
    await scene.push('/users', other);
    scene.wait(60_000);
    await scene.push('/users', user);
    expect(scene.conduct().findings).toEqual([]);
  });

  it('says nothing to other accounts', async () => {
    const scene = createScene();
    refuseFirst(scene);
    await scene.push('/users', user);
    scene.wait(1000);
    await scene.send('POST', '/users', other, {
      Authorization: 'Push another',
      'Content-Type': 'application/json',
    });
    scene.wait(60_000);
    await scene.push('/users', user);
    expect(scene.conduct()).toMatchObject({ exchanges: 2, findings: [] });
  });

  it('says nothing about what came before the clock was set back', async () => {
    const scene = createScene();
    refuseFirst(scene);
    await scene.push('/users', user);
    scene.wait(1000);
    scene.engine.clocks.steer(null, { now: scene.now() - 3_600_000 });
    await scene.push('/users', user);
    expect(scene.conduct().findings).toEqual([]);
  });
});

describe('A 503', () => {
  it('is about what it answered', async () => {
    const scene = createScene();
    scene.arm({ name: 'down', times: 1, effect: { status: 503, retry_after: 60 } });
    await scene.push('/users', user);
    scene.wait(1000);
    await scene.push('/users', other);
    scene.wait(60_000);
    await scene.push('/users', user);
    expect(scene.conduct().findings).toEqual([]);
  });
});
