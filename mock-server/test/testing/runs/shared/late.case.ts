import { test } from '@understudy/mock-server/vitest';
import { pushUser } from '../../push.ts';

test('goes on after its end', async ({ userlist, onTestFinished }) => {
  onTestFinished(() => pushUser(userlist, { identifier: 'late' }).then(() => undefined));
});

test('is over when it ends', async ({ userlist }) => {
  await pushUser(userlist, { identifier: 'in time' });
});
