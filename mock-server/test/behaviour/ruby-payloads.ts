import type { Client } from './client-payload.ts';

/** What the Ruby client and the Rails gem were seen to send. */
export const RUBY_CLIENTS: Readonly<Record<string, Client>> = {
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
};
