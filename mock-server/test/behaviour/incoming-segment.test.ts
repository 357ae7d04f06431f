import { expect, it } from 'vitest';
import { basic, hand } from '../incoming/hosts.ts';
import { describeThroughDoors, expectAccepted, expectRefusal, START_TEXT } from '../stand-in.ts';

const PATH = '/segment/events';
const SEGMENT = basic('segment-key');
const KEY = 'segment-key';
const ROLE = { Userlist: { extensions: { relationship: { properties: { role: 'owner' } } } } };
const identify = {
  type: 'identify',
  userId: 'member-1',
  anonymousId: 'a-1',
  traits: {
    email: 'otto@example.com',
    name: 'Otto Blum',
    jobTitle: 'Gardener',
    createdAt: '2019-04-05T06:07:08.900+02:00',
  },
  context: { library: { name: '@segment/analytics-node' } },
  integrations: {},
  messageId: 'node-next-1',
};
const group = { type: 'group', userId: 'member-1', groupId: 'club-1', traits: { name: 'Garden Club' } };
const track = { type: 'track', userId: 'member-1', event: 'Bed planted', properties: { plantCount: 3 } };

describeThroughDoors('what the page about Segment says', (standIn) => {
  it('an identify becomes a user, field by field', async () => {
    expectAccepted(await hand(standIn, PATH, identify, SEGMENT));
    expect(standIn.users(KEY)).toEqual([
      expect.objectContaining({
        identifier: 'member-1',
        email: 'otto@example.com',
        signed_up_at: '2019-04-05T04:07:08.900Z',
        properties: { name: 'Otto Blum', job_title: 'Gardener' },
      }),
    ]);
    const changed = { ...identify, traits: { jobTitle: null, beds: 2 } };
    expectAccepted(await hand(standIn, PATH, changed, SEGMENT));
    expect(standIn.users(KEY)).toEqual([
      expect.objectContaining({ email: 'otto@example.com', properties: { name: 'Otto Blum', beds: 2 } }),
    ]);
  });

  it('a track becomes an event in snake_case', async () => {
    expectAccepted(await hand(standIn, PATH, track, SEGMENT));
    expect(standIn.events(KEY)).toEqual([
      {
        name: 'bed_planted',
        user: 'member-1',
        company: null,
        occurred_at: START_TEXT,
        properties: { plant_count: 3 },
      },
    ]);
  });

  it('a track is of the company in its context', async () => {
    expectAccepted(await hand(standIn, PATH, { ...track, context: { groupId: 'club-1' } }, SEGMENT));
    expect(standIn.events(KEY)).toMatchObject([{ user: 'member-1', company: 'club-1' }]);
  });

  it('a group becomes a company, with properties of the relationship from the extensions', async () => {
    const message = {
      ...group,
      traits: { ...group.traits, createdAt: '2020-01-01T00:00:00Z', size: 'small' },
    };
    expectAccepted(await hand(standIn, PATH, { ...message, integrations: ROLE }, SEGMENT));
    expect(standIn.companies(KEY)).toMatchObject([
      {
        identifier: 'club-1',
        name: 'Garden Club',
        signed_up_at: '2020-01-01T00:00:00Z',
        properties: { size: 'small' },
      },
    ]);
    expect(standIn.relationships(KEY)).toEqual([
      { user: 'member-1', company: 'club-1', properties: { role: 'owner' } },
    ]);
  });

  it.each([track, group])('a call for nobody is 400', async ({ userId: _, ...message }) => {
    const reply = await hand(standIn, PATH, { ...message, anonymousId: 'a-1' }, SEGMENT);
    const text = `This ${message.type} has no userId, and Userlist keeps no anonymous users: call identify first.`;
    expectRefusal(reply, 400, [text]);
    expect([standIn.events(KEY), standIn.companies(KEY)]).toEqual([[], []]);
    expect(standIn.codes()).toEqual([]);
  });

  it('an identify for nobody is ignored', async () => {
    for (const userId of [undefined, null, ' ', {}, [], true]) {
      expectAccepted(await hand(standIn, PATH, { ...identify, userId }, SEGMENT));
      expect(standIn.codes()).toEqual(['anonymous-ignored']);
    }
    expect(standIn.users(KEY)).toEqual([]);
  });
});

describeThroughDoors('what only RudderStack puts in the wrong place', (standIn) => {
  it('is left out of the traits of a group of Segment, and not heeded', async () => {
    const message = { ...group, traits: { ...group.traits, integrations: ROLE } };
    expectAccepted(await hand(standIn, PATH, message, SEGMENT));
    expect(standIn.relationships(KEY)).toEqual([{ user: 'member-1', company: 'club-1', properties: {} }]);
    expect(standIn.companies(KEY)[0]?.properties).toEqual({});
    expect(standIn.diagnostics()).toMatchObject([
      { code: 'misplaced-integrations', message: expect.stringContaining('was left out') },
    ]);
  });

  it('is a property of a track of Segment, also of one with a company', async () => {
    const message = { ...track, properties: { context: { groupId: 'club-1' } } };
    expectAccepted(await hand(standIn, PATH, message, SEGMENT));
    expect(standIn.events(KEY)).toMatchObject([
      { company: null, properties: { context: { group_id: 'club-1' } } },
    ]);
    expect(standIn.diagnostics()[0]).toMatchObject({
      code: 'misplaced-context',
      message: expect.stringContaining('kept as one of them; its groupId is not heeded'),
    });
    expectAccepted(await hand(standIn, PATH, { ...message, context: { groupId: 'club-2' } }, SEGMENT));
    expect(standIn.events(KEY).at(-1)).toMatchObject({
      company: 'club-2',
      properties: { context: { group_id: 'club-1' } },
    });
    expect(standIn.codes()).toContain('misplaced-context');
  });
});
