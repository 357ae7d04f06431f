import { test } from '@understudy/mock-server/vitest';
import { describe, expect } from 'vitest';
import { pushUser } from '../../push.ts';

describe.concurrent('A test', () => {
  test('that leaves a request in flight', async ({ userlist }) => {
    await userlist.faults.arm({ name: 'silence', effect: { hold: true } });
    pushUser(userlist, { identifier: 'held' }).catch(() => undefined);
    await userlist.waitForExchange();
  });

  test('that expects what did not come', async ({ userlist }) => {
    await pushUser(userlist, { identifier: 'user-1', properties: { plan: 'trial' } });
    await userlist.expectExchange({ operation: 'pushUser', body: { properties: { plan: 'pro' } } });
  });

  test('that has another view of what came', async ({ userlist }) => {
    await pushUser(userlist, { identifier: 'user-1', properties: { plan: 'trial' } });
    await expect(userlist).toHaveReceived({ operation: 'pushUser', body: { properties: { plan: 'pro' } } });
  });

  test('that says what may not have come', async ({ userlist }) => {
    await pushUser(userlist, { identifier: 'user-1' });
    await expect(userlist).not.toHaveReceived({ operation: 'pushUser' });
  });

  test('that counts wrong', async ({ userlist }) => {
    await pushUser(userlist, { identifier: 'user-1' });
    await expect(userlist).toHaveReceivedExactly(2, { operation: 'pushUser' });
  });

  test('that arms in vain', async ({ userlist }) => {
    await userlist.faults.arm('outage');
  });

  test('that goes well', async ({ userlist }) => {
    expect(await pushUser(userlist, { identifier: 'user-1' })).toBe(202);
  });
});

describe('Where faults have to fire, a test', () => {
  test.override({ unusedFaults: 'fail' });

  test('that arms in vain', async ({ userlist }) => {
    await userlist.faults.arm('outage');
  });
});
