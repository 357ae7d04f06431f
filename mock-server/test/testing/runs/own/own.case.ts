import { test as base } from '@understudy/mock-server/vitest';
import { expect, inject } from 'vitest';
import { pushUser } from '../../push.ts';
import { brokenChecks } from '../broken/broken-checks.ts';

const test = base.extend(
  'userlistOptions',
  { scope: 'worker' },
  { checks: brokenChecks, rateLimit: '1/60s' },
);

test('has a stand-in of its own, with its options', async ({ userlist }) => {
  expect(inject('understudy.userlist')).toBe(undefined);
  expect((await userlist.settings()).rate_limit).toBe('1/60s');
});

test('meets a crash', async ({ userlist }) => {
  expect(await pushUser(userlist, { identifier: 'user-1' })).toBe(500);
});
