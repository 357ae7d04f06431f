import { expect, it } from 'vitest';
import { describeThroughDoors, expectAccepted, expectRefusal } from '../stand-in.ts';

describeThroughDoors('what is embedded in a user', (standIn) => {
  it('becomes companies and relationships in the same request', async () => {
    await standIn.post('/users', {
      identifier: 'user-1',
      company: { identifier: 'company-1', name: 'One', properties: { plan: 'team' } },
      companies: ['company-2', { identifier: 'company-3', name: 'Three' }, 4],
      relationships: [{ company: 'company-5', properties: { role: 'owner' } }],
    });
    expect(standIn.companies()).toMatchObject([
      { identifier: 'company-1', name: 'One', properties: { plan: 'team' } },
      { identifier: 'company-2' },
      { identifier: 'company-3', name: 'Three' },
      { identifier: '4' },
      { identifier: 'company-5' },
    ]);
    expect(standIn.users()[0]?.relationships).toEqual([
      { user: 'user-1', company: 'company-1', properties: {} },
      { user: 'user-1', company: 'company-2', properties: {} },
      { user: 'user-1', company: 'company-3', properties: {} },
      { user: 'user-1', company: '4', properties: {} },
      { user: 'user-1', company: 'company-5', properties: { role: 'owner' } },
    ]);
  });

  it('leaves alone what it does not name', async () => {
    await standIn.post('/users', {
      identifier: 'user-1',
      relationships: [{ company: 'company-1', properties: { role: 'owner', since: 1 } }],
    });
    await standIn.post('/users', { identifier: 'user-1', companies: ['company-2'] });
    await standIn.post('/users', {
      identifier: 'user-1',
      relationships: [{ company: 'company-1', properties: { role: null } }],
    });
    await standIn.post('/users', { identifier: 'user-1', relationships: [] });
    expect(standIn.relationships()).toEqual([
      { user: 'user-1', company: 'company-1', properties: { since: 1 } },
      { user: 'user-1', company: 'company-2', properties: {} },
    ]);
  });

  it.each(['company', 'companies', 'relationships', 'preferences'])(
    'changes nothing when %s is null',
    async (name) => {
      await standIn.post('/users', {
        identifier: 'user-1',
        company: 'company-1',
        preferences: [{ topic: 'news', subscribed: true }],
      });
      expectAccepted(await standIn.post('/users', { identifier: 'user-1', [name]: null }));
      expect(standIn.users()).toMatchObject([
        { relationships: [{ company: 'company-1' }], preferences: [{ topic: 'news', subscribed: true }] },
      ]);
      expect(standIn.changes()).toMatchObject([
        { kind: 'unchanged', key: 'user-1', before: null, after: null },
      ]);
    },
  );

  it('is created once when it is named twice', async () => {
    await standIn.post('/users', {
      identifier: 'user-1',
      company: 'company-1',
      companies: [{ identifier: 'company-1', name: 'One' }],
      relationships: [{ company: { identifier: 'company-1' }, properties: { role: 'owner' } }],
    });
    expect(standIn.companies()).toMatchObject([{ identifier: 'company-1', name: 'One' }]);
    expect(standIn.relationships()).toEqual([
      { user: 'user-1', company: 'company-1', properties: { role: 'owner' } },
    ]);
  });

  it('may go on and on', async () => {
    await standIn.post('/users', {
      identifier: 'user-1',
      company: {
        identifier: 'company-1',
        users: ['user-2', { identifier: 'user-3', companies: ['company-2'] }],
      },
    });
    expect(standIn.relationships().map(({ user, company }) => `${user} ${company}`)).toEqual([
      'user-2 company-1',
      'user-3 company-2',
      'user-3 company-1',
      'user-1 company-1',
    ]);
  });

  it('needs the other end of every relationship', async () => {
    for (const entry of [
      {},
      { properties: { role: 'x' } },
      { company: null },
      { company: '' },
      { company: {} },
      { user: 'user-1' },
    ]) {
      const reply = await standIn.post('/users', { identifier: 'user-1', relationships: [entry] });
      expectRefusal(reply, 422, ['Relationships company must exist']);
    }
    expect(standIn.users()).toEqual([]);
  });
});

describeThroughDoors('what is embedded in a company', (standIn) => {
  it('becomes users and relationships in the same request', async () => {
    await standIn.post('/companies', {
      identifier: 'company-1',
      user: { identifier: 'user-1', email: 'one@example.com' },
      users: ['user-2', 3, { email: 'four@example.com', properties: { seat: 4 } }],
      relationships: [{ user: { identifier: 'user-5' }, properties: { role: 'owner' } }],
    });
    expect(standIn.users()).toMatchObject([
      { identifier: 'user-1', email: 'one@example.com' },
      { identifier: 'user-2' },
      { identifier: '3' },
      { identifier: null, email: 'four@example.com', properties: { seat: 4 } },
      { identifier: 'user-5' },
    ]);
    expect(standIn.companies()[0]?.relationships).toMatchObject([
      { user: 'user-1' },
      { user: 'user-2' },
      { user: '3' },
      { user: { email: 'four@example.com' } },
      { user: 'user-5', company: 'company-1', properties: { role: 'owner' } },
    ]);
  });

  it.each(['user', 'users', 'relationships'])('changes nothing when %s is null', async (name) => {
    await standIn.post('/companies', { identifier: 'company-1', user: 'user-1' });
    expectAccepted(await standIn.post('/companies', { identifier: 'company-1', [name]: null }));
    expect(standIn.companies()).toMatchObject([{ relationships: [{ user: 'user-1' }] }]);
  });

  it('needs the other end of every relationship', async () => {
    for (const entry of [{}, { user: ' ' }, { company: 'company-1' }]) {
      const reply = await standIn.post('/companies', { identifier: 'company-1', relationships: [entry] });
      expectRefusal(reply, 422, ['Relationships user must exist']);
    }
  });
});

describeThroughDoors('everything that a request embeds', (standIn) => {
  it.each([
    ['/users', { identifier: 'user-1', relationships: [{ company: 'company-1' }, {}] }],
    [
      '/users',
      { identifier: 'user-1', preferences: [{ topic: 'news', subscribed: true }, { topic: 'news' }] },
    ],
    ['/companies', { identifier: 'company-1', users: ['user-1', { email: 'nonsense' }] }],
    ['/relationships', { user: { identifier: 'user-1', properties: [1] }, company: 'company-1' }],
    ['/events', { name: '', user: { identifier: 'user-1' }, company: { identifier: 'company-1' } }],
    ['/messages', { template: 'x', user: { identifier: 'user-1', company: { name: 'no identifier' } } }],
  ])('is applied with %s as a whole or not at all: %j', async (path, body) => {
    expect((await standIn.post(path, body)).status).toBe(422);
    expect([
      standIn.users(),
      standIn.companies(),
      standIn.relationships(),
      standIn.events(),
      standIn.messages(),
    ]).toEqual([[], [], [], [], []]);
    expect(standIn.changes()).toEqual([]);
  });
});
