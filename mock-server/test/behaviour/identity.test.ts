import { expect, it } from 'vitest';
import { describeThroughDoors, expectAccepted, expectRefusal } from '../stand-in.ts';

const BLANK_USER = ["Identifier can't be blank", "Email can't be blank"];
const custom = (...names: unknown[]) => names.map((identifier) => ({ scope: 'custom', identifier }));

describeThroughDoors('an identifier', (standIn) => {
  it('is one whether it comes as a number or a text, and is stored as text', async () => {
    await standIn.post('/users', { identifier: 42, email: 'a@example.com' });
    await standIn.post('/users', { identifier: '42', properties: { plan: 'pro' } });
    await standIn.post('/companies', { identifier: 4.5 });
    await standIn.post('/companies', { identifier: '4.5', name: 'Four' });
    expect(standIn.users()).toMatchObject([
      { identifier: '42', email: 'a@example.com', properties: { plan: 'pro' } },
    ]);
    expect(standIn.companies()).toMatchObject([{ identifier: '4.5', name: 'Four' }]);
  });

  it('may be zero or negative', async () => {
    expectAccepted(await standIn.post('/users', { identifier: 0 }));
    expectAccepted(await standIn.post('/users', { identifier: -1 }));
    expect(standIn.users()).toMatchObject([{ identifier: '0' }, { identifier: '-1' }]);
  });

  it.each([
    'user 1',
    'a/b',
    'ada@example.com',
    'Müller',
    ' padded ',
    'USER-1',
    '🎉',
    '__proto__',
    'constructor',
    '\u0000',
  ])('is kept exactly: "%s"', async (identifier) => {
    expectAccepted(await standIn.post('/users', { identifier }));
    expect(standIn.users()).toMatchObject([{ identifier }]);
    expectAccepted(await standIn.delete('/users', { identifier }));
    expect(standIn.users()).toEqual([]);
  });

  it.each(['', ' ', '\t\n', '\u00a0', null])('counts as absent when it is %j', async (identifier) => {
    expectRefusal(await standIn.post('/users', { identifier }), 422, BLANK_USER);
    expectRefusal(await standIn.post('/companies', { identifier }), 422, ["Identifier can't be blank"]);
    expectAccepted(await standIn.post('/users', { identifier, email: 'ada@example.com' }));
    expect(standIn.users()).toMatchObject([{ identifier: null, email: 'ada@example.com' }]);
  });

  it.each([true, false, [], ['user-1'], {}, { id: 1 }])('is invalid as %j', async (identifier) => {
    const reply = await standIn.post('/users', { identifier, email: 'ada@example.com' });
    expectRefusal(reply, 422, ['Identifier is invalid']);
  });
});

