import { test as base } from '@understudy/mock-server/vitest';

const test = base.extend('userlistOptions', { scope: 'worker' }, { pushKeys: ['my-key'] } as object);

test('is told that its stand-in cannot have keys', async ({ userlist }) => {
  await userlist.users();
});
