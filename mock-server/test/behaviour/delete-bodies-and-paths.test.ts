import { expect, it } from 'vitest';
import { describeThroughDoors, expectAccepted } from '../stand-in.ts';
import { fill } from './filled-account.ts';

describeThroughDoors('a deletion that carries more than it needs', (standIn) => {
  it('looks at the identifying attributes only', async () => {
    await fill(standIn);
    const record = {
      identifier: 'user-1',
      properties: { plan: 'other' },
      identifiers: null,
      email: 'ada@example.com',
      signed_up_at: '2026-01-01',
      relationships: [{ user: 'user-1', company: { identifier: 'company-9', name: 'New' } }],
      companies: ['company-8'],
    };
    expectAccepted(await standIn.delete('/users', record));
    expect(standIn.users()).toMatchObject([{ identifier: 'user-2' }]);
    expect(standIn.companies().map(({ identifier }) => identifier)).toEqual(['company-1', 'company-2']);
    expect(standIn.diagnostics()).toMatchObject([
      {
        code: 'delete-ignored-attributes',
        level: 'info',
        path: '',
        message: expect.stringContaining('signed_up_at, properties, relationships, companies'),
      },
    ]);
  });

  it('does not validate what it does not look at', async () => {
    await fill(standIn);
    expectAccepted(
      await standIn.delete('/users', {
        identifier: 'user-1',
        properties: [1],
        relationships: 5,
        company: { name: 3 },
        preferences: 'x',
      }),
    );
    expectAccepted(await standIn.delete('/companies', { identifier: 'company-1', name: 5, users: [true] }));
    expectAccepted(
      await standIn.delete('/relationships', {
        user: { identifier: 1, properties: 'x' },
        company: { identifier: 1, name: 4 },
        properties: 5,
      }),
    );
  });

  it('says what it ignores inside a reference, too', async () => {
    await standIn.delete('/relationships', {
      user: { identifier: 1, properties: {} },
      company: { identifier: 1, name: 'One', color: 'red' },
      properties: {},
    });
    expect(standIn.diagnostics().map(({ code, path }) => [code, path])).toEqual([
      ['delete-ignored-attributes', ''],
      ['delete-ignored-attributes', '/user'],
      ['delete-ignored-attributes', '/company'],
      ['unknown-attribute', '/company/color'],
    ]);
  });
});

describeThroughDoors('the delete paths of old clients', (standIn) => {
  it.each([
    ['/users/user-1', 'users', 1],
    ['/users/user-1/', 'users', 1],
    ['/users/user-1.json', 'users', 1],
    ['/users/user-1?x=y', 'users', 1],
    ['/companies/company-1', 'companies', 1],
    ['/relationships/user-1/company-1', 'relationships', 2],
  ] as const)('DELETE %s works and leaves a diagnostic', async (path, collection, left) => {
    await fill(standIn);
    expectAccepted(await standIn.delete(path, undefined, { headers: { 'Content-Type': null } }));
    expect(standIn[collection]()).toHaveLength(left);
    expect(standIn.diagnostics()).toMatchObject([
      { code: 'legacy-route', level: 'info', evidence: 'client' },
    ]);
  });

  it.each(['user 1', 'a/b', 'ada@example.com', 'Müller', 'a+b', '100%', 'user-1.5', '?x', '#x', 'users'])(
    'take the identifier "%s" when it is escaped',
    async (identifier) => {
      await standIn.post('/users', { identifier });
      expectAccepted(await standIn.delete(`/users/${encodeURIComponent(identifier)}`));
      expect(standIn.users()).toEqual([]);
    },
  );

  it('accept what is unknown', async () => {
    expectAccepted(await standIn.delete('/users/nobody'));
    expectAccepted(await standIn.delete('/companies/none'));
    expectAccepted(await standIn.delete('/relationships/nobody/none'));
  });

  it('go before a body that names somebody else', async () => {
    await fill(standIn);
    expectAccepted(await standIn.delete('/users/user-1', { identifier: 'user-2' }));
    expect(standIn.users()).toMatchObject([{ identifier: 'user-2' }]);
    expectAccepted(
      await standIn.delete('/relationships/user-2/company-1', { user: 'user-1', company: 'company-2' }),
    );
    expect(standIn.relationships()).toEqual([]);
    expect(standIn.companies()).toHaveLength(2);
  });

  it('do not create anything', async () => {
    await standIn.delete('/relationships/user-1/company-1');
    expect([standIn.users(), standIn.companies(), standIn.relationships()]).toEqual([[], [], []]);
  });
});
