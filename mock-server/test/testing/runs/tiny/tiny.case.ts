import { test } from '@understudy/mock-server/vitest';
import { expect } from 'vitest';

test('has the options of the set-up', async ({ userlist }) => {
  expect((await userlist.settings()).rate_limit).toBe('tiny');
});
