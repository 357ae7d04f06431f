import { expect, it } from 'vitest';
import { hand } from '../incoming/hosts.ts';
import { describeThroughDoors, expectAccepted, START_TEXT } from '../stand-in.ts';

const PATH = '/rudderstack/events';

/** What the SDK for browsers and the pipeline put around every call. */
const ENVELOPE = {
  channel: 'web',
  anonymousId: 'b3b1f0de-0000-4000-8000-000000000007',
  integrations: { All: true },
  originalTimestamp: '2026-02-03T04:05:06.000Z',
  sentAt: '2026-02-03T04:05:06.500Z',
  receivedAt: '2026-02-03T04:05:07.000Z',
  request_ip: '192.0.2.7',
  rudderId: 'r-1',
};
const LINA = { name: 'Lina', city: 'Lisbon', email: 'lina@example.com' };
const identify = (traits: object) => ({
  ...ENVELOPE,
  type: 'identify',
  messageId: 'm-1',
  userId: 'reader-1',
  context: { traits, library: { name: 'RudderLabs JavaScript SDK' } },
});
const group = (traits: object, more: object = {}) => ({
  ...ENVELOPE,
  type: 'group',
  messageId: 'm-2',
  userId: 'reader-1',
  groupId: 'library-1',
  traits,
  context: { traits: LINA },
  ...more,
});
const track = (properties?: object, more: object = {}) => ({
  ...ENVELOPE,
  type: 'track',
  messageId: 'm-3',
  userId: 'reader-1',
  event: 'Book returned',
  context: { traits: LINA },
  ...(properties === undefined ? {} : { properties }),
  ...more,
});
const ROLE = { Userlist: { extensions: { relationship: { properties: { role: 'owner' } } } } };

describeThroughDoors('what the page about RudderStack says of identify', (standIn) => {
  it('a user is created with the traits as properties, but for the email', async () => {
    expectAccepted(await hand(standIn, PATH, identify(LINA)));
    expect(standIn.users()).toEqual([
      expect.objectContaining({
        identifier: 'reader-1',
        email: 'lina@example.com',
        signed_up_at: START_TEXT,
        properties: { name: 'Lina', city: 'Lisbon' },
      }),
    ]);
    expect(standIn.codes()).toEqual([]);
  });

  it('a user who is known is changed', async () => {
    await hand(standIn, PATH, identify(LINA));
    expectAccepted(await hand(standIn, PATH, { ...identify({}), traits: { city: 'Porto', name: null } }));
    expect(standIn.users()).toMatchObject([{ email: 'lina@example.com', properties: { city: 'Porto' } }]);
    expect(standIn.users()).toHaveLength(1);
  });

  it('a message without a userId is ignored', async () => {
    for (const userId of [undefined, null, '', '  ']) {
      for (const message of [identify(LINA), group({ name: 'x' }), track()])
        expectAccepted(await hand(standIn, PATH, { ...message, userId }));
    }
    expect([standIn.users(), standIn.companies(), standIn.events()]).toEqual([[], [], []]);
    expect(standIn.diagnostics()).toMatchObject([
      { code: 'anonymous-ignored', level: 'warning', path: '/userId', evidence: 'documented' },
    ]);
    expect(standIn.changes()).toEqual([]);
  });
});

