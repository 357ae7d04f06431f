import { expect, it } from 'vitest';
import { describeThroughDoors, expectAccepted, expectRefusal, START_TEXT } from '../stand-in.ts';
import { fill } from './filled-account.ts';

describeThroughDoors('deleting a user', (standIn) => {
  it('takes along relationships, events and messages, and leaves the companies', async () => {
    await fill(standIn);
    expectAccepted(await standIn.delete('/users', { identifier: 'user-1' }));
    expect(standIn.users()).toMatchObject([{ identifier: 'user-2' }]);
    expect(standIn.companies().map(({ identifier }) => identifier)).toEqual(['company-1', 'company-2']);
    expect(standIn.relationships()).toMatchObject([{ user: 'user-2', company: 'company-1' }]);
    expect(standIn.companies()[0]?.relationships).toMatchObject([{ user: 'user-2' }]);
    expect(standIn.events().map(({ name }) => name)).toEqual(['of_company_1', 'of_user_2']);
    expect(standIn.messages()).toMatchObject([{ template: 'to user-2' }]);
  });

  it('shows what is gone', async () => {
    await fill(standIn);
    await standIn.delete('/users', { identifier: 'user-1' });
    expect(standIn.changes()).toMatchObject([
      {
        kind: 'deleted',
        resource: 'user',
        key: 'user-1',
        before: {
          identifier: 'user-1',
          email: 'ada@example.com',
          properties: { plan: 'pro' },
          relationships: [{ company: 'company-1' }, { company: 'company-2' }],
        },
        after: null,
      },
    ]);
  });

  it.each([
    ['by identifier', { identifier: 'user-1' }],
    ['by email, in whatever case', { email: 'ADA@example.com' }],
    ['by both', { identifier: 'user-1', email: 'ada@example.com' }],
    ['by identifier, though the email is another', { identifier: 'user-1', email: 'ben@example.com' }],
    ['by identifiers', { identifier: null, identifiers: [{ scope: 'custom', identifier: 'user-1' }] }],
    [
      'by identifiers, though the email is another',
      { identifiers: [{ scope: 'custom', identifier: 'user-1' }], email: 'ben@example.com' },
    ],
    [
      'by email, though the identifiers name nobody',
      { identifiers: [{ scope: 'custom', identifier: 'user-9' }], email: 'ada@example.com' },
    ],
  ])('finds it %s', async (_name, body) => {
    await fill(standIn);
    expectAccepted(await standIn.delete('/users', body));
    expect(standIn.users()).toMatchObject([{ identifier: 'user-2' }]);
  });

  it('finds by an identifier that nobody has the user with the email and no identifier, and no other', async () => {
    await standIn.post('/users', { email: 'carl@example.com' });
    await standIn.post('/users', { identifier: 'user-1', email: 'ada@example.com' });
    await standIn.delete('/users', { identifier: 'unknown', email: 'ada@example.com' });
    expect(standIn.users()).toHaveLength(2);
    await standIn.delete('/users', { identifier: 'unknown', email: 'carl@example.com' });
    expect(standIn.users()).toMatchObject([{ identifier: 'user-1' }]);
  });

  it('who is unknown is accepted and does nothing', async () => {
    await fill(standIn);
    expectAccepted(await standIn.delete('/users', { identifier: 'user-9' }));
    expect(standIn.changes()).toEqual([
      { kind: 'ignored', resource: 'user', key: 'user-9', before: null, after: null },
    ]);
    expectAccepted(await standIn.delete('/users', { email: 'nobody@example.com' }));
    expect(standIn.users()).toHaveLength(2);
  });

  it('lets the identifier start afresh', async () => {
    await fill(standIn);
    await standIn.delete('/users', { identifier: 'user-1' });
    standIn.clock.advance(5000);
    await standIn.post('/users', { identifier: 'user-1' });
    expect(standIn.users()[1]).toEqual({
      identifier: 'user-1',
      email: null,
      signed_up_at: '2026-11-23T07:00:05.250Z',
      last_seen_at: null,
      properties: {},
      timestamps: [],
      preferences: [],
      relationships: [],
    });
  });

  it('frees the email, too', async () => {
    await fill(standIn);
    await standIn.delete('/users', { identifier: 'user-1' });
    await standIn.post('/users', { email: 'ada@example.com' });
    expect(standIn.users()).toMatchObject([
      { identifier: 'user-2' },
      { identifier: null, email: 'ada@example.com' },
    ]);
  });

  it('needs something that identifies one', async () => {
    for (const body of [
      {},
      undefined,
      { identifier: '' },
      { identifier: null, email: ' ' },
      { properties: { a: 1 } },
      [],
    ]) {
      expectRefusal(await standIn.delete('/users', body), 422, [
        "Identifier can't be blank",
        "Email can't be blank",
      ]);
    }
  });
});

