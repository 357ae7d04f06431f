import { expect, it } from 'vitest';
import { describeThroughDoors, expectAccepted, expectRefusal } from '../stand-in.ts';

describeThroughDoors('a reference', (standIn) => {
  it.each(['user-1', 7, { identifier: 'user-1' }, { identifier: 7 }])(
    'creates the user it names: %j',
    async (user) => {
      expectAccepted(await standIn.post('/events', { name: 'x', user }));
      const identifier = String(typeof user === 'object' ? user.identifier : user);
      expect(standIn.users()).toMatchObject([{ identifier, signed_up_at: '2026-11-23T07:00:00.250Z' }]);
      expect(standIn.events()).toMatchObject([{ user: identifier, company: null }]);
    },
  );

  it.each(['company-1', 7, { identifier: 'company-1' }])(
    'creates the company it names: %j',
    async (company) => {
      expectAccepted(await standIn.post('/events', { name: 'x', company }));
      const identifier = String(typeof company === 'object' ? company.identifier : company);
      expect(standIn.companies()).toMatchObject([
        { identifier, name: null, signed_up_at: '2026-11-23T07:00:00.250Z' },
      ]);
      expect(standIn.events()).toMatchObject([{ user: null, company: identifier }]);
    },
  );

  it('changes nothing about the one it names', async () => {
    await standIn.post('/users', {
      identifier: 'user-1',
      email: 'ada@example.com',
      properties: { plan: 'pro' },
    });
    await standIn.post('/relationships', { user: 'user-1', company: 'company-1' });
    expect(standIn.users()).toMatchObject([{ email: 'ada@example.com', properties: { plan: 'pro' } }]);
    expect(standIn.changes().map(({ kind, resource }) => [kind, resource])).toEqual([
      ['unchanged', 'user'],
      ['created', 'company'],
      ['created', 'relationship'],
    ]);
  });

  it('may name a user by email alone', async () => {
    await standIn.post('/events', { name: 'x', user: { email: 'ada@example.com' } });
    await standIn.post('/events', { name: 'y', user: { email: 'ADA@example.com' } });
    expect(standIn.users()).toHaveLength(1);
    expect(standIn.events()).toMatchObject([
      { user: { email: 'ADA@example.com' } },
      { user: { email: 'ADA@example.com' } },
    ]);
    expect(standIn.diagnostics()).toMatchObject([{ code: 'email-only-user', level: 'info', path: '/user' }]);
  });

  it('in the form of an email is an identifier all the same', async () => {
    await standIn.post('/users', { identifier: 'user-1', email: 'ada@example.com' });
    await standIn.post('/events', { name: 'x', user: 'ada@example.com' });
    expect(standIn.users()).toMatchObject([
      { identifier: 'user-1' },
      { identifier: 'ada@example.com', email: null },
    ]);
    expect(standIn.diagnostics()).toMatchObject([
      { code: 'email-as-identifier', level: 'warning', path: '/user' },
    ]);
  });

  it.each([null, '', ' ', {}])('counts as not given when it is %j', async (empty) => {
    expectRefusal(await standIn.post('/events', { name: 'x', user: empty, company: empty }), 422, [
      'User must exist',
    ]);
    expectRefusal(await standIn.post('/relationships', { user: empty, company: empty }), 422, [
      'User must exist',
      'Company must exist',
    ]);
    expectAccepted(await standIn.post('/events', { name: 'x', user: 'user-1', company: empty }));
    expectAccepted(await standIn.post('/events', { name: 'x', user: empty, company: 'company-1' }));
    expectAccepted(
      await standIn.post('/users', { identifier: 'user-1', company: empty, companies: [empty, 'company-1'] }),
    );
    expect(standIn.users()).toMatchObject([{ relationships: [{ company: 'company-1' }] }]);
    expect(standIn.companies()).toHaveLength(1);
  });

  it.each([true, false, [], ['user-1']])('is invalid as %j', async (user) => {
    expectRefusal(await standIn.post('/events', { name: 'x', user }), 422, ['User is invalid']);
    expectRefusal(await standIn.post('/events', { name: 'x', company: user }), 422, ['Company is invalid']);
  });

  it('with attributes but nothing that identifies it is refused', async () => {
    expectRefusal(await standIn.post('/events', { name: 'x', user: { properties: { a: 1 } } }), 422, [
      'User must exist',
    ]);
    expectRefusal(await standIn.post('/events', { name: 'x', company: { name: 'One' } }), 422, [
      'Company must exist',
    ]);
    expectRefusal(await standIn.post('/users', { identifier: 1, company: { name: 'One' } }), 422, [
      'Company must exist',
    ]);
    expectRefusal(await standIn.post('/users', { identifier: 1, companies: [{ name: 'One' }] }), 422, [
      'Companies must exist',
    ]);
    expectRefusal(await standIn.post('/companies', { identifier: 1, users: [{ properties: {} }] }), 422, [
      'Users must exist',
    ]);
  });
});

