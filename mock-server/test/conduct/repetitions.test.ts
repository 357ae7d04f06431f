import { describe, expect, it } from 'vitest';
import { kindsOf, messagesOf } from './kinds-of.ts';
import { createScene } from './scene.ts';

const user = { identifier: 'user-1', properties: { plan: 'pro', seats: 3 } };
const seen = { user: 'user-1', name: 'page_seen' };
const dated = { ...seen, occurred_at: '2026-11-23T06:59:00Z' };

describe('Sending the same again after its 202', () => {
  it('within two seconds is a repetition, whatever the order and spelling of attributes', async () => {
    const scene = createScene();
    await scene.push('/users', user);
    scene.wait(1999);
    await scene.push('/users.json', { Properties: { seats: 3, Plan: 'pro' }, identifier: 'user-1' });
    expect(messagesOf(scene.conduct())).toEqual(['Sent again 2 s after it was answered 202.']);
    expect(scene.conduct()).toMatchObject({ exchanges: 2, items: 1 });
  });

  it('later is a statement that happens to be the same, such as who looks at a page', async () => {
    const scene = createScene();
    for (let page = 0; page < 5; page += 1) {
      await scene.push('/users', user);
      await scene.push('/events', seen);
      scene.wait(2000);
    }
    expect(scene.conduct().findings).toEqual([]);
  });

  it('later by real time alone, while the clock stands, is no repetition either', async () => {
    const scene = createScene();
    await scene.push('/users', user);
    scene.wait(3000);
    scene.engine.clocks.steer(null, { now: scene.now() - 3000 });
    await scene.push('/users', user);
    expect(scene.conduct().findings).toEqual([]);
  });

  it('is a repetition however late when it says itself when it happened', async () => {
    const scene = createScene();
    await scene.push('/events', dated);
    scene.wait(3_600_000);
    await scene.push('/events', dated);
    expect(messagesOf(scene.conduct())).toEqual(['Sent again 60 min after it was answered 202.']);
  });

  it('with another value is something else', async () => {
    const scene = createScene();
    await scene.push('/users', user);
    await scene.push('/users', { ...user, properties: { plan: 'free', seats: 3 } });
    await scene.send('DELETE', '/users', { identifier: 'user-1' });
    await scene.push('/users', { identifier: 'user-1' });
    expect(scene.conduct()).toMatchObject({ items: 4, findings: [] });
  });

  it('before the first was answered is a repetition too', async () => {
    const scene = createScene();
    const [first, second] = [1, 2].map(() => scene.begin('POST', '/events', seen));
    first?.end();
    second?.end();
    expect(messagesOf(scene.conduct())).toEqual([
      'Sent twice at once: the second 0 ms after the first, which was answered 202.',
    ]);
  });
});

describe('Sending again what nobody answered', () => {
  it.each([
    ['closed the connection before it was applied', { hang_up: 'before' }, 'Nothing had been applied.'],
    ['closed it after', { hang_up: 'after' }, 'It had been applied, so it arrived twice.'],
    ['said a length that is none', { content_length: 99 }, 'It had been applied, so it arrived twice.'],
  ] as const)('is only remarked on when the stand-in %s', async (_how, effect, end) => {
    const scene = createScene();
    scene.arm({ name: 'break', times: 1, effect });
    await scene.push('/users', user).catch(() => null);
    scene.wait(1000);
    await scene.push('/users', user);
    expect(scene.conduct().findings).toMatchObject([{ kind: 'duplicate-after-unknown', level: 'note' }]);
    expect(messagesOf(scene.conduct())).toEqual([
      `Sent again 1 s after an attempt that got no whole answer. ${end}`,
    ]);
  });

  it.each(['partial', 'none'] as const)('is remarked on when its 202 left as %s', async (delivered) => {
    const scene = createScene();
    scene.begin('POST', '/users', user).end(delivered);
    scene.wait(1000);
    await scene.push('/users', user);
    expect(kindsOf(scene.conduct())).toEqual(['duplicate-after-unknown']);
  });

  it('is remarked on when the answer came after the client had lost patience', async () => {
    const scene = createScene();
    const slow = scene.begin('POST', '/users', user);
    scene.wait(5000);
    await scene.push('/users', user);
    slow.end();
    expect(messagesOf(scene.conduct())).toEqual([
      'Sent again after 5 s without an answer, which came later.',
    ]);
  });

  it('tells what broke off in the middle from what arrived', async () => {
    const scene = createScene();
    const { exchange } = scene.begin('POST', '/users', user);
    Object.assign(exchange, {
      complete: false,
      settledMs: exchange.startedMs,
      delivered: 'none',
      status: null,
    });
    scene.wait(1000);
    await scene.push('/users', user);
    expect(scene.conduct()).toMatchObject({ exchanges: 2, items: 1, findings: [] });
  });
});

describe('Sending again what was refused for good', () => {
  it.each([400, 401, 403, 404, 413, 422])('is found after a %i', async (status) => {
    const scene = createScene();
    scene.arm({ name: 'refuse', times: 1, effect: { status } });
    await scene.push('/users', user);
    scene.wait(30_000);
    await scene.push('/users', user);
    expect(messagesOf(scene.conduct())).toEqual([
      `Sent again unchanged 30 s after it was refused with ${status}.`,
    ]);
  });

  it.each([408, 429, 500, 502, 503, 504])('is right after a %i', async (status) => {
    const scene = createScene();
    scene.arm({ name: 'refuse', times: 1, effect: { status, retry_after: 'absent' } });
    await scene.push('/users', user);
    scene.wait(1000);
    await scene.push('/users', user);
    expect(scene.conduct().findings).toEqual([]);
  });

  it('is no retry a minute later, when anything may have changed', async () => {
    const scene = createScene();
    await scene.push('/users', {});
    scene.wait(60_000);
    await scene.push('/users', {});
    expect(scene.conduct().findings).toEqual([]);
  });

  it('is no repetition when the body was mended', async () => {
    const scene = createScene();
    await scene.push('/users', '{"identifier":"user-1"');
    await scene.push('/users', '{"identifier":"user-1"}');
    await scene.send('POST', '/events', seen, { 'Content-Type': 'text/plain' });
    await scene.push('/events', seen);
    await scene.send('POST', '/events', dated, { 'Content-Type': 'text/plain' });
    expect(scene.conduct()).toMatchObject({ items: 5, findings: [] });
  });

  it('is found for bodies that cannot be read', async () => {
    const scene = createScene();
    await scene.push('/users', '{"identifier":');
    scene.wait(1000);
    await scene.push('/users', '{"identifier":');
    expect(scene.conduct().findings).toMatchObject([
      { kind: 'retried-4xx', item: 'a body that cannot be read', operation: 'pushUser' },
    ]);
  });
});
