import { describe, expect, it, vi } from 'vitest';
import { createFixture, type DeskAnswer, START } from '../../test/desk/desk-fixture.ts';

const user = { identifier: 'user-1' };
const DOWN = { effect: { status: 503 } };

type Listed = {
  readonly items: readonly Readonly<Record<string, unknown>>[];
  readonly timelines: readonly { readonly account: string | null; readonly next_at: string }[];
};

const open = (options: Parameters<typeof createFixture>[0] = {}) => {
  const fixture = createFixture(options);
  const { ask, engine, push } = fixture;
  const listed = ({ json }: DeskAnswer): Listed => json as unknown as Listed;
  return {
    ...fixture,
    arm: (json: unknown) => ask('POST', '/_control/faults', { json }),
    list: async (query = '') => listed(await ask('GET', `/_control/faults${query}`)),
    clear: async (query = '') =>
      ((await ask('DELETE', `/_control/faults${query}`)).json as unknown as { cleared: number }).cleared,
    handleOf: engine.accounts.handleOf,
    statusOf: (key = 'dev') => push(key, 'POST', '/users', user).status,
    listed,
  };
};

describe('arming a fault at the desk', () => {
  it('answers the next two pushes of users with 503, and then 202', async () => {
    const { arm, statusOf, list, listed } = open();
    const armed = await arm({ operation: 'pushUser', times: 2, effect: { status: 503 } });
    const fault = {
      name: 'fault_0000000001',
      account: null,
      operation: 'pushUser',
      match: { method: null, path: null, body: null },
      from: 1,
      every: 1,
      times: 2,
      effect: { status: 503 },
      mark: false,
      offered: 0,
      fired: 0,
      delivered: 0,
    };
    expect([armed.status, listed(armed)]).toEqual([201, { items: [fault], timelines: [] }]);
    expect([statusOf(), statusOf(), statusOf()]).toEqual([503, 503, 202]);
    expect(await list()).toEqual({
      items: [{ ...fault, offered: 2, fired: 2, delivered: 2 }],
      timelines: [],
    });
  });

  it('names its account by key or handle, and shows the handle only', async () => {
    const { arm, handleOf, statusOf } = open();
    const byKey = await arm({ account: 'a-long-secret-key', ...DOWN });
    expect(byKey.text).not.toContain('secret');
    expect(byKey.json.items).toMatchObject([{ account: handleOf('a-long-secret-key') }]);
    await arm({ account: handleOf('a-long-secret-key'), name: 'x', ...DOWN });
    expect([statusOf('a-long-secret-key'), statusOf('dev')]).toEqual([503, 202]);
  });

  it('shows what a match looks for with the keys under which it is stored', async () => {
    const { arm, list } = open();
    await arm({ match: { method: 'POST', path: '/us*', body: { 'Signed Up At': 1 } }, ...DOWN });
    expect((await list()).items).toMatchObject([
      { match: { method: 'POST', path: '/us*', body: { signed_up_at: 1 } } },
    ]);
  });

  it.each(['outage', 'rate-limit-storm', 'slow', 'flaky', 'maintenance'])(
    'takes the preset %s',
    async (preset) => {
      const { arm } = open();
      expect((await arm({ preset, account: 'dev' })).json.items).toMatchObject([{ name: preset }]);
    },
  );

  it('is on the exchange that it did something to', async () => {
    const { arm, push, ask } = open();
    await arm({ name: 'late', effect: { delay_ms: 250 } });
    const { id } = push('dev', 'POST', '/users', user);
    expect((await ask('GET', `/_control/exchanges/${id}`)).json).toMatchObject({
      fault: { name: 'late', effect: { delay_ms: 250 }, delay_ms: 250 },
      injected_ms: 250,
      answer: { status: 202 },
    });
  });

  it('shows on the exchange that nothing was applied or charged, and the vendor’s text', async () => {
    const { arm, push, ask } = open();
    await arm({ preset: 'outage' });
    const { id } = push('dev', 'POST', '/users', user);
    expect((await ask('GET', `/_control/exchanges/${id}`)).json).toMatchObject({
      account: expect.stringMatching(/^acct_/),
      operation: 'pushUser',
      fault: { name: 'outage', effect: { status: 503 }, delay_ms: 0 },
      limiter: null,
      changes: [],
      answer: {
        status: 503,
        code: 'service_unavailable',
        errors: ['The service is temporarily unavailable.'],
        reason: 'The fault "outage" answered 503; nothing was applied.',
      },
    });
  });

  it('refuses an account that is none of the configured ones', async () => {
    const { arm } = open({ pushKeys: ['mine'] });
    const { status, json } = await arm({ account: 'yours', ...DOWN });
    expect([status, json.error.code, json.error.path]).toEqual([404, 'unknown_account', '/account']);
    expect(JSON.stringify(json)).not.toContain('yours');
    expect((await arm({ account: 'mine+flaky', ...DOWN })).status).toBe(201);
  });

  it('says that there is no room, for a fault and for a timeline', async () => {
    const { arm, engine } = open();
    for (let index = 0; index < 10_000; index += 1) engine.faults.arm({ effect: { status: 503 } });
    for (const json of [DOWN, { timeline: [{ at_ms: 0, clear: '*' }] }]) {
      const { status, json: answer } = await arm(json);
      expect([status, answer.error.code]).toEqual([503, 'no_room']);
      expect(answer.error.message).toBe(
        '10000 faults are armed already, and there is no room for more; clear some first.',
      );
    }
  });
});