describeThroughDoors('deleting a company', (standIn) => {
  it('takes along relationships and events, never the users', async () => {
    await fill(standIn);
    expectAccepted(await standIn.delete('/companies', { identifier: 'company-1' }));
    expect(standIn.companies()).toMatchObject([{ identifier: 'company-2' }]);
    expect(standIn.users()).toMatchObject([
      { identifier: 'user-1', relationships: [{ company: 'company-2' }] },
      { identifier: 'user-2', relationships: [] },
    ]);
    expect(standIn.relationships()).toMatchObject([{ user: 'user-1', company: 'company-2' }]);
    expect(standIn.events().map(({ name }) => name)).toEqual(['of_user_1', 'of_user_2']);
    expect(standIn.messages()).toHaveLength(2);
  });

  it('that is unknown is accepted and does nothing', async () => {
    await fill(standIn);
    expectAccepted(await standIn.delete('/companies', { identifier: 'company-9' }));
    expect(standIn.changes()).toMatchObject([{ kind: 'ignored', resource: 'company', key: 'company-9' }]);
    expect(standIn.companies()).toHaveLength(2);
  });

  it('lets the identifier start afresh', async () => {
    await standIn.post('/companies', {
      identifier: 1,
      name: 'One',
      properties: { plan: 'pro' },
      user: 'user-1',
    });
    await standIn.delete('/companies', { identifier: 1 });
    await standIn.post('/companies', { identifier: 1 });
    expect(standIn.companies()).toEqual([
      expect.objectContaining({
        identifier: '1',
        name: null,
        properties: {},
        relationships: [],
        signed_up_at: START_TEXT,
      }),
    ]);
  });

  it('needs an identifier', async () => {
    expectRefusal(await standIn.delete('/companies', { name: 'One' }), 422, ["Identifier can't be blank"]);
  });
});

describeThroughDoors('deleting a relationship', (standIn) => {
  it.each([
    ['texts', { user: 'user-1', company: 'company-1' }],
    ['objects', { user: { identifier: 'user-1' }, company: { identifier: 'company-1' } }],
    ['an email', { user: { email: 'ada@example.com' }, company: 'company-1' }],
    [
      'identifiers',
      { user: { identifiers: [{ scope: 'custom', identifier: 'user-1' }] }, company: 'company-1' },
    ],
  ])('named by %s leaves both ends and everything else', async (_name, body) => {
    await fill(standIn);
    expectAccepted(await standIn.delete('/relationships', body));
    expect(standIn.relationships().map(({ user, company }) => `${user} ${company}`)).toEqual([
      'user-1 company-2',
      'user-2 company-1',
    ]);
    expect([standIn.users().length, standIn.companies().length, standIn.events().length]).toEqual([2, 2, 4]);
    expect(standIn.changes()).toEqual([
      {
        kind: 'deleted',
        resource: 'relationship',
        key: 'user-1/company-1',
        before: { user: 'user-1', company: 'company-1', properties: {} },
        after: null,
      },
    ]);
  });

  it.each([
    { user: 'user-9', company: 'company-1' },
    { user: 'user-1', company: 'company-9' },
    { user: 'user-2', company: 'company-2' },
  ])('that is unknown is accepted and creates nothing: %j', async (body) => {
    await fill(standIn);
    expectAccepted(await standIn.delete('/relationships', body));
    expect([standIn.users().length, standIn.companies().length, standIn.relationships().length]).toEqual([
      2, 2, 3,
    ]);
    expect(standIn.changes()).toMatchObject([{ kind: 'ignored', key: `${body.user}/${body.company}` }]);
  });

  it('lets it start afresh', async () => {
    await standIn.post('/relationships', { user: 1, company: 2, properties: { role: 'owner' } });
    await standIn.delete('/relationships', { user: 1, company: 2 });
    await standIn.post('/relationships', { user: 1, company: 2 });
    expect(standIn.relationships()).toEqual([{ user: '1', company: '2', properties: {} }]);
  });

  it('needs both ends', async () => {
    expectRefusal(await standIn.delete('/relationships', {}), 422, ['User must exist', 'Company must exist']);
    expectRefusal(await standIn.delete('/relationships', { user: 'user-1' }), 422, ['Company must exist']);
    expectRefusal(await standIn.delete('/relationships', { user: { properties: {} }, company: 1 }), 422, [
      'User must exist',
    ]);
  });
});
