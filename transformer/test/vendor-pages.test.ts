import { describe, expect, it } from 'vitest';
import { toPushRequests } from '../src/index.ts';
import { type Call, sdks } from './sdk-messages.ts';

const occurred_at = '2026-01-12T09:30:00.000Z';
const tintin = { name: 'Tintin', city: 'Brussels', country: 'Belgium', email: 'tintin@herge.com' };
const extensions = { Userlist: { extensions: { relationship: { properties: { role: 'owner' } } } } };
const example = { name: 'Example, Inc.', industry: 'Testing', employees: 42 };

function send(sdk: keyof typeof sdks, call: Call) {
  const { dialect, toMessage } = sdks[sdk];
  const message = toMessage(call);
  const before = JSON.stringify(message);
  const outcome = toPushRequests(message, { dialect });
  expect(JSON.stringify(message)).toBe(before);
  return outcome;
}

function one(operation: string, path: string, body: unknown) {
  return { kind: 'requests', requests: [{ operation, method: 'POST', path, body }] };
}

describe.each(['rudder-web', 'rudder-node'] as const)('the RudderStack page, sent by %s', (sdk) => {
  const user = { userId: 'test-user-id', userTraits: tintin };

  it('identifies a user with the traits as properties', () => {
    expect(send(sdk, { type: 'identify', userId: 'test-user-id', traits: tintin })).toStrictEqual(
      one('pushUser', '/users', {
        identifier: 'test-user-id',
        email: 'tintin@herge.com',
        properties: { name: 'Tintin', city: 'Brussels', country: 'Belgium' },
      }),
    );
  });

  it('associates the user with a company', () => {
    expect(send(sdk, { type: 'group', ...user, groupId: 'test-group-id', traits: example })).toStrictEqual(
      one('pushCompany', '/companies', {
        identifier: 'test-group-id',
        name: 'Example, Inc.',
        properties: { industry: 'Testing', employees: 42 },
        relationships: [{ user: 'test-user-id' }],
      }),
    );
  });

  it.each([
    ['among the traits, as the page has it', { traits: { ...example, integrations: extensions } }],
    ['in the options, where the SDK wants it', { traits: example, options: { integrations: extensions } }],
  ])('sets the role of the user with the extension %s', (_, given) => {
    expect(send(sdk, { type: 'group', ...user, groupId: 'test-group-id', ...given })).toStrictEqual(
      one('pushCompany', '/companies', {
        identifier: 'test-group-id',
        name: 'Example, Inc.',
        properties: { industry: 'Testing', employees: 42 },
        relationships: [{ user: 'test-user-id', properties: { role: 'owner' } }],
      }),
    );
  });

  it('writes nothing of the user onto a company without traits', () => {
    expect(send(sdk, { type: 'group', ...user, groupId: 'test-group-id' })).toStrictEqual(
      one('pushCompany', '/companies', {
        identifier: 'test-group-id',
        relationships: [{ user: 'test-user-id' }],
      }),
    );
  });

  it('tracks an event with its properties', () => {
    const properties = { project_name: 'Demo Project' };
    expect(send(sdk, { type: 'track', ...user, event: 'Project created', properties })).toStrictEqual(
      one('pushEvent', '/events', { name: 'Project created', user: 'test-user-id', occurred_at, properties }),
    );
  });

  it('tracks an event without properties', () => {
    expect(send(sdk, { type: 'track', ...user, event: 'Project created' })).toStrictEqual(
      one('pushEvent', '/events', { name: 'Project created', user: 'test-user-id', occurred_at }),
    );
  });

  it.each([
    [
      'among the properties, as the page has it',
      { properties: { project_name: 'Demo Project', context: { groupId: 'test-group-id' } } },
    ],
    [
      'in the options, where the SDK wants it',
      {
        properties: { project_name: 'Demo Project' },
        options: { context: { groupId: 'test-group-id' } },
      },
    ],
  ])('tracks an event of a company with the context %s', (_, given) => {
    expect(send(sdk, { type: 'track', ...user, event: 'Project created', ...given })).toStrictEqual(
      one('pushEvent', '/events', {
        name: 'Project created',
        user: 'test-user-id',
        company: 'test-group-id',
        occurred_at,
        properties: { project_name: 'Demo Project' },
      }),
    );
  });
});

describe.each(['segment-web', 'segment-node'] as const)('the Segment page, sent by %s', (sdk) => {
  it('identifies a user, with email and the moment of signing up out of the properties', () => {
    const traits = {
      email: 'john.doe@example.com',
      name: 'John Doe',
      role: 'Owner',
      createdAt: '2019-03-21T12:12:54.735+01:00',
    };
    expect(send(sdk, { type: 'identify', userId: 'userId123', traits })).toStrictEqual(
      one('pushUser', '/users', {
        identifier: 'userId123',
        email: 'john.doe@example.com',
        signed_up_at: '2019-03-21T12:12:54.735+01:00',
        properties: { name: 'John Doe', role: 'Owner' },
      }),
    );
  });

  it.each([
    ['', {}, {}],
    [' of a company', { options: { context: { groupId: 'companyId123' } } }, { company: 'companyId123' }],
  ])('tracks an event%s', (_, given, added) => {
    const properties = { projectName: 'Party Planning' };
    const call = { type: 'track', userId: 'userId123', event: 'Project created', properties } as const;
    expect(send(sdk, { ...call, ...given })).toStrictEqual(
      one('pushEvent', '/events', {
        name: 'Project created',
        user: 'userId123',
        ...added,
        occurred_at,
        properties,
      }),
    );
  });

  it('tracks an event without properties', () => {
    expect(send(sdk, { type: 'track', userId: 'userId123', event: 'Project created' })).toStrictEqual(
      one('pushEvent', '/events', { name: 'Project created', user: 'userId123', occurred_at }),
    );
  });

  it.each([
    ['', {}, {}],
    [' and sets their role', { options: { integrations: extensions } }, { properties: { role: 'owner' } }],
  ])('relates the user to a company%s', (_, given, added) => {
    const call = { type: 'group', userId: 'userId123', groupId: 'companyId123' } as const;
    expect(send(sdk, { ...call, traits: { name: 'Segment' }, ...given })).toStrictEqual(
      one('pushCompany', '/companies', {
        identifier: 'companyId123',
        name: 'Segment',
        relationships: [{ user: 'userId123', ...added }],
      }),
    );
  });
});

describe.each(Object.keys(sdks) as (keyof typeof sdks)[])('whatever %s adds around a call', (sdk) => {
  it('stays out of the request', () => {
    const calls: Call[] = [
      { type: 'identify', userId: 'u', traits: { plan: 'pro' } },
      { type: 'group', userId: 'u', groupId: 7, traits: { plan: 'pro' } },
      { type: 'track', userId: 'u', event: 'Upgraded', properties: { plan: 'pro' } },
    ];
    const bodies = calls.map((call) => {
      const outcome = send(sdk, call);
      return outcome.kind === 'requests' ? outcome.requests.map(({ body }) => body) : outcome;
    });
    expect(bodies).toStrictEqual([
      [{ identifier: 'u', properties: { plan: 'pro' } }],
      [{ identifier: 7, properties: { plan: 'pro' }, relationships: [{ user: 'u' }] }],
      [{ name: 'Upgraded', user: 'u', occurred_at, properties: { plan: 'pro' } }],
    ]);
  });

  it('makes no request of a page call', () => {
    expect(send(sdk, { type: 'page', userId: 'u', name: 'Home' })).toMatchObject({
      kind: 'skipped',
      code: 298,
    });
  });
});
