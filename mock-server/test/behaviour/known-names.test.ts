import { expect, it } from 'vitest';
import { describeThroughDoors, expectAccepted, expectRefusal, type StandIn } from '../stand-in.ts';
import { setFor } from './settings-of-an-account.ts';

const LISTS = {
  templates: ['welcome', 'receipt'],
  senders: ['care'],
  themes: ['dark'],
  topics: ['news', '__proto__', 'Große Themen'],
};

const PREFERENCE = { topic: 'gossip', subscribed: true };
const GOSSIPER = { identifier: 'user-1', preferences: [{ topic: 'news', subscribed: true }, PREFERENCE] };

/** What a message from a template says beside that. */
const REFUSED_MESSAGES = [
  [{ template: 'goodbye' }, ['Template must exist']],
  [{ template: 'Welcome' }, ['Template must exist']],
  [{ template: ' welcome' }, ['Template must exist']],
  [{ sender: 'sales' }, ['Sender must exist']],
  [{ theme: 'light' }, ['Theme must exist']],
  [{ theme: 'false' }, ['Theme must exist']],
  [{ topic: 'gossip' }, ['Topic must exist']],
  [{ topic: 'constructor' }, ['Topic must exist']],
  [
    { topic: 'a', theme: 'b', sender: 'c', template: 'd' },
    ['Template must exist', 'Sender must exist', 'Theme must exist', 'Topic must exist'],
  ],
  [
    { user: null, template: 'a', channel: 'fax', to: null, topic: 5 },
    ['User must exist', 'Template must exist', 'Channel is not included in the list', 'Topic is invalid'],
  ],
  [
    { channel: 'web', user: ' ', to: 'ada', sender: 'sales' },
    ['User must exist', 'Sender must exist', 'To must be blank', 'To is invalid'],
  ],
  [
    { template: null, topic: 'gossip', user: { email: 'x' } },
    ['Topic must exist', "Subject can't be blank", "Body can't be blank", 'User email is invalid'],
  ],
  [{ user: GOSSIPER }, ['User preferences topic must exist']],
] as const;

const TAKEN_MESSAGES = [
  { template: 'receipt', sender: 'care', theme: 'dark', topic: 'news' },
  { topic: '__proto__' },
  { theme: false },
  { theme: null, sender: null, topic: null },
  { sender: ' ', topic: '' },
  { properties: { template: 'goodbye', topic: 'gossip' } },
  { template: undefined, subject: 'goodbye', body: { type: 'text', content: 'gossip' } },
] as const;

const nothing = (standIn: StandIn) => [
  standIn.users(),
  standIn.companies(),
  standIn.messages(),
  standIn.events(),
];

describeThroughDoors('the names that an account lists', (standIn) => {
  const message = (more: object) =>
    standIn.post('/messages', { template: 'welcome', user: 'user-1', ...more });

  it.each(REFUSED_MESSAGES)('refuse a message with %j', async (more, texts) => {
    setFor(standIn, { lists: LISTS });
    expectRefusal(await message(more), 422, texts);
    expect(nothing(standIn)).toEqual([[], [], [], []]);
  });

  it.each(TAKEN_MESSAGES)('let a message pass with %j', async (more) => {
    setFor(standIn, { lists: LISTS });
    expectAccepted(await message(more));
    expect(standIn.messages()).toHaveLength(1);
  });

  it.each(REFUSED_MESSAGES.slice(0, 9))('are nothing to an account without lists: %j', async (more) => {
    setFor(standIn, { lists: LISTS }, 'other');
    expectAccepted(await message(more));
  });

  it('refuse every name when there is none', async () => {
    setFor(standIn, { lists: { templates: [] } });
    expectRefusal(await message({}), 422, ['Template must exist']);
  });

  it('are looked at list by list', async () => {
    setFor(standIn, { lists: { senders: ['care'] } });
    expectAccepted(await message({ template: 'goodbye', topic: 'gossip', theme: 'light' }));
    expectRefusal(await message({ template: 'goodbye', sender: 'sales' }), 422, ['Sender must exist']);
  });

  it('are those of the moment', async () => {
    setFor(standIn, { lists: { templates: ['receipt'] } });
    expectRefusal(await message({}), 422, ['Template must exist']);
    setFor(standIn, { lists: { templates: ['receipt', 'welcome'] } });
    expectAccepted(await message({}));
    setFor(standIn, { lists: { templates: ['receipt'] } });
    expectRefusal(await message({}), 422, ['Template must exist']);
    setFor(standIn, { lists: { templates: null } });
    expectAccepted(await message({}));
  });

  it.each([
    ['/users', GOSSIPER, ['Preferences topic must exist']],
    ['/users', { ...GOSSIPER, email: 'x' }, ['Email is invalid', 'Preferences topic must exist']],
    [
      '/users',
      { identifier: 1, preferences: [{ topic: 'gossip', subscribed: 'yes' }] },
      ['Preferences topic must exist', 'Preferences subscribed is not included in the list'],
    ],
    [
      '/users',
      { identifier: 1, preferences: [PREFERENCE, PREFERENCE, {}] },
      ['Preferences topic must exist', 'Preferences subscribed is not included in the list'],
    ],
    [
      '/users',
      { identifier: 1, company: { identifier: 1, users: [GOSSIPER] } },
      ['Company users preferences topic must exist'],
    ],
    [
      '/users',
      { identifier: 1, relationships: [{ company: 1, user: GOSSIPER }] },
      ['Relationships user preferences topic must exist'],
    ],
    ['/companies', { identifier: 1, user: GOSSIPER }, ['User preferences topic must exist']],
    [
      '/companies',
      { identifier: 1, relationships: [{ user: GOSSIPER }] },
      ['Relationships user preferences topic must exist'],
    ],
    ['/relationships', { user: GOSSIPER, company: 1 }, ['User preferences topic must exist']],
    ['/events', { user: GOSSIPER }, ["Name can't be blank", 'User preferences topic must exist']],
    [
      '/messages',
      { template: 'welcome', user: GOSSIPER, topic: 'x' },
      ['Topic must exist', 'User preferences topic must exist'],
    ],
  ] as const)('refuse a preference, POST %s %j', async (path, body, texts) => {
    setFor(standIn, { lists: LISTS });
    expectRefusal(await standIn.post(path, body), 422, texts);
    expect(nothing(standIn)).toEqual([[], [], [], []]);
  });

  it.each(LISTS.topics)('let a preference pass for the topic "%s"', async (topic) => {
    setFor(standIn, { lists: LISTS });
    expectAccepted(
      await standIn.post('/users', { identifier: 1, preferences: [{ topic, subscribed: true }] }),
    );
    expect(standIn.users()).toMatchObject([{ preferences: [{ topic, subscribed: true }] }]);
  });

  it('are nothing to attributes of the same name elsewhere', async () => {
    setFor(standIn, { lists: LISTS });
    expectAccepted(
      await standIn.post('/events', { name: 'x', user: 1, topic: 'gossip', template: 'goodbye' }),
    );
    expectAccepted(
      await standIn.post('/users', { identifier: 1, sender: 'x', properties: { topic: 'gossip' } }),
    );
  });

  it('are nothing to a deletion', async () => {
    setFor(standIn, { lists: LISTS });
    expectAccepted(await standIn.delete('/users', GOSSIPER));
  });

  it('are named in the journal, with the place', async () => {
    setFor(standIn, { lists: LISTS });
    await standIn.post('/events', { name: 'x', user: GOSSIPER });
    expect(standIn.lastExchange().reason).toContain(
      'User preferences topic must exist (/user/preferences/1/topic)',
    );
  });
});