describeThroughDoors('what the page about RudderStack says of group', (standIn) => {
  it('the company is created and the user belongs to it', async () => {
    expectAccepted(await hand(standIn, PATH, group({ name: 'City Library', branch: 'north', shelves: 12 })));
    expect(standIn.companies()).toMatchObject([
      { identifier: 'library-1', name: 'City Library', properties: { branch: 'north', shelves: 12 } },
    ]);
    expect(standIn.relationships()).toEqual([{ user: 'reader-1', company: 'library-1', properties: {} }]);
    expect(standIn.users()).toEqual([
      expect.objectContaining({ identifier: 'reader-1', email: null, properties: {} }),
    ]);
  });

  it('the relationship gets properties from where the page shows them, and they are none of the company', async () => {
    expectAccepted(await hand(standIn, PATH, group({ name: 'City Library', integrations: ROLE })));
    expect(standIn.relationships()).toMatchObject([{ properties: { role: 'owner' } }]);
    expect(standIn.companies()).toEqual([expect.objectContaining({ name: 'City Library', properties: {} })]);
    expect(standIn.diagnostics()).toMatchObject([
      {
        code: 'misplaced-integrations',
        level: 'warning',
        path: '/traits/integrations',
        message: expect.stringContaining('third argument of group'),
      },
    ]);
  });

  it('the relationship gets them from where the SDK puts them too, and those count first', async () => {
    const both = group(
      { integrations: { Userlist: { extensions: { relationship: { properties: { role: 'guest' } } } } } },
      { integrations: ROLE },
    );
    expectAccepted(await hand(standIn, PATH, both));
    expect(standIn.relationships()).toMatchObject([{ properties: { role: 'owner' } }]);
    expect(standIn.companies()[0]?.properties).toEqual({});
    expect(standIn.codes()).toEqual(['misplaced-integrations']);
    expectAccepted(await hand(standIn, PATH, group({}, { integrations: ROLE })));
    expect(standIn.codes()).toEqual([]);
  });
});

describeThroughDoors('what the page about RudderStack says of track', (standIn) => {
  it('the event is stored in snake_case, with or without properties', async () => {
    expectAccepted(await hand(standIn, PATH, track({ bookTitle: 'Lighthouse' })));
    expectAccepted(await hand(standIn, PATH, track()));
    expect(standIn.events()).toEqual([
      {
        name: 'book_returned',
        user: 'reader-1',
        company: null,
        occurred_at: '2026-02-03T04:05:06.000Z',
        properties: { book_title: 'Lighthouse' },
      },
      expect.objectContaining({ name: 'book_returned', properties: {} }),
    ]);
  });

  it('the event is of the company that is named where the page shows it', async () => {
    expectAccepted(await hand(standIn, PATH, track({ pages: 7, context: { groupId: 'library-1' } })));
    expect(standIn.events()).toMatchObject([{ company: 'library-1', properties: { pages: 7 } }]);
    expect(standIn.events()[0]?.properties).toEqual({ pages: 7 });
    expect(standIn.codes()).toEqual(['misplaced-context', 'renamed-key']);
    expect(standIn.diagnostics()[0]).toMatchObject({ path: '/properties/context', level: 'warning' });
  });

  it('the event is of the company that is named where the SDK puts it', async () => {
    expectAccepted(await hand(standIn, PATH, track({}, { context: { groupId: 'library-2' } })));
    expect(standIn.events()).toMatchObject([{ company: 'library-2' }]);
    expect(standIn.codes()).toEqual(['renamed-key']);
  });

  it('the event is of the company where the SDK puts it when both places name one, and neither is a property', async () => {
    const both = track(
      { pages: 7, context: { groupId: 'library-1' } },
      { context: { groupId: 'library-2' } },
    );
    expectAccepted(await hand(standIn, PATH, both));
    expect(standIn.events()).toEqual([
      expect.objectContaining({ company: 'library-2', properties: { pages: 7 } }),
    ]);
    expect(standIn.companies().map(({ identifier }) => identifier)).toEqual(['library-2']);
    expect(standIn.diagnostics()[0]).toMatchObject({
      code: 'misplaced-context',
      path: '/properties/context',
      message: expect.stringContaining('heeded unless the message has one beside them'),
    });
  });

  it('the event happened at its timestamp, else its originalTimestamp, else now', async () => {
    const { originalTimestamp: _, ...bare } = track();
    for (const message of [{ ...track(), timestamp: '2026-01-01T00:00:00Z' }, track(), bare])
      expectAccepted(await hand(standIn, PATH, message));
    expect(standIn.events().map(({ occurred_at: at }) => at)).toEqual([
      '2026-01-01T00:00:00Z',
      '2026-02-03T04:05:06.000Z',
      START_TEXT,
    ]);
  });
});