describeThroughDoors('a relationship', (standIn) => {
  it('may have both ends embedded', async () => {
    await standIn.post('/relationships', {
      user: { identifier: 'user-1', email: 'ada@example.com', properties: { plan: 'pro' } },
      company: { identifier: 'company-1', name: 'One' },
      properties: { role: 'owner' },
    });
    expect(standIn.users()).toMatchObject([
      { identifier: 'user-1', email: 'ada@example.com', properties: { plan: 'pro' } },
    ]);
    expect(standIn.companies()).toMatchObject([{ identifier: 'company-1', name: 'One' }]);
    expect(standIn.relationships()).toEqual([
      { user: 'user-1', company: 'company-1', properties: { role: 'owner' } },
    ]);
  });

  it('is one, from whichever end it is seen', async () => {
    await standIn.post('/relationships', {
      user: 'user-1',
      company: 'company-1',
      properties: { role: 'owner' },
    });
    await standIn.post('/users', {
      identifier: 'user-1',
      relationships: [{ company: 'company-1', properties: { seat: 1 } }],
    });
    await standIn.post('/companies', {
      identifier: 'company-1',
      relationships: [{ user: 'user-1', properties: { desk: 2 } }],
    });
    expect(standIn.relationships()).toEqual([
      { user: 'user-1', company: 'company-1', properties: { role: 'owner', seat: 1, desk: 2 } },
    ]);
  });

  it('may be named by the email of its user', async () => {
    await standIn.post('/users', { identifier: 'user-1', email: 'ada@example.com' });
    await standIn.post('/relationships', { user: { email: 'Ada@example.com' }, company: 'company-1' });
    expect(standIn.relationships()).toMatchObject([{ user: 'user-1', company: 'company-1' }]);
  });
});

describeThroughDoors('a back-reference', (standIn) => {
  it.each([
    ['a text', { identifier: 'user-1' }, 'user-1'],
    ['a number', { identifier: '7' }, 7],
    ['an object', { identifier: 'user-1' }, { identifier: 'user-1' }],
    ['an email', { email: 'Ada@example.com' }, { email: 'aDA@example.com' }],
    [
      'an email of one who has an identifier',
      { identifier: 'user-1', email: 'ada@example.com' },
      { email: 'ada@example.com' },
    ],
    [
      'a custom identifier',
      { identifier: 'user-1' },
      { identifiers: [{ scope: 'custom', identifier: 'user-1' }] },
    ],
    ['nothing', { identifier: 'user-1' }, null],
  ])('to the parent is allowed as %s', async (_name, parent, user) => {
    expectAccepted(
      await standIn.post('/users', { ...parent, relationships: [{ user, company: 'company-1' }] }),
    );
    expect(standIn.codes()).not.toContain('foreign-back-reference');
    expect(standIn.users()).toHaveLength(1);
    expect(standIn.relationships()).toHaveLength(1);
  });

  it.each([
    ['another identifier', { identifier: 'user-1' }, 'user-2'],
    ['an object', { identifier: 'user-1' }, { identifier: 'user-2', email: 'ben@example.com' }],
    ['an identifier where the parent has an email alone', { email: 'ada@example.com' }, 'user-2'],
    ['another email', { email: 'ada@example.com' }, { email: 'ben@example.com' }],
  ])('to somebody else loses: %s', async (_name, parent, user) => {
    expectAccepted(
      await standIn.post('/users', { ...parent, relationships: [{ user, company: 'company-1' }] }),
    );
    expect(standIn.users()).toMatchObject([parent]);
    expect(standIn.relationships()).toMatchObject([
      { user: 'identifier' in parent ? parent.identifier : parent },
    ]);
    const said = standIn.diagnostics().filter(({ code }) => code === 'foreign-back-reference');
    expect(said).toMatchObject([{ level: 'warning', path: '/relationships/0/user' }]);
  });

  it('to the company works the same way', async () => {
    await standIn.post('/companies', {
      identifier: 'company-1',
      relationships: [
        { user: 'user-1', company: 'company-1' },
        { user: 'user-2', company: { identifier: 'company-1' } },
        { user: 'user-3', company: 'company-2' },
      ],
    });
    expect(standIn.companies()).toHaveLength(1);
    expect(standIn.relationships()).toMatchObject([
      { company: 'company-1' },
      { company: 'company-1' },
      { company: 'company-1' },
    ]);
    expect(standIn.diagnostics()).toMatchObject([
      { code: 'foreign-back-reference', path: '/relationships/2/company' },
    ]);
  });
});