describeThroughDoors('who is meant by a push', (standIn) => {
  it('is the user with the identifier, whoever has the email', async () => {
    await standIn.post('/users', { identifier: 'user-1', email: 'one@example.com' });
    await standIn.post('/users', { identifier: 'user-2', email: 'two@example.com' });
    await standIn.post('/users', {
      identifier: 'user-1',
      email: 'two@example.com',
      properties: { hit: true },
    });
    expect(standIn.users()).toEqual([
      expect.objectContaining({ identifier: 'user-1', email: 'two@example.com', properties: { hit: true } }),
      expect.objectContaining({ identifier: 'user-2', email: 'two@example.com', properties: {} }),
    ]);
    expect(standIn.diagnostics()).toMatchObject([
      { code: 'shared-email', level: 'warning', evidence: 'assumed' },
    ]);
  });

  it('is the user with the email and no identifier when nobody has the identifier, and takes it', async () => {
    await standIn.post('/users', { email: 'Ada@Example.com', properties: { plan: 'free' } });
    await standIn.post('/users', {
      identifier: 'user-1',
      email: 'ada@example.com',
      properties: { seats: 2 },
    });
    expect(standIn.users()).toMatchObject([
      { identifier: 'user-1', email: 'ada@example.com', properties: { plan: 'free', seats: 2 } },
    ]);
    expect(standIn.changes()).toMatchObject([
      {
        kind: 'updated',
        resource: 'user',
        key: 'user-1',
        before: { identifier: null, email: 'Ada@Example.com' },
        after: { identifier: 'user-1', email: 'ada@example.com' },
      },
    ]);
    await standIn.post('/users', { identifier: 'user-1', properties: { again: true } });
    expect(standIn.users()).toMatchObject([{ properties: { again: true } }]);
  });

  it('is a new user when the identifier is new and the email belongs to one who has another identifier', async () => {
    await standIn.post('/users', { identifier: 'user-1', email: 'ada@example.com' });
    await standIn.post('/users', { identifier: 'user-2', email: 'ADA@example.com' });
    expect(standIn.users()).toMatchObject([
      { identifier: 'user-1' },
      { identifier: 'user-2', email: 'ADA@example.com' },
    ]);
    expect(standIn.codes()).toEqual(['shared-email']);
  });

  it('is by email alone the user without identifier, in whatever case the address is written', async () => {
    await standIn.post('/users', { identifier: 'user-1', email: 'ada@example.com' });
    await standIn.post('/users', { identifier: 'user-2', email: 'ben@example.com' });
    await standIn.post('/users', { email: 'carl@example.com' });
    await standIn.post('/users', { identifier: 'user-1', email: 'carl@example.com' });
    await standIn.post('/users', { email: 'CARL@example.com', properties: { hit: true } });
    expect(standIn.users()).toEqual([
      expect.objectContaining({ identifier: 'user-1', properties: {} }),
      expect.objectContaining({ identifier: 'user-2', properties: {} }),
      expect.objectContaining({ identifier: null, email: 'CARL@example.com', properties: { hit: true } }),
    ]);
  });

  it('is by email alone the oldest where all have identifiers', async () => {
    await standIn.post('/users', { identifier: 'user-1' });
    await standIn.post('/users', { identifier: 'user-2', email: 'ada@example.com' });
    await standIn.post('/users', { identifier: 'user-1', email: 'ada@example.com' });
    await standIn.post('/users', { email: 'Ada@example.com', properties: { hit: true } });
    expect(standIn.users()).toEqual([
      expect.objectContaining({ identifier: 'user-1', properties: { hit: true } }),
      expect.objectContaining({ identifier: 'user-2', properties: {} }),
    ]);
  });

  it('is nobody by a blank email', async () => {
    expectRefusal(await standIn.post('/users', { email: '  ' }), 422, BLANK_USER);
    expectAccepted(await standIn.post('/users', { identifier: 'user-1', email: 'ada@example.com' }));
    expectAccepted(await standIn.post('/users', { identifier: 'user-1', email: ' ' }));
    expect(standIn.users()).toMatchObject([{ email: 'ada@example.com' }]);
  });

  it('is the user with an address no longer once the address was changed or taken away', async () => {
    await standIn.post('/users', { identifier: 'user-1', email: 'old@example.com' });
    await standIn.post('/users', { identifier: 'user-1', email: 'new@example.com' });
    await standIn.post('/users', { email: 'old@example.com' });
    expect(standIn.users()).toHaveLength(2);
    await standIn.post('/users', { identifier: 'user-1', email: null });
    await standIn.post('/users', { email: 'new@example.com' });
    expect(standIn.users()).toMatchObject([
      { identifier: 'user-1', email: null },
      { email: 'old@example.com' },
      { email: 'new@example.com' },
    ]);
  });
});

