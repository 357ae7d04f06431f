import { connectUserlist, startUserlist, UsageError } from '@understudy/mock-server/start';
import { it, test } from '@understudy/mock-server/vitest';
import { describe, expect } from 'vitest';
import { push, pushUser } from './push.ts';

const seen = new Set<string>();
let prepared = '';

test.beforeAll(async ({ userlistServer }) => {
  const account = userlistServer.account();
  await pushUser(account, { identifier: 'prepared' });
  prepared = account.pushKey;
});

describe('The fixture', () => {
  test('has a fresh account in every repetition', { repeats: 2 }, async ({ userlist }) => {
    expect(seen.has(userlist.pushKey)).toBe(false);
    seen.add(userlist.pushKey);
    expect(await userlist.users()).toEqual([]);
  });

  test('shares its stand-in with what a hook prepares', async ({ userlistServer, userlist }) => {
    expect(userlist.url).toBe(userlistServer.url);
    expect(await userlistServer.account(prepared).users()).toHaveLength(1);
  });

  it.for([1, 2])('is there for tests with cases too: %i', async (count, { userlist }) => {
    for (let sent = 0; sent < count; sent += 1) await pushUser(userlist, { identifier: sent });
    await userlist.expectExactly(count);
  });

  it('goes without an account where a test takes none', () => {
    expect(seen.size).toBe(3);
  });
});

describe('expect(account)', () => {
  test('tells what it has received', async ({ userlist }) => {
    await pushUser(userlist, { identifier: 'user-1', properties: { planName: 'pro' } });
    await expect(userlist).toHaveReceived();
    await expect(userlist).toHaveReceived({ body: { properties: { plan_name: 'pro' } } });
    await expect(userlist).not.toHaveReceived({ operation: 'pushEvent' });
    await expect(userlist).toHaveReceivedExactly(1);
    await expect(userlist).toHaveReceivedExactly(0, { status: 422 });
  });

  test.concurrent('does so with the expect of the test too', async ({ userlist, expect: own }) => {
    await pushUser(userlist, { identifier: 'user-1' });
    await own(userlist).toHaveReceived({ operation: 'pushUser' });
  });

  test('waits as long as it is told to', async ({ userlist }) => {
    const event = { operation: 'pushEvent' } as const;
    const waiting = [
      expect(userlist).toHaveReceived(event, { timeoutMs: 60_000 }),
      expect(userlist).toHaveReceivedExactly(2, event, { timeoutMs: 60_000 }),
    ];
    for (const name of ['one', 'two']) await push(userlist, '/events', { name, user: 'user-1' });
    await Promise.all(waiting);
  });

  test('says what came instead when it waited in vain', async ({ userlist }) => {
    await pushUser(userlist, { identifier: 'user-1' });
    await expect(
      expect(userlist).toHaveReceived({ operation: 'pushEvent' }, { timeoutMs: 1 }),
    ).rejects.toThrow(/^0 of 1 exchanges with operation pushEvent .* came within 1 ms\.\n {2}Instead came: /);
    await expect(
      expect(userlist).toHaveReceivedExactly(2, { operation: 'pushUser' }, { timeoutMs: 1 }),
    ).rejects.toThrow(/^Exactly 2 exchanges .* but there is 1\./);
  });

  test('is for a whole stand-in too', async ({ userlist, userlistServer }) => {
    await pushUser(userlist, { identifier: 'only here' });
    await expect(userlistServer).toHaveReceivedExactly(1, { body: { identifier: 'only here' } });
  });

  test('refuses what cannot be meant', async ({ userlist }) => {
    const refused = [
      expect('a key').toHaveReceived(),
      expect(userlist).not.toHaveReceived({}, { timeoutMs: 10 }),
      expect(userlist).not.toHaveReceivedExactly(2),
      expect(userlist).toHaveReceived({ body: { email: /ada/ as never } }),
    ];
    for (const each of refused) await expect(each).rejects.toThrow(UsageError);
  });

  test('is not content when nobody answers any more', async () => {
    const closed = await startUserlist();
    await closed.close();
    const gone = connectUserlist({ url: closed.url }).account();
    await expect(expect(gone).toHaveReceived()).rejects.toThrow(`Nothing answers at ${closed.url}`);
    await expect(expect(gone).not.toHaveReceived()).rejects.toThrow('Nothing answers');
    await expect(expect(gone).toHaveReceivedExactly(0)).rejects.toThrow(UsageError);
  });
});
