import { test as base } from '@understudy/mock-server/vitest';
import { expect } from 'vitest';
import { pushUser } from '../../push.ts';
import { brokenChecks } from '../broken/broken-checks.ts';

const test = base.extend('userlistOptions', { scope: 'worker' }, { checks: brokenChecks });

test('meets a crash in an account that is not its own', async ({ userlistServer }) => {
  expect(await pushUser(userlistServer.account(), { identifier: 'user-1' })).toBe(500);
});
