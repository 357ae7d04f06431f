import {
  type Client,
  COMPANY_2,
  RELATIONSHIP_2,
  type Replay,
  TWO,
  USER_2,
  WITHOUT_COMPANY_2,
  WITHOUT_RELATIONSHIP_2,
  WITHOUT_USER_2,
} from './replay.ts';
import { RUBY_HEADERS } from './ruby-client.ts';

const DESTROYED_USER = [{ scope: 'custom', identifier: 'user-2' }];

const RECORD = {
  identifier: 'user-2',
  properties: { plan: 'pro' },
  identifiers: null,
  email: 'user-2@example.com',
  signed_up_at: '2026-11-23 06:55:00 UTC',
  relationships: [
    {
      user: 'user-2',
      company: { identifier: 'company-9', properties: {}, identifiers: null, name: 'New' },
      properties: {},
    },
    { user: 'user-2', company: { identifier: 'company-2', name: 'Renamed' }, properties: { role: 'x' } },
  ],
};

const PUSHES: readonly Replay[] = [
  {
    what: 'a live record, with identifiers that are null',
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
      users: [
        {
          identifier: 'user-1',
          email: 'ada@example.com',
          signed_up_at: '2026-11-23T06:55:00Z',
          properties: {},
        },
      ],
    },
  },
  {
    what: 'a record with its relationship and the company in it',
    path: '/users',
    body: {
      identifier: 'user-1',
      properties: { balance: '10.5', session_length: '3600', joined_at: '2026-11-23 07:55:00 +0100' },
      identifiers: null,
      email: 'ada@example.com',
      signed_up_at: '2026-11-23 06:55:00 UTC',
      relationships: [
        {
          user: 'user-1',
          company: {
            identifier: 'company-1',
            properties: { seats: 3 },
            identifiers: null,
            name: 'One',
            signed_up_at: '2026-11-22 06:55:00 UTC',
          },
          properties: { role: 'owner' },
        },
      ],
    },
    leaves: {
      users: [
        {
          identifier: 'user-1',
          properties: { balance: '10.5', session_length: '3600', joined_at: '2026-11-23 07:55:00 +0100' },
          timestamps: [],
        },
      ],
      companies: [
        {
          identifier: 'company-1',
          name: 'One',
          signed_up_at: '2026-11-22T06:55:00Z',
          properties: { seats: 3 },
        },
      ],
      relationships: [{ user: 'user-1', company: 'company-1', properties: { role: 'owner' } }],
    },
  },
  {
    what: 'an event with the record that it is about',
    path: '/events',
    body: {
      name: 'project_created',
      occurred_at: '2026-11-23 07:15:49 +0000',
      user: {
        identifier: 'user-1',
        properties: {},
        identifiers: null,
        email: 'ada@example.com',
        signed_up_at: '2026-11-23 06:55:00 UTC',
      },
    },
    leaves: {
      users: [{ identifier: 'user-1', email: 'ada@example.com', signed_up_at: '2026-11-23T06:55:00Z' }],
      events: [{ name: 'project_created', user: 'user-1', occurred_at: '2026-11-23T07:15:49Z' }],
    },
  },
];

const DELETIONS: readonly Replay[] = [
  {
    what: 'the deletion of a live record, as a whole',
    given: TWO,
    method: 'DELETE',
    path: '/users',
    body: RECORD,
    leaves: WITHOUT_USER_2,
  },
  {
    what: 'the deletion of a destroyed record',
    given: TWO,
    method: 'DELETE',
    path: '/users',
    body: { ...RECORD, identifier: null, identifiers: DESTROYED_USER },
    leaves: WITHOUT_USER_2,
  },
  {
    what: 'the deletion of a destroyed record without an email',
    given: TWO,
    method: 'DELETE',
    path: '/users',
    body: { identifier: null, properties: {}, identifiers: DESTROYED_USER, email: null },
    leaves: WITHOUT_USER_2,
  },
  {
    what: 'the deletion of a destroyed record that was never pushed',
    given: TWO,
    method: 'DELETE',
    path: '/users',
    body: {
      identifier: null,
      properties: {},
      identifiers: [{ scope: 'custom', identifier: 'user-9' }],
      email: null,
    },
    leaves: { users: [USER_2], companies: [COMPANY_2], relationships: [RELATIONSHIP_2] },
  },
  {
    what: 'the deletion of a destroyed company',
    given: TWO,
    method: 'DELETE',
    path: '/companies',
    body: {
      identifier: null,
      properties: {},
      identifiers: [{ scope: 'custom', identifier: 'company-2' }],
      name: 'Two',
      signed_up_at: '2026-11-22 06:55:00 UTC',
      relationships: [{ company: null, user: { identifier: 'user-9' }, properties: {} }],
    },
    leaves: WITHOUT_COMPANY_2,
  },
  {
    what: 'the deletion of a relationship with both records, which stay as they are',
    given: TWO,
    method: 'DELETE',
    path: '/relationships',
    body: {
      user: {
        identifier: 'user-2',
        properties: { plan: 'pro' },
        identifiers: null,
        email: 'new@example.com',
      },
      company: { identifier: 'company-2', properties: {}, identifiers: null, name: 'Renamed' },
      properties: { role: 'owner' },
    },
    leaves: WITHOUT_RELATIONSHIP_2,
  },
];

export const RAILS_CLIENTS: readonly Client[] = [
  {
    name: 'Rails gem `userlist-rails`',
    versions: '1.0.1',
    evidence: 'client',
    ...RUBY_HEADERS,
    replays: [...PUSHES, ...DELETIONS],
  },
  {
    name: 'Rails gem `userlist-rails`',
    versions: '0.5.0 to 0.6.2',
    evidence: 'client',
    ...RUBY_HEADERS,
    replays: [
      {
        what: 'a record, before there were `identifiers`',
        path: '/users',
        body: {
          identifier: 'user-1',
          properties: {},
          relationships: [
            {
              user: 'user-1',
              company: {
                identifier: 'company-1',
                properties: {},
                name: 'One',
                signed_up_at: '2021-02-12 06:55:00 UTC',
              },
              properties: {},
            },
          ],
          email: 'ada@example.com',
          signed_up_at: '2021-02-12 06:55:00 UTC',
        },
        leaves: {
          users: [{ identifier: 'user-1', email: 'ada@example.com', signed_up_at: '2021-02-12T06:55:00Z' }],
          companies: [{ identifier: 'company-1', name: 'One', signed_up_at: '2021-02-12T06:55:00Z' }],
          relationships: [{ user: 'user-1', company: 'company-1' }],
        },
      },
      {
        what: 'the deletion of a record by path',
        given: TWO,
        method: 'DELETE',
        path: '/users/user-2',
        leaves: WITHOUT_USER_2,
      },
    ],
  },
];
