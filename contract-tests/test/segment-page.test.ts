import { describe, expect, it } from 'vitest';
import { deliver } from './deliver.ts';
import { startStandIn } from './stand-in.ts';

const KEY = 'segment-page';
const ENVELOPE = {
  anonymousId: 'e2f1c9a4-0000-4000-8000-000000000002',
  context: { library: { name: 'analytics.js', version: 'next-1.84.3' } },
  integrations: {},
  timestamp: '2026-01-12T08:00:00.000Z',
  sentAt: '2026-01-12T08:00:00.250Z',
};

const identify = {
  ...ENVELOPE,
  type: 'identify',
  messageId: 'ajs-next-1',
  userId: 'userId123',
  traits: {
    email: 'john.doe@example.com',
    name: 'John Doe',
    role: 'Owner',
    createdAt: '2019-03-21T12:12:54.735+01:00',
  },
};
const track = {
  ...ENVELOPE,
  type: 'track',
  messageId: 'ajs-next-2',
  userId: 'userId123',
  event: 'Project created',
  properties: { projectName: 'Party Planning' },
};
const group = {
  ...ENVELOPE,
  type: 'group',
  messageId: 'ajs-next-3',
  userId: 'userId123',
  groupId: 'companyId123',
  traits: { name: 'Segment', createdAt: '2020-02-02T02:02:02Z', plan: 'team' },
};

describe('what the Segment page promises', () => {
  it('an identify call becomes a user by the table of fields', async () => {
    const standIn = await startStandIn();
    expect(await deliver(identify, 'segment', standIn, KEY)).toEqual({ kind: 'delivered', ok: [true] });
    expect(standIn.stored(KEY, 'users')).toMatchObject([
      {
        identifier: 'userId123',
        email: 'john.doe@example.com',
        signed_up_at: '2019-03-21T11:12:54.735Z',
        properties: { name: 'John Doe', role: 'Owner' },
      },
    ]);
  });

  it('a track call becomes an event, its name and keys in snake_case', async () => {
    const standIn = await startStandIn();
    await deliver(track, 'segment', standIn, KEY);
    expect(standIn.stored(KEY, 'events')).toMatchObject([
      {
        name: 'project_created',
        user: 'userId123',
        company: null,
        properties: { project_name: 'Party Planning' },
      },
    ]);
  });

  it('a groupId in the context puts the event into the company as well', async () => {
    const standIn = await startStandIn();
    await deliver(
      { ...track, context: { ...ENVELOPE.context, groupId: 'companyId123' } },
      'segment',
      standIn,
      KEY,
    );
    expect(standIn.stored(KEY, 'events')).toMatchObject([
      { name: 'project_created', user: 'userId123', company: 'companyId123' },
    ]);
  });

  it('a group call becomes a company by the table of fields', async () => {
    const standIn = await startStandIn();
    await deliver(group, 'segment', standIn, KEY);
    expect(standIn.stored(KEY, 'companies')).toMatchObject([
      {
        identifier: 'companyId123',
        name: 'Segment',
        signed_up_at: '2020-02-02T02:02:02Z',
        properties: { plan: 'team' },
      },
    ]);
  });

  it('a group call for a known company updates it', async () => {
    const standIn = await startStandIn();
    await deliver(group, 'segment', standIn, KEY);
    await deliver({ ...group, traits: { plan: 'business' } }, 'segment', standIn, KEY);
    expect(standIn.stored(KEY, 'companies')).toMatchObject([
      { identifier: 'companyId123', name: 'Segment', properties: { plan: 'business' } },
    ]);
  });

  it('extensions in the integrations become properties of the relationship', async () => {
    const standIn = await startStandIn();
    const integrations = { Userlist: { extensions: { relationship: { properties: { role: 'owner' } } } } };
    await deliver({ ...group, integrations }, 'segment', standIn, KEY);
    expect(standIn.stored(KEY, 'relationships')).toEqual([
      { user: 'userId123', company: 'companyId123', properties: { role: 'owner' } },
    ]);
  });

  it.each([track, group])(
    'a $type call of an unidentified user is rejected with 400 and sends nothing',
    async (message) => {
      const standIn = await startStandIn();
      const outcome = await deliver({ ...message, userId: null }, 'segment', standIn, KEY);
      expect(outcome).toMatchObject({ kind: 'rejected', code: 400 });
      expect(standIn.engine.journal.size).toBe(0);
    },
  );
});