describeThroughDoors('the details of a message', (standIn) => {
  it.each([
    ['createdAt', '2025-03-14T09:26:53Z', '2025-03-14T09:26:53Z'],
    ['created_at', 1_741_944_413, '2025-03-14T09:26:53.000Z'],
    ['createdAt', 1_741_944_413_589, '2025-03-14T09:26:53.589Z'],
    ['createdAt', 100_000_000_000, '5138-11-16T09:46:40.000Z'],
    ['createdAt', 100_000_000_001, '1973-03-03T09:46:40.001Z'],
  ])('%s as %j is when the user signed up, and no property', async (name, value, signedUp) => {
    const message = { type: 'identify', userId: 'reader-1', traits: { [name]: value, seat: 1 } };
    expectAccepted(await hand(standIn, PATH, message));
    const [user] = standIn.users();
    expect(Date.parse(String(user?.signed_up_at))).toBe(Date.parse(signedUp));
    expect(user?.properties).toEqual({ seat: 1 });
  });

  it('a group has the time of its company so, and keeps an email among the properties', async () => {
    const traits = { createdAt: '2024-01-02T03:04:05Z', email: 'desk@example.com' };
    expectAccepted(await hand(standIn, PATH, group(traits)));
    expect(standIn.companies()).toMatchObject([
      { signed_up_at: '2024-01-02T03:04:05Z', properties: { email: 'desk@example.com' } },
    ]);
  });

  it('the type is read in any case', async () => {
    for (const type of ['Identify', 'IDENTIFY', ' identify '])
      expectAccepted(await hand(standIn, PATH, { type, userId: type }));
    expect(standIn.users()).toHaveLength(3);
  });

  it('ids keep every digit, and numbers among the traits are those that JavaScript reads', async () => {
    const big = '12345678901234567890123';
    await hand(standIn, PATH, `{"type":"identify","userId":${big},"traits":{"total":${big}}}`);
    await hand(standIn, PATH, `{"type":"group","userId":${big},"groupId":${big}1}`);
    await hand(standIn, PATH, `{"type":"track","event":"x","userId":${big},"context":{"groupId":${big}2}}`);
    await hand(
      standIn,
      PATH,
      `{"type":"track","event":"x","userId":1,"properties":{"context":{"groupId":${big}3}}}`,
    );
    expect(standIn.users().map(({ identifier }) => identifier)).toEqual([big, '1']);
    expect(standIn.users()[0]?.properties).toEqual({ total: Number(big) });
    expect(standIn.companies().map(({ identifier }) => identifier)).toEqual([
      `${big}1`,
      `${big}2`,
      `${big}3`,
    ]);
  });

  it('numbers that lost digits are noted', async () => {
    await hand(standIn, PATH, '{"type":"identify","userId":1,"traits":{"total":12345678901234567890}}');
    expect(standIn.diagnostics()).toMatchObject([{ code: 'number-precision', path: '/traits/total' }]);
    await hand(standIn, PATH, '{"type":"identify","userId":1,"traits":{"total":1e400,"list":[null,1]}}');
    expect(standIn.users()[0]?.properties).toEqual({ list: [1] });
  });

  it('keys that no message should have are ordinary ones', async () => {
    await hand(
      standIn,
      PATH,
      '{"type":"identify","userId":1,"__proto__":{"userId":2},"traits":{"__proto__":{"a":1},"constructor":2}}',
    );
    expect(JSON.stringify(standIn.users()[0]?.properties)).toBe('{"proto":{"a":1},"constructor":2}');
    expect(standIn.users()).toMatchObject([{ identifier: '1' }]);
  });

  it('a message that the integrations leave out is taken all the same', async () => {
    expectAccepted(
      await hand(standIn, PATH, { ...identify(LINA), integrations: { All: false, Userlist: false } }),
    );
    expect(standIn.users()).toHaveLength(1);
  });

  it('the same message twice is two events', async () => {
    await hand(standIn, PATH, track());
    await hand(standIn, PATH, track());
    expect(standIn.events()).toHaveLength(2);
  });

  it('may become longer than a request may be', async () => {
    const list = Array.from({ length: 15_000 }, () => '1e20').join(',');
    const text = `{"type":"identify","userId":1,"traits":{"list":[${list}]}}`;
    expect(text.length).toBeLessThan(102_400);
    expectAccepted(await hand(standIn, PATH, text));
    expect(standIn.users()).toHaveLength(1);
  });
});
