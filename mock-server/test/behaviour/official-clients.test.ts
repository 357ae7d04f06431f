import { expect, it } from 'vitest';
import {
  describeThroughDoors,
  expectAccepted,
  expectRefusal,
  type PushOptions,
  START_TEXT,
  type Stored,
} from '../stand-in.ts';

type Row = {
  readonly what: string;
  readonly method?: 'POST' | 'DELETE';
  readonly path: string;
  readonly body: unknown;
  /** What the account then holds, as far as it matters. */
  readonly leaves: Readonly<Record<string, readonly unknown[]>>;
};

type Client = { readonly headers: PushOptions['headers']; readonly rows: readonly Row[] };

const CLIENTS: Readonly<Record<string, Client>> = {
  'the Ruby client': {
    headers: {
      'Accept-Encoding': 'gzip;q=1.0,deflate;q=0.6,identity;q=0.3',
      Accept: 'application/json',
      'User-Agent': 'Ruby',
      'Content-Type': 'application/json; charset=UTF-8',
    },
    rows: [
      {
        what: 'a user with a Ruby time at top level and among the properties',
        path: '/users',
        body: {
          identifier: 'user-1',
          signed_up_at: '2026-11-23 06:55:00 UTC',
          properties: { trial_ends_at: '2026-11-23 07:15:49 +0000' },
        },
        leaves: {
          users: [
            {
              signed_up_at: '2026-11-23T06:55:00Z',
              properties: { trial_ends_at: '2026-11-23 07:15:49 +0000' },
              timestamps: [],
            },
          ],
        },
      },
      {
        what: 'an event with the time it happened as Ruby prints it',
        path: '/events',
        body: {
          name: 'project_created',
          user: { identifier: 'user-1' },
          occurred_at: '2026-11-23 07:15:49 +0000',
        },
        leaves: {
          events: [{ name: 'project_created', user: 'user-1', occurred_at: '2026-11-23T07:15:49Z' }],
        },
      },
      {
        what: 'both spellings of occurred_at',
        path: '/events',
        body: {
          name: 'x',
          user: { identifier: 1 },
          occured_at: '2026-11-23 07:00:00 UTC',
          occurred_at: '2026-11-22 07:00:00 UTC',
        },
        leaves: { events: [{ occurred_at: '2026-11-22T07:00:00Z' }] },
      },
      {
        what: 'the misspelling alone, from an old version',
        path: '/events',
        body: { name: 'x', user: { identifier: 1 }, occured_at: '2026-11-22 07:00:00 UTC' },
        leaves: { events: [{ occurred_at: '2026-11-22T07:00:00Z' }] },
      },
      {
        what: 'texts and objects in one list',
        path: '/users',
        body: {
          identifier: 'user-1',
          companies: ['company-1', { identifier: 'company-2' }, { identifier: 3 }],
        },
        leaves: {
          companies: [{ identifier: 'company-1' }, { identifier: 'company-2' }, { identifier: '3' }],
        },
      },
      {
        what: 'a back-reference as a text (main)',
        path: '/users',
        body: {
          identifier: 'user-1',
          relationships: [
            {
              user: 'user-1',
              company: { identifier: 'company-1', name: 'One' },
              properties: { role: 'owner' },
            },
          ],
        },
        leaves: {
          users: [{ identifier: 'user-1' }],
          relationships: [{ user: 'user-1', company: 'company-1', properties: { role: 'owner' } }],
        },
      },
      {
        what: 'a back-reference as an object (1.1.0), with the whole record repeated',
        path: '/companies',
        body: {
          identifier: 'company-1',
          relationships: [
            {
              user: { identifier: 'user-1', company: { identifier: 'company-1' } },
              company: { identifier: 'company-1', name: 'Not this one' },
              properties: { role: 'owner' },
            },
          ],
        },
        leaves: {
          companies: [{ identifier: 'company-1', name: null }],
          relationships: [{ properties: { role: 'owner' } }],
        },
      },
      {
        what: 'an event whose company repeats as a text',
        path: '/events',
        body: {
          name: 'x',
          user: { identifier: 'user-1', company: { identifier: 'company-1', name: 'One' } },
          company: 'company-1',
        },
        leaves: {
          events: [{ user: 'user-1', company: 'company-1' }],
          companies: [{ identifier: 'company-1', name: 'One' }],
          relationships: [{ user: 'user-1', company: 'company-1' }],
        },
      },
      {
        what: 'a mail: lists of addresses and a theme that is null',
        path: '/messages',
        body: {
          to: ['ada@example.com', 'ben@example.com'],
          from: ['post@example.com'],
          reply_to: ['care@example.com'],
          subject: 'Hello',
          body: {
            type: 'multipart',
            content: [
              { type: 'text', content: 'Hi' },
              { type: 'html', content: '<p>Hi</p>' },
            ],
          },
          theme: null,
        },
        leaves: { messages: [{ to: ['ada@example.com', 'ben@example.com'], theme: null, user: null }] },
      },
      {
        what: 'a mail with an attachment, which ends up empty',
        path: '/messages',
        body: {
          to: ['ada@example.com'],
          from: ['post@example.com'],
          subject: 'Hello',
          body: { type: 'multipart', content: [] },
          theme: null,
        },
        leaves: { messages: [{ body: { type: 'multipart', content: [] } }] },
      },
      {
        what: 'a mail in HTML that says it is text',
        path: '/messages',
        body: {
          to: ['ada@example.com'],
          from: ['post@example.com'],
          subject: 'Hello',
          body: { type: 'text', content: '<p>Hi</p>' },
          theme: null,
        },
        leaves: { messages: [{ body: { type: 'text', content: '<p>Hi</p>' } }] },
      },
      {
        what: 'a user known by email alone',
        path: '/users',
        body: { email: 'ada@example.com', relationships: [{ company: 'company-1' }] },
        leaves: {
          users: [{ identifier: null, email: 'ada@example.com' }],
          relationships: [{ user: { email: 'ada@example.com' } }],
        },
      },
      {
        what: 'a deletion with a body',
        method: 'DELETE',
        path: '/relationships',
        body: { user: { identifier: 'user-2' }, company: { identifier: 'company-2' } },
        leaves: { relationships: [] },
      },
      {
        what: 'an old deletion with the identifier in the path',
        method: 'DELETE',
        path: '/users/user-2',
        body: undefined,
        leaves: { users: [] },
      },
    ],
  },
  'the Rails gem': {
    headers: { 'User-Agent': 'Ruby', 'Content-Type': 'application/json; charset=UTF-8' },
    rows: [
      {
        what: 'a live record with identifiers that are null',
        path: '/users',
        body: {
          identifier: 'user-1',
          properties: {},
          identifiers: null,
          email: 'ada@example.com',
          signed_up_at: '2026-11-23 06:55:00 UTC',
          relationships: [],
        },
        leaves: {
          users: [{ identifier: 'user-1', email: 'ada@example.com', signed_up_at: '2026-11-23T06:55:00Z' }],
        },
      },
      {
        what: 'the deletion of a live record, as a whole',
        method: 'DELETE',
        path: '/users',
        body: {
          identifier: 'user-2',
          properties: { plan: 'pro' },
          identifiers: null,
          email: 'user-2@example.com',
          signed_up_at: '2026-11-23 06:55:00 UTC',
          relationships: [
            {
              user: 'user-2',
              company: { identifier: 'company-9', name: 'New', properties: {} },
              properties: {},
            },
          ],
        },
        leaves: { users: [], companies: [{ identifier: 'company-2' }] },
      },
      {
        what: 'the deletion of a destroyed record with an email',
        method: 'DELETE',
        path: '/users',
        body: {
          identifier: null,
          properties: {},
          identifiers: [{ scope: 'custom', identifier: 'user-2' }],
          email: 'user-2@example.com',
          relationships: [],
        },
        leaves: { users: [] },
      },
      {
        what: 'the deletion of a destroyed record without one',
        method: 'DELETE',
        path: '/users',
        body: {
          identifier: null,
          properties: {},
          identifiers: [{ scope: 'custom', identifier: 'user-2' }],
          email: null,
        },
        leaves: { users: [] },
      },
      {
        what: 'the deletion of a destroyed company',
        method: 'DELETE',
        path: '/companies',
        body: {
          identifier: null,
          properties: {},
          identifiers: [{ scope: 'custom', identifier: 'company-2' }],
          name: 'Two',
        },
        leaves: { companies: [], users: [{ identifier: 'user-2' }] },
      },
    ],
  },
  'the Node client': {
    headers: { Accept: 'application/json', 'Content-Type': 'application/json; charset=UTF-8' },
    rows: [
      {
        what: 'references as texts',
        path: '/relationships',
        body: { user: 'user-1', company: 'company-1', properties: { role: 'owner' } },
        leaves: { relationships: [{ user: 'user-1', company: 'company-1', properties: { role: 'owner' } }] },
      },
      {
        what: 'a JavaScript date',
        path: '/events',
        body: {
          name: 'Project Created',
          user: 'user-1',
          occurred_at: '2026-11-23T06:55:00.123Z',
          properties: { projectName: 'X' },
        },
        leaves: {
          events: [
            {
              name: 'project_created',
              occurred_at: '2026-11-23T06:55:00.123Z',
              properties: { project_name: 'X' },
            },
          ],
        },
      },
      {
        what: 'a deletion',
        method: 'DELETE',
        path: '/users',
        body: { identifier: 'user-2' },
        leaves: { users: [] },
      },
      {
        what: 'a deletion by email',
        method: 'DELETE',
        path: '/users',
        body: { email: 'user-2@example.com' },
        leaves: { users: [] },
      },
    ],
  },
  'the PHP client': {
    headers: { 'User-Agent': 'GuzzleHttp/7', 'Content-Type': 'application/json' },
    rows: [
      {
        what: 'an empty array for properties',
        path: '/users',
        body: '{"identifier":"user-1","properties":[]}',
        leaves: { users: [{ identifier: 'user-1', properties: {} }] },
      },
      {
        what: 'escaped slashes and letters',
        path: '/users',
        body: '{"identifier":"a\\/b","properties":{"city":"K\\u00f6ln"}}',
        leaves: { users: [{ identifier: 'a/b', properties: { city: 'Köln' } }] },
      },
      {
        what: 'an event whose user is null',
        path: '/events',
        body: { name: 'x', user: null, company: 'company-1' },
        leaves: { events: [{ user: null, company: 'company-1' }] },
      },
      {
        what: 'a DateTime as it is',
        path: '/users',
        body: {
          identifier: 'user-1',
          signed_up_at: { date: '2026-11-23 06:55:00.000000', timezone_type: 3, timezone: 'UTC' },
        },
        leaves: { users: [{ signed_up_at: START_TEXT }] },
      },
    ],
  },
  'the Python client': {
    headers: {
      'User-Agent': 'python-requests/2.28.1',
      Accept: '*/*',
      'Accept-Encoding': 'gzip, deflate',
      'Content-Type': 'application/json',
    },
    rows: [
      {
        what: 'blanks behind separators and a time without zone',
        path: '/events',
        body: '{"name": "x", "user": {"identifier": "user-1"}, "occurred_at": "2026-11-23T06:55:00.123456"}',
        leaves: { events: [{ user: 'user-1', occurred_at: '2026-11-23T06:55:00.123456Z' }] },
      },
      {
        what: 'a bare number beside an object',
        path: '/relationships',
        body: '{"user": 7, "company": {"identifier": "company-1"}}',
        leaves: { relationships: [{ user: '7', company: 'company-1' }] },
      },
      {
        what: 'last_seen_at (0.2)',
        path: '/users',
        body: { identifier: 1, last_seen_at: '2026-01-01T00:00:00' },
        leaves: { users: [{ last_seen_at: '2026-01-01T00:00:00Z' }] },
      },
      {
        what: 'an old deletion of a relationship',
        method: 'DELETE',
        path: '/relationships/user-2/company-2',
        body: undefined,
        leaves: { relationships: [] },
      },
    ],
  },
  'integrations in the wild': {
    headers: {},
    rows: [
      {
        what: 'Courrier, with no theme and names in addresses',
        path: '/messages',
        body: {
          from: 'Sender <sender@example.com>',
          to: 'Ada <ada@example.com>',
          subject: 'x',
          body: {
            type: 'multipart',
            content: [
              { type: 'html', content: 'x' },
              { type: 'text', content: 'x' },
            ],
          },
          theme: null,
        },
        leaves: { messages: [{ from: 'Sender <sender@example.com>' }] },
      },
      {
        what: 'Fider, with whole users in a company',
        path: '/companies',
        body: {
          identifier: '1',
          name: 'Demo',
          signed_up_at: '2026-11-23T06:55:00Z',
          users: [{ identifier: '2', email: 'ada@example.com', properties: { name: 'Ada' } }],
        },
        leaves: {
          companies: [{ identifier: '1', name: 'Demo' }],
          relationships: [{ user: '2', company: '1' }],
        },
      },
      {
        what: 'an email-only user in an event, PascalCase and mixed case',
        path: '/events',
        body: {
          name: 'CompleteRegistration',
          user: { email: 'ada@example.com', properties: {} },
          properties: { addon_licenseId: 1, paidTier: 2 },
        },
        leaves: {
          events: [
            {
              name: 'complete_registration',
              user: { email: 'ada@example.com' },
              properties: { addon_license_id: 1, paid_tier: 2 },
            },
          ],
        },
      },
      {
        what: 'Composio, with attributes that are none',
        path: '/relationships',
        body: { user: 'user-1', company: 'company-1', relationship: 'admin', timestamp: 'x', data: {} },
        leaves: { relationships: [{ user: 'user-1', company: 'company-1', properties: {} }] },
      },
      {
        what: 'an Atlassian add-on, with dotted keys and a time that is null',
        path: '/events',
        body: {
          name: 'subscription.renewed',
          user: 'user-1',
          occured_at: null,
          properties: { 'com.example.addon': { 'license.type': 'x' } },
        },
        leaves: {
          events: [
            {
              name: 'subscription_renewed',
              occurred_at: START_TEXT,
              properties: { com_example_addon: { license_type: 'x' } },
            },
          ],
        },
      },
      {
        what: 'PostHog keys',
        path: '/events',
        body: {
          name: '$identify',
          user: 'user-1',
          properties: { $current_url: 'x', $set: { $os: 'Linux' } },
        },
        leaves: { events: [{ name: 'identify', properties: { current_url: 'x', set: { os: 'Linux' } } }] },
      },
      {
        what: 'RudderStack traits with a numeric createdAt',
        path: '/users',
        body: { identifier: 'user-1', signed_up_at: 1599264000 },
        leaves: { users: [{ signed_up_at: START_TEXT }] },
      },
    ],
  },
};

