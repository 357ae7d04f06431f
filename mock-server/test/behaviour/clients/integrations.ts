import { START_TEXT } from '../../stand-in.ts';
import { AXIOS, BARE_AXIOS, FETCH, GO } from './library-headers.ts';
import { type Client, type Replay, TWO, WITHOUT_COMPANY_2, WITHOUT_USER_2 } from './replay.ts';
import { RUBY_CLOSING_HEADERS } from './ruby-client.ts';
import { toGoJson, toPlainJson } from './write-json.ts';

const MULTIPART = {
  type: 'multipart',
  content: [
    { type: 'html', content: '<p>Hi</p>' },
    { type: 'text', content: 'Hi' },
  ],
};

const BY_RUBY: readonly Replay[] = [
  {
    what: 'Courrier: names in addresses, HTML before text, no theme',
    path: '/messages',
    body: {
      from: 'Sender <sender@example.com>',
      to: 'Ada <ada@example.com>',
      subject: 'Hello',
      body: MULTIPART,
      theme: null,
    },
    leaves: {
      messages: [
        { from: 'Sender <sender@example.com>', to: 'Ada <ada@example.com>', body: MULTIPART, theme: null },
      ],
    },
  },
  {
    what: 'Courrier: a mail without content, which is left out',
    path: '/messages',
    body: { from: 'sender@example.com', to: 'ada@example.com', subject: 'Hello', theme: null },
    status: 422,
    errors: ["Body can't be blank"],
  },
];

const BY_GO: readonly Replay[] = [
  {
    what: 'Fider: whole users in a company, identifiers of digits, no Accept',
    path: '/companies',
    body: {
      identifier: '1',
      name: 'R&D <Demo>',
      signed_up_at: '2026-11-23T06:55:00.200929864Z',
      properties: { billing_status: 'trial' },
      users: [{ identifier: '2', email: 'ada@example.com', properties: { name: 'Ada' } }],
    },
    leaves: {
      users: [{ identifier: '2', email: 'ada@example.com', properties: { name: 'Ada' } }],
      companies: [{ identifier: '1', name: 'R&D <Demo>', signed_up_at: '2026-11-23T06:55:00.200929Z' }],
      relationships: [{ user: '2', company: '1' }],
    },
  },
  {
    what: 'Fider: a user with nothing but identifier and company',
    path: '/users',
    body: { identifier: '2', company: '1' },
    leaves: {
      users: [{ identifier: '2' }],
      companies: [{ identifier: '1' }],
      relationships: [{ user: '2', company: '1' }],
    },
  },
  {
    what: 'Fider: a deletion',
    given: TWO,
    method: 'DELETE',
    path: '/users',
    body: { identifier: 'user-2' },
    leaves: WITHOUT_USER_2,
  },
  {
    what: 'a Go program: the time as Go prints it',
    path: '/users',
    body: { identifier: 'user-1', signed_up_at: 'Mon Nov 23 06:55:00 UTC 2026' },
    leaves: { users: [{ identifier: 'user-1', signed_up_at: '2026-11-23T06:55:00Z' }] },
  },
];

