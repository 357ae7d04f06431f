import { START_TEXT } from '../stand-in.ts';
import type { Client } from './client-payload.ts';
import { RUBY_CLIENTS } from './ruby-payloads.ts';

/** What clients were seen to send, by the client. */
export const CLIENTS: Readonly<Record<string, Client>> = {
  ...RUBY_CLIENTS,
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
