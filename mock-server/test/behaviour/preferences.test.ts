import { expect, it } from 'vitest';
import { describeThroughDoors, expectAccepted, expectRefusal } from '../stand-in.ts';

describeThroughDoors('preferences', (standIn) => {
  const push = (preferences: unknown) => standIn.post('/users', { identifier: 'user-1', preferences });

  it('are kept by topic, and only those named change', async () => {
    await push([
      { topic: 'news', subscribed: true },
      { topic: 'tips', subscribed: true },
    ]);
    await push([
      { topic: 'tips', subscribed: false },
      { topic: 'offers', subscribed: false },
    ]);
    expect(standIn.users()[0]?.preferences).toEqual([
      { topic: 'news', subscribed: true },
      { topic: 'tips', subscribed: false },
      { topic: 'offers', subscribed: false },
    ]);
    expect(standIn.changes()).toEqual([
      {
        kind: 'updated',
        resource: 'user',
        key: 'user-1',
        before: { preferences: { tips: true, offers: null } },
        after: { preferences: { tips: false, offers: false } },
      },
    ]);
  });

  it('take the last word on a topic named twice', async () => {
    await push([]);
    await push([
      { topic: 'news', subscribed: true },
      { topic: 'news', subscribed: false },
    ]);
    expect(standIn.users()[0]?.preferences).toEqual([{ topic: 'news', subscribed: false }]);
    expect(standIn.changes()).toMatchObject([
      { before: { preferences: { news: null } }, after: { preferences: { news: false } } },
    ]);
  });

  it.each([[null], [[]], [undefined]])('change nothing as %j', async (preferences) => {
    await push([{ topic: 'news', subscribed: true }]);
    expectAccepted(await push(preferences));
    expect(standIn.users()[0]?.preferences).toEqual([{ topic: 'news', subscribed: true }]);
  });

  it('may belong to a user who is embedded', async () => {
    await standIn.post('/events', {
      name: 'x',
      user: { identifier: 'user-1', preferences: [{ topic: 'news', subscribed: false }] },
    });
    expect(standIn.users()).toMatchObject([{ preferences: [{ topic: 'news', subscribed: false }] }]);
  });

  it('take any topic, for none are listed', async () => {
    for (const topic of ['5f0a0c1e-0000-4000-8000-000000000000', '__proto__', 'a/b~c', 'Große Themen']) {
      expectAccepted(await push([{ topic, subscribed: true }]));
      expect(standIn.changes()).toMatchObject([{ after: { preferences: { [topic]: true } } }]);
    }
    expect(standIn.users()[0]?.preferences).toHaveLength(4);
  });

  it.each([
    [{}, ['Preferences topic must exist', 'Preferences subscribed is not included in the list']],
    [{ subscribed: true }, ['Preferences topic must exist']],
    [{ topic: null, subscribed: true }, ['Preferences topic must exist']],
    [{ topic: ' ', subscribed: true }, ['Preferences topic must exist']],
    [{ topic: 'news' }, ['Preferences subscribed is not included in the list']],
    [{ topic: 'news', subscribed: null }, ['Preferences subscribed is not included in the list']],
    [{ topic: 'news', subscribed: 'yes' }, ['Preferences subscribed is not included in the list']],
    [{ topic: 'news', subscribed: 1 }, ['Preferences subscribed is not included in the list']],
    ['news', ['Preferences is invalid']],
  ])('are refused with an entry %j', async (entry, texts) => {
    expectRefusal(await push([{ topic: 'tips', subscribed: true }, entry]), 422, texts);
    expect(standIn.users()).toEqual([]);
  });

  it.each(['news', 5, { topic: 'news', subscribed: true }])(
    'are refused when they are no list: %j',
    async (preferences) => {
      expectRefusal(await push(preferences), 422, ['Preferences is invalid']);
    },
  );
});
