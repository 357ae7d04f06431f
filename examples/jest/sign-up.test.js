import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { userlistMatchers } from '@understudy/mock-server/matchers';
import { startUserlist } from '@understudy/mock-server/start';
import { signUp } from './sign-up.js';

expect.extend(userlistMatchers);

const ada = { id: 'user-1', email: 'ada@example.com', plan: 'trial' };
let userlist;
let account;

beforeAll(async () => {
  userlist = await startUserlist();
});
beforeEach(() => {
  account = userlist.account();
});
// Fails the test on what it leaves behind.
afterEach(() => account.end());
afterAll(() => userlist.close());

describe('Somebody who signs up', () => {
  it('is a user with a plan, and an event', async () => {
    const result = await signUp(ada, { pushKey: account.pushKey, baseUrl: account.url });

    expect(result.ok).toBe(true);
    const event = { operation: 'pushEvent', status: 202, body: { name: 'signed_up' } };
    await expect(account).toHaveReceived(event, { timeoutMs: 5000 });
    await expect(account).toHaveReceivedExactly(2, { status: 202 });
    expect(await account.users()).toMatchObject([
      { email: 'ada@example.com', properties: { current_plan: 'trial' } },
    ]);
  });

  it('is no event when Userlist does not know them', async () => {
    const result = await signUp(
      { ...ada, email: 'nobody' },
      { pushKey: account.pushKey, baseUrl: account.url },
    );

    expect(result).toMatchObject({ status: 422, errors: ['Email is invalid'] });
    await expect(account).not.toHaveReceived({ operation: 'pushEvent' });
  });

  it('is told again after an outage', async () => {
    await account.faults.arm({ preset: 'outage', operation: 'pushUser', times: 2 });

    const result = await signUp(ada, { pushKey: account.pushKey, baseUrl: account.url });

    expect(result.attempts).toBe(3);
    await account.waitForExchange({ operation: 'pushEvent', status: 202 });
  });
});
