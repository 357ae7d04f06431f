import { checks } from '@understudy/openapi/checks';
import { describe, expect, it, onTestFinished } from 'vitest';
import {
  LeftoverError,
  startUserlist,
  type Userlist,
  type UserlistAccount,
  type UserlistFaultOrder,
} from '../../src/testing/start.ts';
import { push, pushUser } from './push.ts';

const create = async (): Promise<Userlist> => {
  const userlist = await startUserlist();
  onTestFinished(() => userlist.close());
  return userlist;
};

/** What an end complains of; empty when it does not. */
const complaintOf = async (end: Promise<void>): Promise<string> => {
  try {
    await end;
    return '';
  } catch (error) {
    if (error instanceof LeftoverError) return error.message;
    throw error;
  }
};

/** A stand-in that crashes on every user. */
const startBroken = (): Promise<Userlist> => {
  const fail = (): never => {
    throw new Error('a bug of ours');
  };
  return startUserlist({ checks: { ...checks, User: { is: fail, explain: fail } } });
};

describe('The end of an account', () => {
  it('takes state, faults, clock and settings along, and leaves the journal', async () => {
    const account = (await create()).account();
    await pushUser(account, { identifier: 'a' });
    await account.faults.arm({ operation: 'pushEvent', effect: { status: 503 } });
    await account.clock.freeze();
    await account.settings({ rate_limit: 'tiny' });
    expect(await complaintOf(account.end())).toBe('');
    expect(await account.users()).toEqual([]);
    expect(await account.faults.list()).toEqual([]);
    const { clock, settings, limiter } = await account.details();
    expect([clock.own, settings.rate_limit, limiter.used]).toEqual([false, 'documented', 0]);
    await account.expectExactly(1, { operation: 'pushUser' });
  });

  it('complains of a request in flight, and lets go of it', async () => {
    const account = (await create()).account();
    await account.faults.arm({ name: 'silence', effect: { hold: true } });
    const held = pushUser(account, { identifier: 'a' });
    const { id } = await account.waitForExchange();
    expect(await complaintOf(account.end())).toBe(
      `${id} (pushUser 503, fault "silence") was still in flight when the test ended; await it, or abort it before.`,
    );
    expect(await held).toBe(503);
  });

  it('does not complain of a request whose sender gave up', async () => {
    const account = (await create()).account();
    await account.faults.arm({ effect: { hold: true } });
    const patience = new AbortController();
    const held = pushUser(account, { identifier: 'a' }, patience.signal);
    await account.waitForExchange();
    patience.abort();
    const [end] = await Promise.allSettled([complaintOf(account.end()), held]);
    expect(end).toEqual({ status: 'fulfilled', value: '' });
    expect(await account.journal.exchanges()).toMatchObject([{ delivered: 'none' }]);
  });

  it.each<UserlistFaultOrder['effect'] & object>([
    { status: 503, retry_after: 'absent' },
    { delay_ms: 5 },
    { status: 500, bytes_per_second: 10_000 },
    { hang_up: 'before' },
    { hang_up: 'after' },
    { status: 503, truncate_at: 3 },
    { status: 503, content_length: 5000 },
    { garbage: true },
    { body: 'something', headers: { 'X-Odd': 'yes' } },
  ])('does not complain of what a fault did to answers that are out: %j', async (effect) => {
    const account = (await create()).account();
    await account.faults.arm({ effect });
    await Promise.allSettled([1, 2, 3].map((identifier) => pushUser(account, { identifier })));
    expect(await complaintOf(account.end())).toBe('');
    expect((await account.journal.exchanges()).length).toBe(3);
  });

  it('complains of requests on which the stand-in crashed', async () => {
    const userlist = await startBroken();
    const account = userlist.account();
    expect(await pushUser(account, { identifier: 'a' })).toBe(500);
    const complaint = await complaintOf(account.end());
    expect(complaint).toMatch(/^The stand-in failed on ex_0000000001 \(POST \/users 500\): .*a bug of ours/);
    expect(await complaintOf(userlist.close())).toBe(complaint);
  });

  it('complains of a fault that never fired only where it is asked to', async () => {
    const userlist = await create();
    const arm = async (): Promise<UserlistAccount> => {
      const account = userlist.account();
      await account.faults.arm({ name: 'never', operation: 'pushEvent', effect: { status: 503 } });
      await account.faults.arm({ name: 'second', operation: 'pushUser', from: 2, effect: { status: 503 } });
      await account.faults.arm({ name: 'fires', operation: 'pushUser', effect: { status: 503 } });
      await pushUser(account, { identifier: 'a' });
      return account;
    };
    expect(await complaintOf((await arm()).end())).toBe('');
    expect(await complaintOf((await arm()).end({ unusedFaults: 'fail' }))).toBe(
      [
        'The fault "never" was armed and never fired: no request matched it.',
        'The fault "second" was armed and never fired: 1 matched it, but not the one it was for.',
      ].join('\n  '),
    );
  });

  it('comes once, however often it is asked for', async () => {
    const account = (await create()).account();
    await account.faults.arm({ effect: { hold: true } });
    const held = pushUser(account, { identifier: 'a' });
    await account.waitForExchange();
    const [first, second] = [account.end(), account.end()];
    expect(second).toBe(first);
    await expect(first).rejects.toThrow(LeftoverError);
    await held;
  });

  it('comes with the end of the block that the account was made for', async () => {
    const userlist = await create();
    let key = '';
    {
      await using account = userlist.account();
      await account.settings({ rate_limit: 'tiny' });
      key = account.pushKey;
    }
    expect((await userlist.account(key).settings()).rate_limit).toBe('documented');
  });
});

