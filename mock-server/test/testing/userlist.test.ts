import { describe, expect, it, onTestFinished } from 'vitest';
import { connectUserlist, startUserlist, UsageError, type Userlist } from '../../src/testing/start.ts';
import { expectExchange } from '../../src/verify/expect-exchange.ts';
import { push, pushUser } from './push.ts';
import { serve, ways } from './served.ts';

describe.each(Object.entries(ways))('A stand-in that comes of %s', (_way, open) => {
  const create = async (): Promise<Userlist> => {
    const userlist = await open();
    onTestFinished(() => userlist.close());
    return userlist;
  };

  it('stores what an account is sent, and shows it', async () => {
    const account = (await create()).account();
    await pushUser(account, {
      identifier: 'user-1',
      email: 'ada@example.com',
      relationships: [
        { company: { identifier: 'company-1', name: 'Harbor' }, properties: { role: 'owner' } },
      ],
    });
    await push(account, '/events', { name: 'Project Created', user: 'user-1' });
    await push(account, '/messages', { user: 'user-1', template: 'welcome' });
    expect(await account.users()).toMatchObject([{ identifier: 'user-1', email: 'ada@example.com' }]);
    expect(await account.companies({ identifier: 'company-1' })).toMatchObject([{ name: 'Harbor' }]);
    expect(await account.companies({ identifier: 'company-2' })).toEqual([]);
    expect(await account.relationships()).toMatchObject([{ user: 'user-1', properties: { role: 'owner' } }]);
    expect(await account.events()).toMatchObject([{ name: 'project_created', user: 'user-1' }]);
    expect(await account.messages()).toMatchObject([{ template: 'welcome' }]);
    expect(await account.details()).toMatchObject({ requests: 3, counts: { users: 1, events: 1 } });
  });

  it('gives every account a key of its own, and what belongs to it alone', async () => {
    const userlist = await create();
    const [one, other] = [userlist.account(), userlist.account()];
    expect(one.pushKey).not.toBe(other.pushKey);
    await one.faults.arm('outage');
    await one.settings({ features: { messages: false } });
    await one.clock.freeze('2026-01-12T08:00:00Z');
    expect([await pushUser(one, { identifier: 'a' }), await pushUser(other, { identifier: 'b' })]).toEqual([
      503, 202,
    ]);
    expect(await one.users()).toEqual([]);
    expect((await other.settings()).features.messages).toBe(true);
    expect((await other.clock.now()).getTime()).toBeGreaterThan(Date.UTC(2026, 0, 13));
    expect(await other.faults.list()).toEqual([]);
    await other.expectNoExchange({ status: 503 });
    await expect(other.expectExchange({ status: 503 })).rejects.toThrow('there is none');
  });

  it('goes on with an account whose key is known', async () => {
    const userlist = await create();
    const key = userlist.pushKey();
    await pushUser(userlist.account(key), { identifier: 'user-1' });
    expect(await userlist.account(key).users()).toHaveLength(1);
  });

  it('is asked about all accounts at once', async () => {
    const userlist = await create();
    const [one, other] = [userlist.account(), userlist.account()];
    await userlist.faults.arm({ operation: 'pushUser', times: 2, effect: { status: 503 } });
    await userlist.clock.freeze('2026-01-12T08:00:00Z');
    for (const account of [one, other, one]) await pushUser(account, { identifier: 'a' });
    await userlist.expectExactly(2, { status: 503 });
    await userlist.expectExchange({ operation: 'pushUser', status: 202, body: { identifier: 'a' } });
    const times = (await userlist.journal.exchanges()).map(({ received_at: at }) => at);
    expect(times).toEqual(Array(3).fill('2026-01-12T08:00:00.000Z'));
    expect(await userlist.faults.list()).toMatchObject([{ offered: 2, fired: 2 }]);
    expect(await userlist.faults.clear()).toBe(1);
    await userlist.reset();
    await userlist.expectNoExchange();
    expect(await one.users()).toEqual([]);
  });

  it('arms faults by order, by timeline and by name, and clears them', async () => {
    const account = (await create()).account();
    await account.faults.arm({ name: 'twice', operation: 'pushUser', times: 2, effect: { status: 500 } });
    await account.faults.arm({
      operation: 'pushUser',
      match: { body: { properties: { plan: 'pro' } } },
      effect: { status: 503 },
    });
    const pro = { identifier: 'a', properties: { plan: 'pro' } };
    const statuses: number[] = [];
    for (const user of [pro, { identifier: 'b' }, { identifier: 'c' }, pro])
      statuses.push(await pushUser(account, user));
    expect(statuses).toEqual([500, 500, 202, 503]);
    expect(await account.faults.clear('twice')).toBe(1);
    expect(await account.faults.clear()).toBe(1);
    await account.clock.freeze();
    const { timelines } = await account.faults.arm({
      timeline: [{ at_ms: 1000, arm: { preset: 'outage' }, for_ms: 1000 }],
    });
    expect(timelines).toHaveLength(1);
    await account.clock.advance(1000);
    expect(await pushUser(account, pro)).toBe(503);
    await account.clock.advance(1000);
    expect(await pushUser(account, pro)).toBe(202);
  });

  it('lets a minute pass in no time', async () => {
    const account = (await create()).account();
    await account.settings({ rate_limit: '1/60s' });
    const start = await account.clock.freeze(new Date('2026-01-12T08:00:00Z'));
    expect(await pushUser(account, { identifier: 'a' })).toBe(202);
    expect(await pushUser(account, { identifier: 'a' })).toBe(429);
    const next = await account.clock.advance('next-window');
    expect(next.getTime() - start.getTime()).toBe(60_000);
    expect(await pushUser(account, { identifier: 'a' })).toBe(202);
    expect(await account.clock.set('2026-01-13T08:00:00Z')).toEqual(new Date('2026-01-13T08:00:00Z'));
    const { own, mode } = (await account.details()).clock;
    expect([own, mode]).toEqual([true, 'frozen']);
    await account.clock.run();
    expect((await account.details()).clock.mode).toBe('system');
  });

  it('shows the journal, whole or by its filters', async () => {
    const account = (await create()).account();
    await pushUser(account, { identifier: 'a', nickname: 'Ada' });
    await push(account, '/events', {});
    const [first, second] = await account.journal.exchanges();
    expect([first?.operation, second?.answer.status]).toEqual(['pushUser', 422]);
    const since = first?.id ?? '';
    for (const [filter, found] of [
      [{ operation: 'pushEvent' }, [second]],
      [{ status: 202 }, [first]],
      [{ diagnostic: 'unknown-attribute' }, [first]],
      [{ since }, [second]],
    ] as const)
      expect(await account.journal.exchanges(filter)).toEqual(found);
  });

  it('forgets parts of an account, all but the settings unless they are named', async () => {
    const account = (await create()).account();
    await account.settings({ rate_limit: 'tiny' });
    await pushUser(account, { identifier: 'a' });
    await account.reset(['state']);
    expect(await account.users()).toEqual([]);
    await account.expectExactly(1);
    await account.reset();
    await account.expectNoExchange();
    expect((await account.settings()).rate_limit).toBe('tiny');
    await account.reset(['settings']);
    expect((await account.settings()).rate_limit).toBe('documented');
  });

  it('tells how a client behaved', async () => {
    const account = (await create()).account();
    await account.faults.arm({ times: 1, effect: { hang_up: 'after' } });
    const event = { name: 'project_created', user: 'user-1' };
    await expect(push(account, '/events', event)).rejects.toThrow('socket hang up');
    await push(account, '/events', event);
    expect((await account.conduct()).findings).toMatchObject([{ kind: 'duplicate-after-unknown' }]);
  });
});

