import { contract } from '@understudy/openapi/contract';
import { describe, expect, it } from 'vitest';
import { createFixture, type Fixture } from '../../test/desk/desk-fixture.ts';

const PATH = '/_control/accounts/dev/settings';

const DEFAULTS = {
  features: { messages: true, companies: true, relationships: true, events: true },
  rate_limit: 'documented',
  rate_limit_headers: false,
  topics: null,
  senders: null,
  themes: null,
  templates: null,
};

const change = (fixture: Fixture, json: unknown) => fixture.ask('PUT', PATH, { json });
const settings = async (fixture: Fixture) => (await fixture.ask('GET', PATH)).json;
const message = { template: 'goodbye', user: 1 };

describe('the settings of an account', () => {
  it('are the defaults to begin with, and asking opens no account', async () => {
    const fixture = createFixture();
    expect(await settings(fixture)).toEqual(DEFAULTS);
    expect(fixture.engine.accounts.list()).toEqual([]);
  });

  it('have lists only as long as there is room for, over all accounts', async () => {
    const fixture = createFixture();
    const most = contract.bounds.settingsMebibytes * 1024 * 1024;
    const topics = Array.from({ length: 1000 }, (_, index) => `${index}`.padStart(50, 'x'));
    let refused = 0;
    for (let account = 0; account * 100_000 < most + 200_000; account += 1) {
      const path = `/_control/accounts/key-${account}/settings`;
      const { status, json } = await fixture.ask('PUT', path, { json: { topics } });
      if (status !== 200) expect([status, json.error.code]).toEqual([503, 'no_room']);
      if (status !== 200) refused += 1;
    }
    expect(refused).toBeGreaterThan(0);
    expect((await fixture.ask('PUT', PATH, { json: { rate_limit: 'tiny' } })).status).toBe(200);
  });

  it('are those that the stand-in was started with', async () => {
    const fixture = createFixture({ rateLimit: 'tiny', rateHeaders: true });
    expect(await settings(fixture)).toEqual({ ...DEFAULTS, rate_limit: 'tiny', rate_limit_headers: true });
  });

  it('change where they are given and stay where they are not', async () => {
    const fixture = createFixture();
    await change(fixture, { features: { messages: false }, topics: ['news'], rate_limit: '20/1s' });
    const { status, json } = await change(fixture, { features: { events: false }, templates: [] });
    const changed = {
      ...DEFAULTS,
      features: { messages: false, companies: true, relationships: true, events: false },
      rate_limit: '20/1s',
      topics: ['news'],
      templates: [],
    };
    expect([status, json]).toEqual([200, changed]);
    expect(await settings(fixture)).toEqual(changed);
    expect((await fixture.ask('GET', '/_control/accounts/dev')).json.settings).toEqual(changed);
    expect((await change(fixture, {})).json).toEqual(changed);
  });

  it('replace a list as a whole', async () => {
    const fixture = createFixture();
    await change(fixture, { topics: ['news', 'tips'] });
    expect((await change(fixture, { topics: ['offers'] })).json.topics).toEqual(['offers']);
  });

  it.each([
    [{ features: null }, { features: DEFAULTS.features }],
    [{ features: { messages: null } }, { features: { ...DEFAULTS.features, events: false } }],
    [{ rate_limit: null }, { rate_limit: 'documented' }],
    [{ rate_limit_headers: null }, { rate_limit_headers: false }],
    [{ topics: null }, { topics: null }],
    [
      { senders: null, themes: null, templates: null },
      { senders: null, themes: null, templates: null },
    ],
  ])('go back to the default where %j says null', async (back, expected) => {
    const fixture = createFixture();
    const other = {
      features: { messages: false, events: false },
      rate_limit: 'off',
      rate_limit_headers: true,
      topics: ['a'],
      senders: ['b'],
      themes: ['c'],
      templates: ['d'],
    };
    const before = (await change(fixture, other)).json;
    expect((await change(fixture, back)).json).toEqual({ ...before, ...expected });
  });

  it('go back to what the stand-in was started with, not to what is documented', async () => {
    const fixture = createFixture({ rateLimit: 'tiny', rateHeaders: true });
    await change(fixture, { rate_limit: 'off', rate_limit_headers: false });
    const { json } = await change(fixture, { rate_limit: null, rate_limit_headers: null });
    expect([json.rate_limit, json.rate_limit_headers]).toEqual(['tiny', true]);
  });

  it('apply to the next request, and to this account alone', async () => {
    const fixture = createFixture();
    await change(fixture, { features: { events: false }, templates: ['welcome'], rate_limit: '3/60s' });
    const event = { name: 'x', user: 1 };
    const send = (key: string) => [
      fixture.push(key, 'POST', '/events', event).status,
      fixture.push(key, 'POST', '/messages', message).status,
      fixture.push(key, 'POST', '/messages', { ...message, template: 'welcome' }).status,
      fixture.push(key, 'POST', '/users', { identifier: 1 }).status,
    ];
    expect(send('dev')).toEqual([403, 422, 202, 429]);
    expect(send('other')).toEqual([202, 202, 202, 202]);
  });

  it('leave what the open window has counted', async () => {
    const fixture = createFixture({ rateLimit: '1/60s' });
    fixture.push('dev', 'POST', '/users', { identifier: 1 });
    await change(fixture, { topics: ['news'] });
    expect(fixture.push('dev', 'POST', '/users', { identifier: 1 }).status).toBe(429);
    await change(fixture, { rate_limit: '2/60s' });
    expect(fixture.push('dev', 'POST', '/users', { identifier: 1 }).status).toBe(202);
    expect(fixture.push('dev', 'POST', '/users', { identifier: 1 }).status).toBe(429);
  });

  it('may show in every answer where the account stands in its window', async () => {
    const fixture = createFixture();
    await change(fixture, { rate_limit_headers: true });
    expect(fixture.push('dev', 'POST', '/users', { identifier: 1 }).answerHeaders).toContain(
      'X-RateLimit-Remaining',
    );
    expect(fixture.push('other', 'POST', '/users', { identifier: 1 }).answerHeaders).not.toContain(
      'X-RateLimit-Remaining',
    );
  });

  it.each([
    [{ rate_limit: 'fast' }, '/rate_limit', '"fast" is no rate limit; use documented, tiny, off'],
    [{ rate_limit: '0/1s' }, '/rate_limit', 'no rate limit'],
    [{ rate_limit: '' }, '/rate_limit', 'a text that is not empty'],
    [{ rate_limit: 5 }, '/rate_limit', 'a text'],
    [{ rate_limit_headers: 'yes' }, '/rate_limit_headers', 'true or false'],
    [{ features: { mesages: false } }, '/features/mesages', 'did you mean "messages"?'],
    [
      { features: { users: false } },
      '/features/users',
      'there are messages, companies, relationships, events.',
    ],
    [{ features: { messages: 0 } }, '/features/messages', 'It is true or false.'],
    [
      { features: ['messages'] },
      '/features',
      'an object with any of messages, companies, relationships, events',
    ],
    [{ features: 'all' }, '/features', 'an object'],
    [{ topics: 'news' }, '/topics', 'a list with 0 or more entries, each a text that is not empty'],
    [{ topics: ['news', ''] }, '/topics/1', 'a text that is not empty'],
    [{ templates: [null] }, '/templates/0', 'a text'],
    [{ topic: ['news'] }, '/topic', 'did you mean "topics"?'],
  ])('are not changed at all by %j', async (wrong, path, part) => {
    const fixture = createFixture();
    const { status, json } = await change(fixture, { senders: ['care'], ...wrong });
    expect([status, json.error.code, json.error.path]).toEqual([400, 'invalid_body', path]);
    expect(json.error.message).toContain(part);
    expect(fixture.engine.accounts.list()).toEqual([]);
    expect(await settings(fixture)).toEqual(DEFAULTS);
  });

  it('belong to no account whose key the stand-in does not know', async () => {
    const fixture = createFixture({ pushKeys: ['right'] });
    const handle = fixture.engine.accounts.handleOf('wrong');
    for (const named of ['wrong', handle]) {
      const path = `/_control/accounts/${named}/settings`;
      for (const answer of [await fixture.ask('GET', path), await fixture.ask('PUT', path, { json: {} })])
        expect([answer.status, answer.json.error.code]).toEqual([404, 'unknown_account']);
    }
    expect((await fixture.ask('PUT', '/_control/accounts/right/settings', { json: {} })).status).toBe(200);
  });

  it('need the key of an account that nobody has used yet: of its handle nothing could be opened', async () => {
    const fixture = createFixture();
    const path = `/_control/accounts/${fixture.engine.accounts.handleOf('dev')}/settings`;
    expect((await fixture.ask('PUT', path, { json: { topics: [] } })).status).toBe(404);
    await change(fixture, { topics: ['news'] });
    expect((await fixture.ask('PUT', path, { json: { senders: ['care'] } })).json).toMatchObject({
      topics: ['news'],
      senders: ['care'],
    });
  });

  it('keep their account from making room, until they are the defaults again', async () => {
    const few = { ...contract, bounds: { ...contract.bounds, accounts: 2 } };
    const fixture = createFixture({ contract: few });
    await change(fixture, { topics: ['news'] });
    await fixture.ask('PUT', '/_control/accounts/b/settings', { json: { topics: ['tips'] } });
    const full = await fixture.ask('PUT', '/_control/accounts/c/settings', { json: {} });
    expect([full.status, full.json.error.code]).toEqual([503, 'no_room']);
    expect(fixture.push('c', 'POST', '/users', { identifier: 1 }).status).toBe(503);
    expect((await settings(fixture)).topics).toEqual(['news']);
    await change(fixture, { topics: null });
    expect((await fixture.ask('PUT', '/_control/accounts/c/settings', { json: {} })).status).toBe(200);
    expect((await fixture.ask('GET', '/_control/accounts/b/settings')).json.topics).toEqual(['tips']);
  });

  it('outlive a reset that does not name them', async () => {
    const fixture = createFixture();
    await change(fixture, { features: { events: false }, rate_limit: 'off' });
    await fixture.ask('POST', '/_control/reset');
    expect((await settings(fixture)).features.events).toBe(false);
    await fixture.ask('POST', '/_control/reset', { json: { what: ['settings'], account: 'other' } });
    expect((await settings(fixture)).features.events).toBe(false);
    await fixture.ask('POST', '/_control/reset', { json: { what: ['settings'] } });
    expect(await settings(fixture)).toEqual(DEFAULTS);
    expect(fixture.push('dev', 'POST', '/events', { name: 'x', user: 1 }).limiter).toMatchObject({
      limit: 1000,
    });
  });

  it('are lent to magic keys by the configured key before the ending', async () => {
    const fixture = createFixture({ pushKeys: ['dev'] });
    await change(fixture, { features: { events: false } });
    const { json } = await fixture.ask('GET', '/_control/accounts/dev%2Bslow/settings');
    expect(json.features.events).toBe(false);
    expect(fixture.push('dev+slow', 'POST', '/events', { name: 'x', user: 1 }).status).toBe(403);
  });
});