describe('Closing a stand-in', () => {
  it('complains of requests that came for accounts that had ended', async () => {
    const userlist = await startUserlist();
    const [one, other, third] = [userlist.account(), userlist.account(), userlist.account()];
    await pushUser(one, { identifier: 'in time' });
    await one.end({ name: 'signs somebody up' });
    await other.end();
    await third.end();
    await pushUser(one, { identifier: 'late' });
    await push(one, '/events', {});
    await pushUser(other, {});
    const { account } = await other.details();
    const advice = 'Await what a test starts, or stop it before the test ends.';
    expect((await complaintOf(userlist.close())).split('\n')).toEqual([
      `2 requests came after the end of "signs somebody up": ex_0000000002 (pushUser 202), ex_0000000003 (pushEvent 422). ${advice}`,
      `  1 request came after the end of the test of ${account}: ex_0000000004 (pushUser 422). ${advice}`,
    ]);
  });

  it('is content when a key was asked for again after its end', async () => {
    const userlist = await startUserlist({ pushKeys: ['my-key'] });
    for (const identifier of ['first test', 'second test']) {
      const account = userlist.account('my-key');
      await pushUser(account, { identifier });
      await account.end();
    }
    await pushUser(userlist.account('my-key'), { identifier: 'third test, not ended' });
    expect(await complaintOf(userlist.close())).toBe('');
  });

  it('complains of what came after the last end of a key', async () => {
    const userlist = await startUserlist({ pushKeys: ['my-key'] });
    await userlist.account('my-key').end({ name: 'first' });
    const account = userlist.account('my-key');
    await account.end({ name: 'second' });
    await pushUser(account, { identifier: 'late' });
    expect(await complaintOf(userlist.close())).toContain('1 request came after the end of "second"');
  });

  it('is content when nothing came after, whatever other accounts got', async () => {
    const userlist = await startUserlist();
    const account = userlist.account();
    await pushUser(account, { identifier: 'in time' });
    await account.end();
    await pushUser(userlist.account(), { identifier: 'another' });
    expect(await complaintOf(userlist.close())).toBe('');
  });

  it('stops it, once, and whoever asks afterwards is told that nothing answers', async () => {
    const userlist = await startUserlist();
    await Promise.all([userlist.close(), userlist.close()]);
    await expect(userlist.journal.exchanges()).rejects.toThrow(
      `Nothing answers at ${userlist.url} (ECONNREFUSED); does the stand-in still run?`,
    );
  });

  it('complains of a crash that no end of an account has told', async () => {
    const userlist = await startBroken();
    await pushUser(userlist.account(), { identifier: 'a' });
    expect(await complaintOf(userlist.close())).toContain('a bug of ours');
    await expect(userlist.journal.exchanges()).rejects.toThrow('Nothing answers');
  });

  it('comes with the end of the block that it was started for', async () => {
    let url = '';
    {
      await using userlist = await startUserlist();
      url = userlist.url;
    }
    await expect(fetch(url)).rejects.toThrow('fetch failed');
  });
});
