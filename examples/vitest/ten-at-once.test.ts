import { createPushClient, type PushClient, type PushClientOptions } from '@understudy/client';
import { test } from '@understudy/mock-server/vitest';
import { describe, expect } from 'vitest';

type Addressed = { readonly pushKey: string; readonly url: string };

const connect = ({ pushKey, url }: Addressed, more: Partial<PushClientOptions> = {}): PushClient =>
  createPushClient({ pushKey, baseUrl: url, random: () => 0, ...more });

const user = { identifier: 'user-1' };
const event = { name: 'project_created', user: 'user-1' };

/** They share a stand-in, and each has an account and faults that no other meets. */
describe.concurrent('Ten at once', () => {
  test('an outage that ends', async ({ userlist }) => {
    await userlist.faults.arm({ preset: 'outage', times: 2 });
    expect(await connect(userlist).users.push(user)).toMatchObject({ ok: true, attempts: 3 });
    await expect(userlist).toHaveReceivedExactly(2, { status: 503 });
  });

  test('a limit that asks to come back at once', async ({ userlist }) => {
    await userlist.faults.arm({ times: 1, effect: { status: 429, retry_after: 0 } });
    expect(await connect(userlist).users.push(user)).toMatchObject({ ok: true, attempts: 2 });
    await expect(userlist).toHaveReceivedExactly(1, { status: 429 });
  });

  test('a page where an answer should be', async ({ userlist }) => {
    await userlist.faults.arm({ effect: { status: 502, body: '<h1>Bad gateway</h1>' } });
    const result = await connect(userlist, { retry: false }).users.push(user);
    expect(result).toMatchObject({ ok: false, status: 502, errors: ['<h1>Bad gateway</h1>'] });
    expect(await userlist.users()).toEqual([]);
  });

  test('a connection that is closed before', async ({ userlist }) => {
    await userlist.faults.arm({ times: 1, effect: { hang_up: 'before' } });
    expect(await connect(userlist).events.push(event)).toMatchObject({ ok: true, attempts: 2 });
    expect(await userlist.events()).toHaveLength(1);
  });

  test('a connection that is closed after', async ({ userlist }) => {
    await userlist.faults.arm({ times: 1, effect: { hang_up: 'after' } });
    expect(await connect(userlist).events.push(event)).toMatchObject({ ok: true, attempts: 2 });
    expect(await userlist.events()).toHaveLength(2);
    expect((await userlist.conduct()).summary).toMatchObject({ 'duplicate-after-unknown': 1 });
  });

  test('an answer that never comes', async ({ userlist }) => {
    await userlist.faults.arm({ effect: { hold: true } });
    const patience = new AbortController();
    const pushed = connect(userlist).users.push(user, { signal: patience.signal });
    await userlist.waitForExchange({ operation: 'pushUser' });
    patience.abort();
    expect(await pushed).toMatchObject({ ok: false, kind: 'aborted' });
  });

  test('an answer that is no HTTP', async ({ userlist }) => {
    await userlist.faults.arm({ times: 1, effect: { garbage: true } });
    expect(await connect(userlist).users.push(user)).toMatchObject({ ok: true, attempts: 2 });
    expect(await userlist.users()).toMatchObject([user]);
  });

  test('answers that come late and out of order', async ({ userlist }) => {
    await userlist.faults.arm({ effect: { delay_ms: { min: 0, max: 20, seed: 7 } } });
    const client = connect(userlist);
    const sent = ['a', 'b', 'c', 'd', 'e'].map((identifier) => client.users.push({ identifier }));
    expect((await Promise.all(sent)).map(({ ok }) => ok)).toEqual(Array(5).fill(true));
    expect(await userlist.users()).toHaveLength(5);
  });

  test('a minute until the outage', async ({ userlist }) => {
    await userlist.clock.freeze();
    await userlist.faults.arm({ timeline: [{ at_ms: 60_000, arm: { preset: 'outage' }, for_ms: 30_000 }] });
    const client = connect(userlist, { retry: false });
    const statuses: (number | null)[] = [];
    for (const pause of [60_000, 30_000, 0]) {
      statuses.push((await client.users.push(user)).status);
      await userlist.clock.advance(pause);
    }
    expect(statuses).toEqual([202, 503, 202]);
  });

  test('some users only', async ({ userlist }) => {
    const match = { body: { properties: { plan: 'pro' } } };
    await userlist.faults.arm({ operation: 'pushUser', match, effect: { status: 422 } });
    const client = connect(userlist);
    const pro = { identifier: 'pro', properties: { plan: 'pro' } };
    expect([(await client.users.push(user)).status, (await client.users.push(pro)).status]).toEqual([
      202, 422,
    ]);
    await expect(userlist).toHaveReceived({ operation: 'pushUser', status: 422, body: pro });
  });
});
