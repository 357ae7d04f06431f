import { describe, expect, it } from 'vitest';
import { kindsOf, messagesOf } from './kinds-of.ts';
import { createScene, type Scene } from './scene.ts';

const user = { identifier: 'user-1', properties: { plan: 'pro' } };
const event = { user: 'user-1', name: 'paid' };

const breakDown = (scene: Scene, times = 1): void =>
  scene.arm({ name: 'busy', times, effect: { status: 503 } });

describe('What failed and was never accepted', () => {
  it('is lost when later requests were accepted, with the number of attempts', async () => {
    const scene = createScene();
    breakDown(scene, 2);
    await scene.push('/events', event);
    scene.wait(700);
    await scene.push('/events', event);
    await scene.push('/users', { identifier: 'user-2' });
    expect(scene.conduct().findings).toMatchObject([
      {
        kind: 'lost',
        level: 'bad',
        item: 'event "paid" of user "user-1"',
        message:
          'It was sent 2 times over 700 ms, last was answered 503, and not again, though later requests were accepted.',
        facts: { attempts: 2, over_ms: 700 },
      },
    ]);
  });

  it('is given up when nothing was', async () => {
    const scene = createScene();
    breakDown(scene, 3);
    await scene.push('/users', { identifier: 'user-2' });
    await scene.push('/users', { identifier: 'user-3' });
    expect(kindsOf(scene.conduct())).toEqual(['gave-up', 'gave-up']);
  });

  it('is lost when the connection broke before it was applied', async () => {
    const scene = createScene();
    scene.arm({ name: 'cut', times: 1, effect: { hang_up: 'before' } });
    await scene.push('/users', user).catch(() => null);
    await scene.push('/users', { identifier: 'user-2' });
    expect(messagesOf(scene.conduct())).toEqual([
      'It got no whole answer and was never sent again, though later requests were accepted.',
    ]);
  });

  it('is not lost when the connection broke after it was applied', async () => {
    const scene = createScene();
    scene.arm({ name: 'cut', times: 1, effect: { hang_up: 'after' } });
    await scene.push('/users', user).catch(() => null);
    await scene.push('/users', { identifier: 'user-2' });
    expect(scene.conduct().findings).toEqual([]);
  });

  it('is not lost when it is a message that people might have received twice', async () => {
    const scene = createScene();
    scene.arm({ name: 'cut', times: 1, effect: { hang_up: 'before' } });
    await scene.push('/messages', { user: 'user-1', template: 'welcome' }).catch(() => null);
    await scene.push('/users', user);
    expect(scene.conduct().findings).toEqual([]);
  });

  it('is not lost when it was refused for good', async () => {
    const scene = createScene();
    await scene.push('/users', {});
    await scene.push('/users', user);
    expect(scene.conduct().findings).toEqual([]);
  });

  it('is not lost when a later update says all that it said', async () => {
    const scene = createScene();
    breakDown(scene);
    await scene.push('/users', user);
    await scene.push('/users', { identifier: 'user-1', properties: { plan: 'free', seats: 1 } });
    expect(scene.conduct().findings).toEqual([]);
  });

  it.each([
    ['says less', '/users', { identifier: 'user-1', properties: { seats: 1 } }],
    ['is about somebody else', '/users', { ...user, identifier: 'user-2' }],
    ['is something else', '/events', event],
  ])('is lost when the later one %s', async (_how, path, body) => {
    const scene = createScene();
    breakDown(scene);
    await scene.push('/users', user);
    await scene.push(path, body);
    expect(kindsOf(scene.conduct())).toEqual(['lost']);
  });

  it('is not judged while it is under way', async () => {
    const scene = createScene();
    breakDown(scene);
    await scene.push('/users', user);
    const underWay = scene.begin('POST', '/users', user);
    await scene.push('/users', { identifier: 'user-2' });
    expect(scene.conduct()).toMatchObject({ under_way: 1, findings: [] });
    underWay.end();
    expect(scene.conduct()).toMatchObject({ under_way: 0, findings: [] });
  });

  it('is doubted when exchanges were dropped', async () => {
    const scene = createScene({ journal: { mostExchanges: 2 } });
    breakDown(scene);
    await scene.push('/users', { identifier: 'user-0' });
    breakDown(scene);
    await scene.push('/events', event);
    await scene.push('/users', user);
    expect(scene.conduct()).toMatchObject({ complete: false, exchanges: 2 });
    expect(messagesOf(scene.conduct())).toEqual([
      'It was answered 503 and was never sent again, though later requests were accepted. The journal had to drop exchanges of this account, so it may have arrived all the same.',
    ]);
  });

  it('is no matter of another account that was dropped', async () => {
    const scene = createScene({ journal: { mostExchanges: 1 } });
    await scene.send('POST', '/users', user, {
      Authorization: 'Push other',
      'Content-Type': 'application/json',
    });
    await scene.push('/users', user);
    expect(scene.conduct()).toMatchObject({ complete: true, exchanges: 1 });
  });
});

describe('Order', () => {
  it('is kept when a client waits for what failed', async () => {
    const scene = createScene();
    breakDown(scene);
    await scene.push('/users', user);
    scene.wait(1000);
    await scene.push('/users', user);
    await scene.push('/events', event);
    expect(scene.conduct().findings).toEqual([]);
  });

  it('is no matter between users', async () => {
    const scene = createScene();
    breakDown(scene);
    await scene.push('/users', user);
    await scene.push('/events', { user: 'user-2', name: 'paid' });
    scene.wait(1000);
    await scene.push('/users', user);
    expect(scene.conduct().findings).toEqual([]);
  });

  it('is no matter of what was begun at once', async () => {
    const scene = createScene();
    breakDown(scene);
    const first = scene.begin('POST', '/users', user);
    const second = scene.begin('POST', '/events', event);
    first.end();
    second.end();
    scene.wait(1000);
    await scene.push('/users', user);
    expect(scene.conduct().findings).toEqual([]);
  });

  it('is lost between an update and an event of one user', async () => {
    const scene = createScene();
    breakDown(scene);
    await scene.push('/users', user);
    await scene.push('/events', event);
    scene.wait(1000);
    await scene.push('/users', user);
    expect(scene.conduct().findings).toMatchObject([
      { kind: 'out-of-order', exchanges: ['ex_0000000001', 'ex_0000000002', 'ex_0000000003'] },
    ]);
  });
});
