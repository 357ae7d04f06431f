import { test } from '@understudy/mock-server/vitest';
import { describe, expect } from 'vitest';
import { signUp } from './sign-up.ts';

const ada = { id: 'user-1', email: 'ada@example.com', plan: 'trial' };

describe('Somebody who signs up', () => {
  test('is a user with a plan, and an event', async ({ userlist }) => {
    const { pushKey, url } = userlist;

    expect(await signUp(ada, { pushKey, baseUrl: url })).toMatchObject({ ok: true, attempts: 1 });

    const event = {
      operation: 'pushEvent',
      status: 202,
      body: { name: 'signed_up', user: 'user-1' },
    } as const;
    await expect(userlist).toHaveReceived(event, { timeoutMs: 5000 });
    await expect(userlist).toHaveReceivedExactly(2, { status: 202 });
    await expect(userlist).not.toHaveReceived({ diagnostic: 'unknown-attribute' });
    expect(await userlist.users()).toMatchObject([
      { email: ada.email, properties: { current_plan: 'trial' } },
    ]);
  });

  test('is no event when Userlist does not know them', async ({ userlist }) => {
    const { pushKey, url } = userlist;

    const result = await signUp({ ...ada, email: 'nobody' }, { pushKey, baseUrl: url });

    expect(result).toMatchObject({ ok: false, status: 422, errors: ['Email is invalid'] });
    await expect(userlist).not.toHaveReceived({ operation: 'pushEvent' });
  });
});

describe('A fault that a test arms', () => {
  test.override({ unusedFaults: 'fail' });

  test('has to fire here', async ({ userlist }) => {
    const { pushKey, url } = userlist;
    await userlist.faults.arm({ operation: 'pushUser', times: 1, effect: { status: 503 } });

    expect(await signUp(ada, { pushKey, baseUrl: url })).toMatchObject({ ok: true, attempts: 2 });

    await userlist.waitForExchange({ operation: 'pushEvent', status: 202 });
  });
});
