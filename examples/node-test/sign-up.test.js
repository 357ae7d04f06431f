import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { startUserlist } from '@understudy/mock-server/start';
import { signUp } from './sign-up.js';

const userlist = await startUserlist();
after(() => userlist.close());

const ada = { id: 'user-1', email: 'ada@example.com', plan: 'trial' };

/** An account of the test's own, which fails the test on what it leaves behind. */
const open = (test) => {
  const account = userlist.account();
  test.after(() => account.end({ name: test.name }));
  return account;
};

describe('Somebody who signs up', { concurrency: true }, () => {
  it('is a user with a plan, and an event', async (test) => {
    const account = open(test);

    const result = await signUp(ada, { pushKey: account.pushKey, baseUrl: account.url });

    assert.equal(result.ok, true);
    await account.waitForExchange({ operation: 'pushEvent', status: 202, body: { name: 'signed_up' } });
    await account.expectExactly(2, { status: 202 });
    const [user] = await account.users();
    assert.deepEqual([user.email, user.properties], ['ada@example.com', { current_plan: 'trial' }]);
  });

  it('is no event when Userlist does not know them', async (test) => {
    const account = open(test);

    const result = await signUp(
      { ...ada, email: 'nobody' },
      { pushKey: account.pushKey, baseUrl: account.url },
    );

    assert.deepEqual([result.status, result.errors], [422, ['Email is invalid']]);
    await account.expectNoExchange({ operation: 'pushEvent' });
  });

  it('is told again after an outage', async (test) => {
    const account = open(test);
    await account.faults.arm({ preset: 'outage', operation: 'pushUser', times: 2 });

    const result = await signUp(ada, { pushKey: account.pushKey, baseUrl: account.url });

    assert.equal(result.attempts, 3);
    await account.waitForExchange({ operation: 'pushEvent', status: 202 });
  });
});
