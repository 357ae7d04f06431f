import { describe, expect, it } from 'vitest';
import { createScene } from '../conduct/scene.ts';

const PATH = '/rudderstack/events';
const track = (messageId: string, more: object = {}) => ({
  type: 'track',
  userId: 'user-1',
  event: 'Opened',
  messageId,
  ...more,
});
const identify = (messageId: string, traits: object) => ({
  type: 'identify',
  userId: 'user-1',
  messageId,
  traits,
});

const itemOf = (body: unknown, path = PATH) => {
  const { engine, begin } = createScene();
  return engine.service.itemOf(begin('POST', path, body).exchange);
};

describe('what a message is about', () => {
  it.each([
    [identify('m', {}), 'user "user-1"', 'user user-1'],
    [{ type: 'group', userId: 'u', groupId: 'company-1' }, 'company "company-1"', 'company company-1'],
    [track('m'), 'event "Opened" of user "user-1"', 'user user-1'],
    [{ type: 'page', userId: 'u' }, 'a message of type "page" that stands for nothing', null],
    [{ userId: 'u' }, 'a message without a type', null],
    [[1], 'a message without a type', null],
  ])('is told of %j', (message, label, subject) => {
    expect(itemOf(message)).toMatchObject({ label, subject });
  });

  it('is told of payloads as at the Push API', () => {
    expect(itemOf({ name: 'opened', user: 'user-1' }, '/posthog/events')).toMatchObject({
      label: 'event "opened" of user "user-1"',
      payload: { name: 'opened', user: 'user-1' },
      content: { name: 'opened', user: 'user-1' },
    });
  });
});

describe('the conduct of who hands messages on', () => {
  it('knows the same message by its id, wherever it has been since', async () => {
    const scene = createScene();
    await scene.push(PATH, track('m-1', { sentAt: 1 }));
    await scene.push(PATH, track('m-1', { sentAt: 2 }));
    expect(scene.conduct().items).toBe(1);
    expect(scene.conduct().summary).toMatchObject({ 'duplicate-after-success': 1 });
  });

  it('takes two messages for two, though they ask for the same', async () => {
    const scene = createScene();
    await scene.push(PATH, track('m-1'));
    await scene.push(PATH, track('m-2'));
    expect(scene.conduct()).toMatchObject({ items: 2, summary: { 'duplicate-after-success': 0 } });
  });

  it('counts no loss where a later message says all that was lost', async () => {
    const scene = createScene();
    scene.arm({ times: 1, effect: { status: 503 } });
    await scene.push(PATH, identify('m-1', { plan: 'trial' }));
    await scene.push(PATH, identify('m-2', { plan: 'pro', seats: 3 }));
    expect(scene.conduct().summary).toMatchObject({ lost: 0, 'gave-up': 0 });
    scene.arm({ times: 1, effect: { status: 503 } });
    await scene.push(PATH, track('m-3'));
    await scene.push(PATH, identify('m-4', { plan: 'pro' }));
    expect(scene.conduct().summary).toMatchObject({ lost: 1 });
  });
});