it('reads lists and journals of any length to their end', async () => {
  const { userlist, engine } = await serve({ rateLimit: 'off' });
  onTestFinished(() => userlist.close());
  const account = userlist.account();
  for (let sent = 0; sent < 1200; sent += 1)
    await engine.handle(
      new Request(`${userlist.url}/users`, {
        method: 'POST',
        headers: { Authorization: `Push ${account.pushKey}`, 'Content-Type': 'application/json' },
        body: JSON.stringify({ identifier: sent }),
      }),
    );
  expect(await account.users()).toHaveLength(1200);
  expect(await account.journal.exchanges()).toHaveLength(1200);
  const found = await account.expectExactly(1200, { operation: 'pushUser' });
  expect(new Set(found.map(({ id }) => id)).size).toBe(1200);
  const last = await account.waitForExchange({}, { count: 1100 });
  expect(last.request.body).toEqual({ identifier: 1099 });
});

it.each(['', '.', '..', '\ud800', null])('refuses %j as a push key', async (key) => {
  const { userlist } = await serve();
  onTestFinished(() => userlist.close());
  expect(() => userlist.account(key as string)).toThrow(UsageError);
});

it('says what options look like when it is given none', async () => {
  await expect(startUserlist(null as never)).rejects.toThrow(
    new UsageError("The options of startUserlist are an object such as { rateLimit: 'tiny' }."),
  );
  expect(() => connectUserlist(undefined as never)).toThrow(UsageError);
});

it('finds an account by its name when its key is sent as UTF-8', async () => {
  const { userlist } = await serve({ pushKeys: ['schlüssel☃'] });
  onTestFinished(() => userlist.close());
  const account = userlist.account('schlüssel☃');
  const bytes = Buffer.from(account.pushKey).toString('latin1');
  const headers = {
    Authorization: `Push ${bytes}`,
    'Content-Type': 'application/json',
    'X-Note': `is ${bytes}`,
  };
  const body = '{"identifier":"user-1"}';
  expect((await fetch(`${account.url}/users`, { method: 'POST', headers, body })).status).toBe(202);
  expect(await account.users()).toHaveLength(1);
  expect(JSON.stringify(await account.journal.exchanges())).not.toMatch(/schl/);
});

it('refuses a long number where it would look for other digits than were sent', async () => {
  const { userlist, engine } = await serve();
  onTestFinished(() => userlist.close());
  const account = userlist.account();
  const body = { identifier: JSON.parse('12345678901234567890') as number };
  const headers = { Authorization: `Push ${account.pushKey}`, 'Content-Type': 'application/json' };
  const sent = '{"identifier":12345678901234567890}';
  await engine.handle(new Request(`${userlist.url}/users`, { method: 'POST', headers, body: sent }));
  await account.expectExchange({ operation: 'pushUser', body: { identifier: '12345678901234567890' } });
  const refused = [
    account.expectExchange({ operation: 'pushUser', body }),
    account.waitForExchange({ operation: 'pushUser', body }),
    account.faults.arm({ operation: 'pushUser', match: { body }, effect: { status: 503 } }),
  ];
  for (const each of refused) await expect(each).rejects.toThrow(/body\/identifier: .* send it as text\.$/);
  expect(() => expectExchange(engine, { operation: 'pushUser', body })).toThrow('send it as text');
});
