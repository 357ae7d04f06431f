import { expect, it } from 'vitest';
import { describeThroughDoors, expectAccepted, expectRefusal } from '../stand-in.ts';

const own = { subject: 'Hello', body: { type: 'text', content: 'Hi' } };
const multipart = (content: unknown) => ({ user: 1, subject: 'Hello', body: { type: 'multipart', content } });
const withBody = (body: unknown) => ({ user: 1, subject: 'Hello', body });

describeThroughDoors('a message', (standIn) => {
  it('is kept as it was sent, with an id, its user and its company', async () => {
    const sent = {
      channel: 'email',
      to: 'ada@example.com',
      from: 'Post <post@example.com>',
      reply_to: 'care@example.com',
      preheader: 'Soon',
      ...own,
      sender: 'main',
      theme: 'dark',
      topic: 'deliveries',
      properties: { parcel: 'P-1' },
    };
    expectAccepted(
      await standIn.post('/messages', {
        ...sent,
        user: { identifier: 1, email: 'ada@example.com' },
        company: 2,
      }),
    );
    expect(standIn.messages()).toEqual([
      { id: expect.stringMatching(/^msg_/), user: '1', company: '2', ...sent },
    ]);
    expect(standIn.users()).toMatchObject([{ identifier: '1', email: 'ada@example.com' }]);
    expect(standIn.companies()).toMatchObject([{ identifier: '2' }]);
    expect(standIn.changes().at(-1)).toMatchObject({
      kind: 'created',
      resource: 'message',
      key: standIn.messages()[0]?.id,
      after: sent,
    });
  });

  it('has an id of its own', async () => {
    await standIn.post('/messages', { template: 'x', user: 1 });
    await standIn.post('/messages', { template: 'x', user: 1 });
    expect(new Set(standIn.messages().map(({ id }) => id)).size).toBe(2);
  });

  it.each([
    ['a template, to a user', { template: 'welcome', user: 1 }],
    ['a template, to an address', { template: 'welcome', to: 'ada@example.com' }],
    ['a template that fills in what is missing', { template: 'welcome', user: 1, subject: 'Mine' }],
    [
      'a template beside a blank subject and an empty body',
      { template: 'welcome', user: 1, subject: ' ', body: {} },
    ],
    ['a subject and a body', { user: 1, ...own }],
    ['an address and no user', { to: 'ada@example.com', ...own }],
    ['a user known by email alone', { user: { email: 'ada@example.com' }, ...own }],
    ['the channel email', { channel: 'email', user: 1, ...own }],
    ['a channel that is null', { channel: null, to: 'ada@example.com', ...own }],
    ['the web channel', { channel: 'web', user: 1, ...own }],
    ['the web channel with an empty to', { channel: 'web', user: 1, to: null, ...own }],
    ['the web channel with a blank to', { channel: 'web', user: 1, to: ' ', ...own }],
    ['the web channel with nobody in to', { channel: 'web', user: 1, to: [], ...own }],
    ['a list of addresses', { to: ['ada@example.com', 'Ben <ben@example.com>'], ...own }],
    ['blanks in a list of addresses', { to: ['', 'ada@example.com', null, ' '], ...own }],
    [
      'lists everywhere',
      {
        to: ['a@example.com'],
        from: ['b@example.com'],
        reply_to: ['c@example.com', 'd@example.com'],
        ...own,
      },
    ],
    [
      'nulls where nothing is meant',
      {
        template: null,
        user: 1,
        company: null,
        to: null,
        from: null,
        reply_to: null,
        preheader: null,
        sender: null,
        topic: null,
        theme: null,
        properties: null,
        ...own,
      },
    ],
    ['a name with a comma in quotes', { to: '"Lovelace, Ada" <ada@example.com>', ...own }],
    ['html', withBody({ type: 'html', content: '<p>Hi</p>' })],
    [
      'html and text',
      multipart([
        { type: 'html', content: '<p>Hi</p>' },
        { type: 'text', content: 'Hi' },
      ]),
    ],
    [
      'text and html',
      multipart([
        { type: 'text', content: 'Hi' },
        { type: 'html', content: '<p>Hi</p>' },
      ]),
    ],
    [
      'two parts of one kind',
      multipart([
        { type: 'text', content: 'a' },
        { type: 'text', content: 'b' },
      ]),
    ],
    ['a part that is empty', multipart([{ type: 'text', content: '' }])],
    [
      'Liquid',
      { user: 1, subject: '{{ event.name }}', body: { type: 'text', content: '{% if x %}{% endif %}' } },
    ],
  ])('may have %s', async (_name, message) => {
    expectAccepted(await standIn.post('/messages', message));
    expect(standIn.messages()).toHaveLength(1);
  });

  it.each([
    ['nobody to go to', own, ['User must exist']],
    ['nobody in to', { to: [], ...own }, ['User must exist']],
    ['only blanks in to', { to: ['', ' ', null], ...own }, ['User must exist']],
    ['an empty user', { user: {}, ...own }, ['User must exist']],
    ['a company alone', { company: 1, ...own }, ['User must exist']],
    ['nobody on the web', { channel: 'web', ...own }, ['User must exist']],
    [
      'an address on the web',
      { channel: 'web', user: 1, to: 'ada@example.com', ...own },
      ['To must be blank'],
    ],
    [
      'an address and nobody on the web',
      { channel: 'web', to: 'ada@example.com', ...own },
      ['User must exist', 'To must be blank'],
    ],
    [
      'a list of addresses on the web',
      { channel: 'web', user: 1, to: ['ada@example.com'], ...own },
      ['To must be blank'],
    ],
    ['another channel', { channel: 'sms', user: 1, ...own }, ['Channel is not included in the list']],
    ['a channel in capitals', { channel: 'Email', user: 1, ...own }, ['Channel is not included in the list']],
    ['a blank channel', { channel: '', user: 1, ...own }, ['Channel is not included in the list']],
    ['a channel of the wrong kind', { channel: 1, user: 1, ...own }, ['Channel is not included in the list']],
    ['no subject', { user: 1, body: own.body }, ["Subject can't be blank"]],
    ['a blank subject', { user: 1, ...own, subject: ' ' }, ["Subject can't be blank"]],
    ['no body', { user: 1, subject: 'x' }, ["Body can't be blank"]],
    ['an empty body', { user: 1, subject: 'x', body: {} }, ["Body can't be blank"]],
    ['a blank template', { template: ' ', user: 1 }, ["Subject can't be blank", "Body can't be blank"]],
    ['an invalid to', { to: 'nonsense', ...own }, ['To is invalid']],
    ['an invalid to in a list', { to: ['ada@example.com', 'nonsense'], ...own }, ['To is invalid']],
    ['an invalid from', { user: 1, from: 'nonsense', ...own }, ['From is invalid']],
    ['an invalid reply_to', { user: 1, replyTo: 'a@b@c', ...own }, ['Reply to is invalid']],
    ['two addresses in one text', { to: 'ada@example.com, ben@example.com', ...own }, ['To is invalid']],
    ['a to of the wrong kind', { to: { email: 'ada@example.com' }, ...own }, ['To is invalid']],
    ['a MIME type', withBody({ type: 'text/html', content: 'x' }), ['Body type is not included in the list']],
    ['no type', withBody({ content: 'x' }), ['Body type is not included in the list']],
    ['html and text keys', withBody({ html: 'x', text: 'y' }), ['Body type is not included in the list']],
    ['a text body', withBody('Hi'), ['Body is invalid']],
    ['a list as body', withBody([{ type: 'text', content: 'x' }]), ['Body is invalid']],
    ['no content', withBody({ type: 'text' }), ['Body content is invalid']],
    ['content that is null', withBody({ type: 'html', content: null }), ['Body content is invalid']],
    ['a list as text', withBody({ type: 'text', content: ['x'] }), ['Body content is invalid']],
    ['a multipart text', multipart('x'), ['Body content is invalid']],
    ['a multipart without content', withBody({ type: 'multipart' }), ['Body content is invalid']],
    ['a multipart within', multipart([{ type: 'multipart', content: [] }]), ['Body content is invalid']],
    ['a part without content', multipart([{ type: 'text' }]), ['Body content is invalid']],
    ['a part that is a text', multipart(['Hi']), ['Body content is invalid']],
    ['a theme that is true', { user: 1, theme: true, ...own }, ['Theme is invalid']],
    ['a subject of the wrong kind', { user: 1, ...own, subject: 5 }, ['Subject is invalid']],
  ])('is refused with %s', async (_name, message, texts) => {
    expectRefusal(await standIn.post('/messages', message), 422, texts);
    expect([standIn.messages(), standIn.users(), standIn.companies()]).toEqual([[], [], []]);
  });

  it.each([['theme-1'], [false], [null], [undefined]])('keeps the theme it was given: %j', async (theme) => {
    await standIn.post('/messages', { template: 'x', user: 1, theme });
    const [message] = standIn.messages();
    if (theme === undefined) expect(message).not.toHaveProperty('theme');
    else expect(message?.theme).toBe(theme);
  });

  it.each([
    ['an empty multipart', multipart([])],
    ['an empty text', withBody({ type: 'text', content: '' })],
    ['an empty html', withBody({ type: 'html', content: '' })],
  ])('that would arrive empty is accepted with a warning: %s', async (_name, message) => {
    expectAccepted(await standIn.post('/messages', message));
    expect(standIn.diagnostics()).toMatchObject([
      { code: 'empty-message', level: 'warning', path: '/body/content' },
    ]);
  });

  it('says which attributes mean nothing on the web', async () => {
    const email = { from: 'a@example.com', reply_to: 'b@example.com', preheader: 'x' };
    await standIn.post('/messages', { channel: 'web', user: 1, ...own, ...email });
    expect(standIn.diagnostics().map(({ code, level, path }) => [code, level, path])).toEqual([
      ['email-only-attribute', 'info', '/from'],
      ['email-only-attribute', 'info', '/reply_to'],
      ['email-only-attribute', 'info', '/preheader'],
    ]);
    await standIn.post('/messages', { user: 1, ...own, ...email });
    expect(standIn.codes()).toEqual([]);
  });

  it('may have attributes nobody has heard of, in its body and parts too', async () => {
    expectAccepted(
      await standIn.post('/messages', {
        user: 1,
        cc: 'x',
        subject: 'x',
        body: { type: 'multipart', html: 'x', content: [{ type: 'text', content: 'x', charset: 'x' }] },
      }),
    );
    expect(standIn.diagnostics().map(({ code, path }) => [code, path])).toEqual([
      ['unknown-attribute', '/cc'],
      ['unknown-attribute', '/body/html'],
      ['unknown-attribute', '/body/content/0/charset'],
    ]);
  });
});
