import { expect, it } from 'vitest';
import { describeThroughDoors, expectAccepted, expectRefusal } from '../stand-in.ts';

const BLANK_USER = ["Identifier can't be blank", "Email can't be blank"];

/** Path, body, and every text of the 422 in its order. */
const REFUSED: readonly (readonly [path: string, body: unknown, texts: readonly string[]])[] = [
  ['/users', {}, BLANK_USER],
  ['/users', { identifier: null, email: null }, BLANK_USER],
  ['/users', { identifier: '', email: ' ' }, BLANK_USER],
  ['/users', { identifiers: null }, BLANK_USER],
  ['/users', { properties: { a: 1 } }, BLANK_USER],
  ['/users', { email: 'nonsense' }, ['Email is invalid']],
  ['/users', { identifier: 1, email: 'a@b@c' }, ['Email is invalid']],
  ['/users', { identifier: 1, email: 'a b@c' }, ['Email is invalid']],
  ['/users', { identifier: 1, email: '@c' }, ['Email is invalid']],
  ['/users', { identifier: 1, email: 'a@' }, ['Email is invalid']],
  ['/users', { identifier: 1, email: 'Ada <ada@example.com>' }, ['Email is invalid']],
  ['/users', { identifier: 1, email: 5 }, ['Email is invalid']],
  ['/users', { identifier: 1, email: ['ada@example.com'] }, ['Email is invalid']],
  ['/users', { identifier: 1, properties: [1] }, ['Properties is invalid']],
  ['/users', { identifier: 1, relationships: {} }, ['Relationships is invalid']],
  ['/users', { identifier: 1, relationships: 'company-1' }, ['Relationships is invalid']],
  ['/users', { identifier: 1, relationships: ['company-1'] }, ['Relationships is invalid']],
  ['/users', { identifier: 1, companies: 'company-1' }, ['Companies is invalid']],
  ['/users', { identifier: 1, companies: { identifier: 1 } }, ['Companies is invalid']],
  ['/users', { identifier: 1, companies: [true] }, ['Companies is invalid']],
  ['/users', { identifier: 1, company: [] }, ['Company is invalid']],
  [
    '/users',
    { identifier: 1, relationships: [{ company: 1, properties: 'x' }] },
    ['Relationships properties is invalid'],
  ],
  [
    '/users',
    { identifier: 1, relationships: [{ company: { name: 'x' } }] },
    ['Relationships company must exist'],
  ],
  [
    '/users',
    { identifier: 1, relationships: [{ company: 1, user: { email: 'x' } }] },
    ['Relationships user email is invalid'],
  ],
  [
    '/users',
    { identifier: 1, company: { identifier: 1, users: [{ email: 'x' }] } },
    ['Company users email is invalid'],
  ],
  [
    '/users',
    { email: 'x', properties: 5, companies: 5 },
    ['Email is invalid', 'Properties is invalid', 'Companies is invalid'],
  ],
  ['/companies', {}, ["Identifier can't be blank"]],
  ['/companies', { identifier: ' ', name: 'One' }, ["Identifier can't be blank"]],
  ['/companies', { identifier: 1, users: [{ email: 'x' }] }, ['Users email is invalid']],
  ['/companies', { identifier: 1, user: { properties: {} } }, ['User must exist']],
  [
    '/companies',
    { identifier: 1, relationships: [{ user: { properties: {} } }] },
    ['Relationships user must exist'],
  ],
  ['/companies', { identifier: 1, name: ['x'] }, ['Name is invalid']],
  ['/relationships', {}, ['User must exist', 'Company must exist']],
  ['/relationships', { user: 1 }, ['Company must exist']],
  ['/relationships', { company: 1 }, ['User must exist']],
  [
    '/relationships',
    { user: { name: 'x' }, company: { name: 'x' } },
    ['User must exist', 'Company must exist'],
  ],
  ['/relationships', { user: { email: 'x' }, company: 1 }, ['User email is invalid']],
  ['/relationships', { user: 1, company: 1, properties: 'x' }, ['Properties is invalid']],
  ['/events', {}, ['User must exist', "Name can't be blank"]],
  ['/events', { name: 'x' }, ['User must exist']],
  ['/events', { name: 'x', user: null }, ['User must exist']],
  ['/events', { user: 1 }, ["Name can't be blank"]],
  ['/events', { user: 1, name: null }, ["Name can't be blank"]],
  ['/events', { user: 1, name: '' }, ["Name can't be blank"]],
  ['/events', { user: 1, name: ' \t' }, ["Name can't be blank"]],
  ['/events', { user: 1, name: 5 }, ['Name is invalid']],
  ['/events', { user: 1, name: ['x'] }, ['Name is invalid']],
  [
    '/events',
    { name: 'x', user: { email: 'x' }, company: { name: 'x' } },
    ['User email is invalid', 'Company must exist'],
  ],
  [
    '/events',
    { name: 'x', company: { identifier: 1, users: [{ email: 'x' }] } },
    ['Company users email is invalid'],
  ],
  ['/messages', {}, ['User must exist', "Subject can't be blank", "Body can't be blank"]],
];

describeThroughDoors('a payload that is refused', (standIn) => {
  it.each(REFUSED)('%s %j has one text for every failing check', async (path, body, texts) => {
    expectRefusal(await standIn.post(path, body), 422, texts);
    expect(standIn.lastExchange()).toMatchObject({ status: 422, code: 'unprocessable_content', texts });
    expect(standIn.lastExchange().reason).toContain(texts[0]);
  });

  it('says a sentence once, however often it applies', async () => {
    const reply = await standIn.post('/users', {
      identifier: 1,
      relationships: [{}, {}, {}],
      companies: [{ name: 1 }, { name: 2 }],
    });
    expectRefusal(reply, 422, [
      'Relationships company must exist',
      'Companies must exist',
      'Companies name is invalid',
    ]);
  });

  it('names the place in the journal', async () => {
    await standIn.post('/users', {
      identifier: 1,
      relationships: [{ company: 1 }, { company: { identifier: 2, name: 3 } }],
    });
    expect(standIn.lastExchange().reason).toContain(
      'Relationships company name is invalid (/relationships/1/company/name)',
    );
  });
});

describeThroughDoors('an address', (standIn) => {
  it.each(['ada@example.com', 'a@b', 'größe@exämple.de', '用户@例子.广告', 'a+b.c@x.y.z', '"a"@b', 'A@B'])(
    '"%s" is one',
    async (email) => {
      expectAccepted(await standIn.post('/users', { email }));
      expect(standIn.users()).toMatchObject([{ email }]);
    },
  );

  it.each([
    'a',
    'a@',
    '@b',
    'a@b@c',
    'a b@c',
    'a@b\n',
    '\ta@b',
    'a@b c',
    'a\u0000@b',
    'a@b\u00a0',
    'mailto: a@b',
  ])('%j is none', async (email) => {
    expectRefusal(await standIn.post('/users', { email }), 422, ['Email is invalid']);
  });
});
