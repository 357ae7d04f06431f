import { describe, expect, it } from 'vitest';
import { deliver } from './deliver.ts';
import { startStandIn } from './stand-in.ts';

const KEY = 'rudderstack-page';
const ENVELOPE = {
  anonymousId: 'e2f1c9a4-0000-4000-8000-000000000001',
  channel: 'web',
  integrations: { All: true },
  originalTimestamp: '2026-01-12T08:00:00.000Z',
  sentAt: '2026-01-12T08:00:00.250Z',
};
const TINTIN = { name: 'Tintin', city: 'Brussels', country: 'Belgium', email: 'tintin@herge.com' };

/** As the browser SDK sends it: an identify has its traits in the context only. */
const identify = (traits: object) => ({
  ...ENVELOPE,
  type: 'identify',
  messageId: 'identify-1',
  userId: 'test-user-id',
  context: { traits },
});
const group = (traits: object) => ({
  ...ENVELOPE,
  type: 'group',
  messageId: 'group-1',
  userId: 'test-user-id',
  groupId: 'test-group-id',
  traits,
  context: { traits: TINTIN },
});
const track = (properties?: object) => ({
  ...ENVELOPE,
  type: 'track',
  messageId: 'track-1',
  userId: 'test-user-id',
  event: 'Project created',
  context: { traits: TINTIN },
  ...(properties === undefined ? {} : { properties }),
});

const EXAMPLE_COMPANY = { name: 'Example, Inc.', industry: 'Testing', employees: 42 };

describe('what the RudderStack page promises', () => {
  it('an identify call creates the user with the traits as properties', async () => {
    const standIn = await startStandIn();
    expect(await deliver(identify(TINTIN), 'rudderstack', standIn, KEY)).toEqual({
      kind: 'delivered',
      ok: [true],
    });
    expect(standIn.stored(KEY, 'users')).toMatchObject([
      {
        identifier: 'test-user-id',
        email: 'tintin@herge.com',
        properties: { name: 'Tintin', city: 'Brussels', country: 'Belgium' },
      },
    ]);
  });

  it('an identify call for a known user updates the record', async () => {
    const standIn = await startStandIn();
    await deliver(identify(TINTIN), 'rudderstack', standIn, KEY);
    await deliver(identify({ city: 'Ghent' }), 'rudderstack', standIn, KEY);
    expect(standIn.stored(KEY, 'users')).toMatchObject([
      {
        identifier: 'test-user-id',
        email: 'tintin@herge.com',
        properties: { name: 'Tintin', city: 'Ghent', country: 'Belgium' },
      },
    ]);
  });

  it('a message with an anonymousId only is ignored', async () => {
    const standIn = await startStandIn();
    const outcome = await deliver({ ...identify(TINTIN), userId: '' }, 'rudderstack', standIn, KEY);
    expect(outcome).toMatchObject({ kind: 'skipped' });
    expect(standIn.stored(KEY, 'users')).toEqual([]);
  });

  it('a group call associates the user with the company', async () => {
    const standIn = await startStandIn();
    await deliver(group(EXAMPLE_COMPANY), 'rudderstack', standIn, KEY);
    expect(standIn.stored(KEY, 'companies')).toMatchObject([
      {
        identifier: 'test-group-id',
        name: 'Example, Inc.',
        properties: { industry: 'Testing', employees: 42 },
      },
    ]);
    expect(standIn.stored(KEY, 'relationships')).toEqual([
      { user: 'test-user-id', company: 'test-group-id', properties: {} },
    ]);
  });

  it('relationship properties given inside the traits, as the page shows it, end up on the relationship alone', async () => {
    const standIn = await startStandIn();
    const integrations = { Userlist: { extensions: { relationship: { properties: { role: 'owner' } } } } };
    await deliver(group({ ...EXAMPLE_COMPANY, integrations }), 'rudderstack', standIn, KEY);
    expect(standIn.stored(KEY, 'relationships')).toEqual([
      { user: 'test-user-id', company: 'test-group-id', properties: { role: 'owner' } },
    ]);
    expect(standIn.stored(KEY, 'companies')).toMatchObject([
      { properties: { industry: 'Testing', employees: 42 } },
    ]);
    expect(JSON.stringify(standIn.stored(KEY, 'companies'))).not.toContain('integrations');
  });

  it('a track call creates an event with its properties, both names in snake_case', async () => {
    const standIn = await startStandIn();
    await deliver(track({ project_name: 'Demo Project' }), 'rudderstack', standIn, KEY);
    expect(standIn.stored(KEY, 'events')).toEqual([
      {
        name: 'project_created',
        user: 'test-user-id',
        company: null,
        occurred_at: '2026-01-12T08:00:00.000Z',
        properties: { project_name: 'Demo Project' },
      },
    ]);
  });

  it('a track call without properties creates an event too', async () => {
    const standIn = await startStandIn();
    await deliver(track(), 'rudderstack', standIn, KEY);
    expect(standIn.stored(KEY, 'events')).toEqual([
      expect.objectContaining({ name: 'project_created', properties: {} }),
    ]);
  });

  it('a groupId in a context given inside the properties, as the page shows it, puts the event into the company', async () => {
    const standIn = await startStandIn();
    const properties = { project_name: 'Demo Project', context: { groupId: 'test-group-id' } };
    await deliver(track(properties), 'rudderstack', standIn, KEY);
    expect(standIn.stored(KEY, 'events')).toMatchObject([
      {
        name: 'project_created',
        user: 'test-user-id',
        company: 'test-group-id',
        properties: { project_name: 'Demo Project' },
      },
    ]);
    expect(JSON.stringify(standIn.stored(KEY, 'events'))).not.toContain('context');
  });
});
