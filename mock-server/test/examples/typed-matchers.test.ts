import { startUserlist } from '@understudy/mock-server/start';
import { expect, it } from 'vitest';

it('knows what a user may have', async () => {
  await using userlist = await startUserlist();
  await using account = userlist.account();

  await account.expectNoExchange({
    operation: 'pushUser',
    body: { preferences: [{ topic: 'news', subscribed: true }], properties: { anything: 'goes' } },
  });
  // @ts-expect-error: there is no such attribute
  await account.expectNoExchange({ operation: 'pushUser', body: { emial: 'ada@example.com' } });

  const [user] = await account.users({ email: 'ada@example.com' });
  expect(user?.preferences[0]?.subscribed).toBe(undefined);
});