const BY_AXIOS: readonly Replay[] = [
  {
    what: 'Pipedream, first version: no body at all',
    path: '/companies',
    body: '',
    status: 422,
    errors: ["Identifier can't be blank"],
  },
  {
    what: 'Pipedream: an event of a company',
    path: '/events',
    body: { name: 'Deal Won', company: 'company-1', properties: { amount: 10 } },
    leaves: {
      companies: [{ identifier: 'company-1' }],
      events: [{ name: 'deal_won', user: null, company: 'company-1', properties: { amount: 10 } }],
    },
  },
  {
    what: 'Metorial: a MIME type for body.type',
    path: '/messages',
    body: { user: 'user-1', subject: 'Hello', body: { type: 'text/html', content: '<p>Hi</p>' } },
    status: 422,
    errors: ['Body type is not included in the list'],
  },
  {
    what: 'Metorial: a multipart of html and text, and the theme "false"',
    path: '/messages',
    body: {
      user: 'user-1',
      subject: 'Hello',
      body: { type: 'multipart', html: '<p>Hi</p>', text: 'Hi' },
      theme: 'false',
    },
    status: 422,
    errors: ['Body content is invalid'],
  },
  {
    what: 'a sync job: epoch seconds for a date',
    path: '/users',
    body: { identifier: 'user-1', email: 'ada@example.com', signed_up_at: 1599264000 },
    leaves: { users: [{ identifier: 'user-1', signed_up_at: START_TEXT }] },
  },
  {
    what: 'Tealium: the time of the last visit',
    path: '/users',
    body: { identifier: 'user-1', last_seen_at: '2026-11-22T06:55:00Z', properties: { first_name: 'Ada' } },
    leaves: {
      users: [
        { identifier: 'user-1', last_seen_at: '2026-11-22T06:55:00Z', properties: { first_name: 'Ada' } },
      ],
    },
  },
  {
    what: 'Composio: the deletion of a company by path',
    given: TWO,
    method: 'DELETE',
    path: '/companies/company-2',
    leaves: WITHOUT_COMPANY_2,
  },
  {
    what: 'Composio: attributes of a relationship that are none',
    path: '/relationships',
    body: { user: 'user-1', company: 'company-1', relationship: 'admin', timestamp: 'x', data: {} },
    leaves: {
      users: [{ identifier: 'user-1' }],
      companies: [{ identifier: 'company-1' }],
      relationships: [{ user: 'user-1', company: 'company-1', properties: {} }],
    },
  },
  {
    what: 'an Atlassian add-on: dotted keys and an `occured_at` that is null',
    host: 'push.userlist.io',
    path: '/events',
    body: {
      name: 'subscription.renewed',
      user: 'user-1',
      occured_at: null,
      properties: { 'com.example.addon': { 'license.type': 'x' } },
    },
    leaves: {
      users: [{ identifier: 'user-1' }],
      events: [
        {
          name: 'subscription_renewed',
          occurred_at: START_TEXT,
          properties: { com_example_addon: { license_type: 'x' } },
        },
      ],
    },
  },
];

const BY_FETCH: readonly Replay[] = [
  {
    what: 'scripts at the edge: an email-only user in an event, PascalCase and mixed case',
    path: '/events',
    body: {
      name: 'CompleteRegistration',
      user: { email: 'ada@example.com', properties: {} },
      properties: { addon_licenseId: 1, paidTier: 2 },
    },
    leaves: {
      users: [{ identifier: null, email: 'ada@example.com' }],
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
    what: 'scripts at the edge: an email as identifier',
    path: '/events',
    body: { name: 'Lead', user: { identifier: 'ada@example.com', email: 'ada@example.com' }, properties: {} },
    leaves: {
      users: [{ identifier: 'ada@example.com', email: 'ada@example.com' }],
      events: [{ name: 'lead', user: 'ada@example.com' }],
    },
  },
  {
    what: 'a worker: a user with an email and empty properties',
    path: '/users',
    body: { email: 'ada@example.com', properties: {} },
    leaves: { users: [{ identifier: null, email: 'ada@example.com', properties: {} }] },
  },
  {
    what: 'connect-userlist: an email as a text in the place of a user',
    path: '/events',
    body: { name: 'x', user: 'ada@example.com' },
    leaves: {
      users: [{ identifier: 'ada@example.com', email: null }],
      events: [{ user: 'ada@example.com' }],
    },
  },
  {
    what: 'PostHog: keys and a name with a dollar',
    path: '/events',
    body: {
      name: '$identify',
      user: 'user-1',
      properties: { $current_url: 'x', $set: { $os: 'Linux' } },
    },
    leaves: {
      users: [{ identifier: 'user-1' }],
      events: [{ name: 'identify', properties: { current_url: 'x', set: { os: 'Linux' } } }],
    },
  },
];

/** What code of others was seen to send; the headers are those of the library that it sends with. */
export const INTEGRATIONS: readonly Client[] = [
  {
    name: 'Integrations',
    versions: 'by Ruby',
    evidence: 'observed',
    ...RUBY_CLOSING_HEADERS,
    replays: BY_RUBY,
  },
  {
    name: 'Integrations',
    versions: 'by Go',
    evidence: 'observed',
    headers: GO,
    toJson: toGoJson,
    replays: BY_GO,
  },
  {
    name: 'Integrations',
    versions: 'by axios',
    evidence: 'observed',
    headers: AXIOS,
    bareHeaders: BARE_AXIOS,
    toJson: toPlainJson,
    replays: BY_AXIOS,
  },
  {
    name: 'Integrations',
    versions: 'by fetch',
    evidence: 'observed',
    headers: FETCH,
    toJson: toPlainJson,
    replays: BY_FETCH,
  },
];