describe('the list of faults', () => {
  it('is of all or of one account, oldest first, used-up ones too', async () => {
    const { arm, list, statusOf } = open();
    await arm({ name: 'a', account: 'one', times: 1, ...DOWN });
    await arm({ name: 'b', ...DOWN });
    await arm({ name: 'c', account: 'two', ...DOWN });
    statusOf('one');
    const names = async (query?: string) => (await list(query)).items.map(({ name }) => name);
    expect(await names()).toEqual(['a', 'b', 'c']);
    expect(await names('?account=one')).toEqual(['a']);
    expect(await names('?account=three')).toEqual([]);
    expect((await list('?account=one')).items).toMatchObject([{ fired: 1, times: 1 }]);
  });

  it('shows what a timeline has armed by now, and when its next step is due', async () => {
    const { arm, list, clock, listed, handleOf } = open();
    const armed = await arm({
      account: 'dev',
      timeline: [
        { at_ms: 0, arm: { preset: 'slow' } },
        { at_ms: 60_000, arm: { preset: 'outage' }, for_ms: 30_000 },
      ],
    });
    const timelineAt = (ms: number) => [
      { account: handleOf('dev'), next_at: new Date(START + ms).toISOString() },
    ];
    expect(listed(armed)).toMatchObject({ items: [{ name: 'slow' }], timelines: timelineAt(60_000) });
    clock.advance(60_000);
    expect(await list('?account=dev')).toMatchObject({
      items: [{ name: 'slow' }, { name: 'outage', account: handleOf('dev') }],
      timelines: timelineAt(90_000),
    });
    expect((await list('?account=other')).timelines).toEqual([]);
    clock.advance(30_000);
    expect(await list()).toMatchObject({ items: [{ name: 'slow' }], timelines: [] });
  });

  it('shows, for what was armed, only that order’s own timeline', async () => {
    const { arm, listed, handleOf } = open();
    const timeline = [{ at_ms: 10, clear: '*' }];
    await arm({ account: 'one', timeline });
    expect(listed(await arm({ timeline })).timelines).toMatchObject([{ account: null }]);
    expect(listed(await arm({ account: 'two', timeline })).timelines).toMatchObject([
      { account: handleOf('two') },
    ]);
    expect(listed(await arm({ account: 'one', ...DOWN })).timelines).toEqual([]);
  });
});

describe('clearing faults', () => {
  it('clears by name, by account, by both, or all, and says how many', async () => {
    const { arm, clear, list } = open();
    const armAll = async () => {
      for (const account of ['one', 'two', null])
        for (const name of ['a', 'b']) await arm({ name, account, ...DOWN });
    };
    for (const [query, cleared] of [
      ['?name=a', 3],
      ['?account=one', 2],
      ['?name=a&account=two', 1],
      ['?name=c', 0],
      ['?account=three', 0],
      ['', 6],
    ] as const) {
      await armAll();
      expect(await clear(query)).toBe(cleared);
      expect((await list()).items).toHaveLength(6 - cleared);
    }
  });

  it('lets go what they hold', async () => {
    const { arm, clear, engine } = open();
    await arm({ name: 'x', account: 'dev', effect: { hold: true } });
    const [fault] = engine.faults.list();
    const letGo = vi.fn();
    fault?.held.add(letGo);
    await clear('?name=y');
    expect(letGo).not.toHaveBeenCalled();
    await clear('?name=x&account=dev');
    expect(letGo).toHaveBeenCalledTimes(1);
  });

  it('without a name ends timelines too, of that account or all', async () => {
    const { arm, clear, list, handleOf } = open();
    const timeline = [
      { at_ms: 0, arm: { name: 'a', ...DOWN } },
      { at_ms: 10, arm: { name: 'b', ...DOWN } },
    ];
    for (const account of ['one', 'two', null]) await arm({ account, timeline });
    expect(await clear('?name=a&account=one')).toBe(1);
    const owners = async () => (await list()).timelines.map(({ account }) => account);
    expect(await owners()).toEqual([handleOf('one'), handleOf('two'), null]);
    expect(await clear('?account=two')).toBe(1);
    expect(await owners()).toEqual([handleOf('one'), null]);
    expect(await clear()).toBe(1);
    expect(await owners()).toEqual([]);
  });

  it.each([
    ['?acount=dev', '?acount', 'did you mean "account"?'],
    ['?name=', '?name', 'is empty'],
    ['?account=acct_', '?account', 'none of'],
  ])('refuses %s, which would clear too much', async (query, path, part) => {
    const { ask, engine } = open({ pushKeys: ['mine'] });
    engine.faults.arm(DOWN);
    const { status, json } = await ask('DELETE', `/_control/faults${query}`);
    expect([status < 500, status >= 400, json.error.path, engine.faults.size]).toEqual([true, true, path, 1]);
    expect(json.error.message).toMatch(part.startsWith('none') ? /neither a key nor the handle/ : part);
  });
});