describeThroughDoors('who is meant by identifiers of scope custom', (standIn) => {
  it('is the user who has one of them as identifier', async () => {
    await standIn.post('/users', { identifier: 'user-1' });
    await standIn.post('/users', {
      identifier: null,
      identifiers: custom('unknown', 'user-1'),
      properties: { hit: true },
    });
    expect(standIn.users()).toMatchObject([{ identifier: 'user-1', properties: { hit: true } }]);
  });

  it('is nobody by another scope', async () => {
    await standIn.post('/users', { identifier: 'user-1' });
    for (const scope of ['segment', null, 'Custom', '']) {
      expectRefusal(
        await standIn.post('/users', { identifiers: [{ scope, identifier: 'user-1' }] }),
        422,
        BLANK_USER,
      );
    }
    expectRefusal(await standIn.post('/users', { identifiers: [{ identifier: 'user-1' }] }), 422, BLANK_USER);
  });

  it('passes over those of another scope', async () => {
    await standIn.post('/users', { identifier: 'user-1' });
    await standIn.post('/users', { identifier: 'user-2' });
    const identifiers = [{ scope: 'segment', identifier: 'user-1' }, ...custom('user-2')];
    await standIn.post('/users', { identifiers, properties: { hit: true } });
    expect(standIn.users().map(({ properties }) => properties)).toEqual([{}, { hit: true }]);
  });

  it('is by the identifier, when there is one, whatever they say', async () => {
    await standIn.post('/users', { identifier: 'user-1' });
    await standIn.post('/users', { identifier: 'user-2', identifiers: custom('user-1') });
    expect(standIn.users()).toMatchObject([{ identifier: 'user-1' }, { identifier: 'user-2' }]);
  });

  it('falls through to the email when they name nobody, and does not take one of them', async () => {
    await standIn.post('/users', { identifier: 'user-1', email: 'ada@example.com' });
    await standIn.post('/users', {
      identifiers: custom('unknown'),
      email: 'ada@example.com',
      properties: { hit: true },
    });
    expect(standIn.users()).toMatchObject([{ identifier: 'user-1', properties: { hit: true } }]);
    await standIn.post('/users', { identifiers: custom('unknown'), email: 'new@example.com' });
    expect(standIn.users()).toMatchObject([
      { identifier: 'user-1' },
      { identifier: null, email: 'new@example.com' },
    ]);
  });

  it('is a new user with that identifier when they name nobody and there is no email', async () => {
    expectAccepted(await standIn.post('/users', { identifiers: custom(7, 'user-8') }));
    expect(standIn.users()).toMatchObject([{ identifier: '7' }]);
    expectAccepted(await standIn.post('/companies', { identifiers: custom('company-1'), name: 'One' }));
    expect(standIn.companies()).toMatchObject([{ identifier: 'company-1', name: 'One' }]);
  });

  it('works for companies and for references', async () => {
    await standIn.post('/companies', { identifier: 'company-1' });
    await standIn.post('/users', { identifier: 'user-1' });
    await standIn.post('/companies', { identifiers: custom('company-1'), name: 'One' });
    await standIn.post('/events', {
      name: 'x',
      user: { identifiers: custom('user-1') },
      company: { identifiers: custom('company-1') },
    });
    expect(standIn.companies()).toMatchObject([{ identifier: 'company-1', name: 'One' }]);
    expect(standIn.events()).toMatchObject([{ user: 'user-1', company: 'company-1' }]);
    expect(standIn.users()).toHaveLength(1);
  });

  it.each([
    null,
    [],
    [{ scope: 'custom', identifier: null }],
    [{ scope: 'custom', identifier: ' ' }],
    [{ scope: 'custom' }],
  ])('is nobody by %j', async (identifiers) => {
    expectAccepted(await standIn.post('/users', { identifier: 'user-1', identifiers }));
    expectRefusal(await standIn.post('/users', { identifiers }), 422, BLANK_USER);
  });

  it.each([
    'user-1',
    5,
    {},
    ['user-1'],
    [{ scope: 'custom', identifier: true }],
    [{ scope: 1, identifier: 'x' }],
  ])('is invalid as %j', async (identifiers) => {
    const reply = await standIn.post('/users', { identifier: 'user-1', identifiers });
    expect(reply.status).toBe(422);
    expect(reply.body).toContain('Identifiers');
  });
});