for (const [client, { headers = {}, rows }] of Object.entries(CLIENTS)) {
  describeThroughDoors(`what ${client} sends`, (standIn) => {
    it.each(rows.map((row) => [row.what, row] as const))(
      '%s',
      async (_what, { method = 'POST', path, body, leaves }) => {
        if (method === 'DELETE') {
          await standIn.post('/users', {
            identifier: 'user-2',
            email: 'user-2@example.com',
            company: 'company-2',
          });
        }
        expectAccepted(await standIn.request(method, path, body, { headers }));
        const held: Record<string, readonly Stored[]> = {
          users: standIn.users(),
          companies: standIn.companies(),
          relationships: standIn.relationships(),
          events: standIn.events(),
          messages: standIn.messages(),
        };
        for (const [collection, expected] of Object.entries(leaves)) {
          expect(held[collection], collection).toMatchObject(expected);
          expect(held[collection], collection).toHaveLength(expected.length);
        }
      },
    );
  });
}

describeThroughDoors('what clients send and the service does not take', (standIn) => {
  it.each([
    ['an integer as user (PHP, Python)', '/users', '42', 422],
    ['an empty array (PHP)', '/users', '[]', 422],
    ['an event that lost both its ends (Python 0.2)', '/events', '{"name": "x"}', 422],
    ['an empty message', '/messages', '{}', 422],
    ['a company without identifier (Ruby)', '/companies', '{"name":"One"}', 422],
    ['NaN (Python)', '/users', '{"identifier": "user-1", "properties": {"score": NaN}}', 400],
    ['no body at all (Pipedream)', '/companies', undefined, 422],
  ])('%s', async (_what, path, body, status) => {
    expect((await standIn.post(path, body)).status).toBe(status);
  });

  it('an identifier that is an empty text (Node)', async () => {
    expectRefusal(await standIn.post('/users', { identifier: '' }), 422, [
      "Identifier can't be blank",
      "Email can't be blank",
    ]);
  });

  it.each([
    ['GET', '/users'],
    ['PUT', '/users'],
    ['DELETE', '/events'],
    ['DELETE', '/messages'],
  ])('%s %s, for which clients have methods', async (method, path) => {
    expect((await standIn.request(method, path, method === 'GET' ? undefined : {})).status).toBe(404);
  });
});
