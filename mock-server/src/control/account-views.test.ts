import { describe, expect, it } from 'vitest';
import { createFixture } from '../../test/desk/desk-fixture.ts';

describe('what is stored in an account', () => {
  const createFilled = () => {
    const fixture = createFixture();
    fixture.push('dev', 'POST', '/users', {
      identifier: 'user-7',
      email: 'ada@example.com',
      signed_up_at: '2025-03-14T10:26:53+01:00',
      properties: { plan: 'trial', trialEndsAt: '2025-03-28T00:00:00Z' },
      preferences: [{ topic: 'product-news', subscribed: false }],
      relationships: [
        { company: { identifier: 'company-3', name: 'Harbor Books' }, properties: { role: 'owner' } },
      ],
    });
    fixture.push('dev', 'POST', '/users', { email: 'grace@example.com', company: 'company-3' });
    fixture.push('dev', 'POST', '/events', {
      name: 'Report Exported',
      user: 'user-7',
      properties: { pages: 12 },
    });
    fixture.push('dev', 'POST', '/events', { name: 'seat_added', company: 'company-3' });
    fixture.push('dev', 'POST', '/messages', { user: 'user-7', template: 'welcome' });
    return fixture;
  };

  it('are users with all that is known of them', async () => {
    const { ask } = createFilled();
    const { items } = (await ask('GET', '/_control/accounts/dev/users?identifier=user-7')).json;
    expect(items).toEqual([
      {
        identifier: 'user-7',
        email: 'ada@example.com',
        signed_up_at: '2025-03-14T09:26:53Z',
        last_seen_at: expect.any(String),
        properties: { plan: 'trial', trial_ends_at: '2025-03-28T00:00:00Z' },
        timestamps: ['/trial_ends_at'],
        preferences: [{ topic: 'product-news', subscribed: false }],
        relationships: [{ user: 'user-7', company: 'company-3', properties: { role: 'owner' } }],
      },
    ]);
  });

  it('are companies, relationships, events and messages too', async () => {
    const { ask } = createFilled();
    const base = '/_control/accounts/dev';
    expect((await ask('GET', `${base}/companies`)).json.items).toMatchObject([
      { identifier: 'company-3', name: 'Harbor Books' },
    ]);
    expect((await ask('GET', `${base}/relationships`)).json.items).toMatchObject([
      { user: 'user-7', company: 'company-3' },
      { user: { email: 'grace@example.com' }, company: 'company-3' },
    ]);
    expect((await ask('GET', `${base}/events`)).json.items).toMatchObject([
      { name: 'report_exported', user: 'user-7', company: null },
      { name: 'seat_added', user: null, company: 'company-3' },
    ]);
    expect((await ask('GET', `${base}/messages`)).json.items).toMatchObject([
      { id: expect.any(String), template: 'welcome' },
    ]);
  });

  it('is found by identifier, email and name', async () => {
    const { ask } = createFilled();
    const base = '/_control/accounts/dev';
    expect((await ask('GET', `${base}/users?email=GRACE@example.com`)).json.items).toHaveLength(1);
    expect((await ask('GET', `${base}/companies?name=Harbor+Books`)).json.items).toHaveLength(1);
    expect((await ask('GET', `${base}/companies?name=Harbor%20Books`)).json.items).toHaveLength(1);
    expect((await ask('GET', `${base}/events?name=seat_added`)).json.items).toHaveLength(1);
    expect((await ask('GET', `${base}/events?identifier=nobody`)).json.items).toHaveLength(0);
  });

  it('comes page by page without a gap or a repetition', async () => {
    const { ask, push } = createFixture();
    for (let number = 1; number <= 7; number += 1)
      push('dev', 'POST', '/events', { name: `e${number}`, user: 1 });
    const names: string[] = [];
    let after = '';
    for (let page = 0; page < 4; page += 1) {
      const { items, next } = (await ask('GET', `/_control/accounts/dev/events?limit=2${after}`)).json;
      names.push(...items.map(({ name }) => name));
      after = `&after=${next}`;
      if (next === null) break;
    }
    expect(names).toEqual(['e1', 'e2', 'e3', 'e4', 'e5', 'e6', 'e7']);
  });

  it('ends a page early when what it shows is large', async () => {
    const { ask, push } = createFixture({ rateLimit: 'off' });
    const identifier = 'u'.repeat(90_000);
    for (let count = 0; count < 100; count += 1)
      push('dev', 'POST', '/events', { name: 'e', user: identifier });
    const base = '/_control/accounts/dev/events?limit=1000';
    const first = await ask('GET', base);
    expect(first.text.length).toBeLessThan(4.1 * 1024 * 1024);
    const second = await ask('GET', `${base}&after=${first.json.next}`);
    const third = await ask('GET', `${base}&after=${second.json.next}`);
    const lengths = [first, second, third].map(({ json }) => json.items.length);
    expect(lengths.reduce((sum, length) => sum + length, 0)).toBe(100);
    expect([first.json.next, second.json.next, third.json.next]).toEqual([
      expect.any(String),
      expect.any(String),
      null,
    ]);
  });

  it('embeds a thousand relationships at most and says how many more there are', async () => {
    const { ask, push } = createFixture();
    const companies = Array.from({ length: 1500 }, (_, number) => `c${number}`);
    push('dev', 'POST', '/users', { identifier: 'u', companies });
    const [user] = (await ask('GET', '/_control/accounts/dev/users')).json.items;
    expect(user).toMatchObject({ relationships_dropped: 500 });
    expect(user).toHaveProperty('relationships.length', 1000);
    const [company] = (await ask('GET', '/_control/accounts/dev/companies?limit=1')).json.items;
    expect(company).toHaveProperty('relationships.length', 1);
    expect(company).not.toHaveProperty('relationships_dropped');
  });

  it('embeds fewer relationships where long identifiers are repeated in each', async () => {
    const { ask, push } = createFixture();
    const companies = Array.from({ length: 900 }, (_, number) => `c${number}`);
    push('dev', 'POST', '/users', { identifier: 'u'.repeat(90_000), companies });
    const { text, json } = await ask('GET', '/_control/accounts/dev/users');
    expect(text.length).toBeLessThan(2 * 1024 * 1024);
    expect(json.items[0]).toHaveProperty('relationships.length', 11);
    expect(json.items[0]).toMatchObject({ relationships_dropped: 889 });
  });

  it('is nothing in an account that was never used', async () => {
    const { ask } = createFilled();
    for (const collection of ['users', 'companies', 'relationships', 'events', 'messages']) {
      expect((await ask('GET', `/_control/accounts/fresh/${collection}`)).json).toEqual({
        items: [],
        next: null,
      });
    }
  });
});
