import { connectUserlist } from '@understudy/mock-server/start';
import { expect, inject, it } from 'vitest';
import { pushUser } from '../../push.ts';

it('meets a crash that no fixture looks for', async () => {
  const account = connectUserlist(inject('understudy.userlist')).account();
  expect(await pushUser(account, { identifier: 'user-1' })).toBe(500);
});
