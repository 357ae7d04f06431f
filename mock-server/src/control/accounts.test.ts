import { describe, expect, it } from 'vitest';
import { createFixture } from '../../test/desk/desk-fixture.ts';

const KEY = 'a-long-push-key-of-acme';

describe('the accounts on the desk', () => {
  it('are none before a key is used', async () => {
    const { ask } = createFixture();
    expect((await ask('GET', '/_control/accounts')).json).toEqual({ items: [], next: null });
  });

  it('show how much they hold, and of the key only its end', async () => {
    const { ask, push, engine } = createFixture();
    push(KEY, 'POST', '/users', { identifier: 1, company: 'c' });
    push(KEY, 'POST', '/events', { name: 'e', user: 1 });
    const { json, text } = await ask('GET', '/_control/accounts');
    expect(json.items).toEqual([
      {
        account: engine.accounts.named(KEY)?.handle,
        masked_key: '••••acme',
        configured: false,
        requests: 2,
        counts: expect.objectContaining({ users: 1, companies: 1, relationships: 1, events: 1, messages: 0 }),
      },
    ]);
    expect(text).not.toContain(KEY);
  });

  it('come page by page, oldest first', async () => {
    const { ask, engine } = createFixture();
    for (const key of ['a', 'b', 'c']) engine.accounts.open(key);
    const first = (await ask('GET', '/_control/accounts?limit=2')).json;
    const second = (await ask('GET', `/_control/accounts?limit=2&after=${first.next}`)).json;
    const handles = [...first.items, ...second.items].map(({ account }) => account);
    expect(handles).toEqual(['a', 'b', 'c'].map((key) => engine.accounts.named(key)?.handle));
    expect(second.next).toBeNull();
    expect((await ask('GET', '/_control/accounts?after=acct_000000000000')).status).toBe(400);
  });

  it('are found by key and by handle alike', async () => {
    const { ask, push, engine } = createFixture();
    push(KEY, 'POST', '/users', { identifier: 1 });
    const byKey = (await ask('GET', `/_control/accounts/${KEY}`)).json;
    const byHandle = (await ask('GET', `/_control/accounts/${byKey.account}`)).json;
    expect(byHandle).toEqual(byKey);
    expect(byKey.account).toBe(engine.accounts.named(KEY)?.handle);
  });

  it('are not there for having been asked for, so that no other has to make room', async () => {
    const { ask, push } = createFixture();
    push(KEY, 'POST', '/users', { identifier: 1 });
    for (let number = 0; number < 10_400; number += 1) await ask('GET', `/_control/accounts/f${number}`);
    expect((await ask('GET', '/_control/health')).json.accounts).toEqual({ count: 1, evicted: 0 });
    expect((await ask('GET', `/_control/accounts/${KEY}/users`)).json.items).toHaveLength(1);
    expect((await ask('DELETE', '/_control/accounts/f1')).status).toBe(200);
    expect((await ask('POST', '/_control/reset', { json: { account: 'f1' } })).status).toBe(200);
    expect((await ask('GET', '/_control/accounts')).json.items).toHaveLength(1);
  });

  it('show where they stand with their rate limit', async () => {
    const { ask, push } = createFixture({ rateLimit: 'tiny' });
    expect((await ask('GET', '/_control/accounts/dev')).json.limiter).toMatchObject({
      used: 0,
      began_at: null,
    });
    push('dev', 'POST', '/users', { identifier: 1 });
    const { limiter } = (await ask('GET', '/_control/accounts/dev')).json;
    expect(limiter).toMatchObject({ used: 1, began_at: '2025-03-14T09:26:53.589Z' });
    expect(limiter.why).toContain('left');
  });

  it.each(['dev+429', 'a/b', '100%', '__proto__', 'constructor', 'ключ', '..', '?&=#'])(
    'may be called %s',
    async (key) => {
      const { ask, push, engine } = createFixture();
      const { account } = (await ask('GET', `/_control/accounts/${encodeURIComponent(key)}`)).json;
      expect(account).toBe(engine.accounts.named(key)?.handle);
      const exchange = push(key, 'POST', '/nowhere');
      const { items } = (await ask('GET', `/_control/exchanges?account=${encodeURIComponent(key)}`)).json;
      expect(items.map(({ id }) => id)).toEqual([exchange.id]);
    },
  );

  it('with a plus sign in the key need no encoding in a query', async () => {
    const { ask, push } = createFixture();
    push('dev+429', 'POST', '/users', { identifier: 1 });
    expect((await ask('GET', '/_control/exchanges?account=dev+429')).json.items).toHaveLength(1);
  });

  it('are not made of a badly encoded path', async () => {
    const { ask, engine } = createFixture();
    const { status, json } = await ask('GET', '/_control/accounts/100%/users');
    expect([status, json.error.code]).toEqual([400, 'invalid_path']);
    expect(engine.accounts.list()).toEqual([]);
  });

  it('are unknown by a handle that stands for no key yet', async () => {
    const { ask } = createFixture();
    const { status, json } = await ask('GET', '/_control/accounts/acct_000000000000');
    expect([status, json.error.code]).toEqual([404, 'unknown_account']);
  });

  it('are only those of the configured keys, where there are any', async () => {
    const { ask, engine } = createFixture({ pushKeys: [KEY] });
    const other = 'some-other-secret-key';
    for (const [method, target, json] of [
      ['GET', `/_control/accounts/${other}`, undefined],
      ['DELETE', `/_control/accounts/${other}`, undefined],
      ['GET', `/_control/accounts/${other}/users`, undefined],
      ['GET', `/_control/exchanges?account=${other}`, undefined],
      ['GET', '/_control/exchanges?account=acct_000000000000', undefined],
      ['GET', `/_control/exchanges/wait?account=${other}`, undefined],
      ['POST', '/_control/exchanges/count', { account: other }],
      ['POST', '/_control/reset', { account: other }],
    ] as const) {
      const answer = await ask(method, target, json === undefined ? {} : { json });
      expect([target, answer.status, answer.json.error.code]).toEqual([target, 404, 'unknown_account']);
      expect(answer.text).not.toContain(other);
    }
    expect((await ask('GET', `/_control/accounts/${KEY}`)).json.configured).toBe(true);
    expect(engine.accounts.list()).toHaveLength(1);
  });

  it('go with their state, their window and their exchanges when they are removed', async () => {
    const { ask, push, engine } = createFixture();
    push('dev', 'POST', '/users', { identifier: 1 });
    push('other', 'POST', '/users', { identifier: 1 });
    const handle = engine.accounts.named('dev')?.handle;
    expect((await ask('DELETE', '/_control/accounts/dev')).json).toEqual({ removed: handle });
    expect((await ask('GET', '/_control/accounts')).json.items).toHaveLength(1);
    expect((await ask('GET', '/_control/exchanges')).json.items).toHaveLength(1);
    expect((await ask('GET', '/_control/accounts/dev')).json).toMatchObject({
      requests: 0,
      limiter: { used: 0 },
    });
  });

  it('with a configured key are empty afterwards, and still there', async () => {
    const { ask, push } = createFixture({ pushKeys: ['dev'] });
    push('dev', 'POST', '/users', { identifier: 1 });
    await ask('DELETE', '/_control/accounts/dev');
    const { items } = (await ask('GET', '/_control/accounts')).json;
    expect(items).toMatchObject([{ configured: true, requests: 0, counts: { users: 0 } }]);
  });
});
