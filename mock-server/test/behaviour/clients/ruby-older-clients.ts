import {
  type Client,
  type Replay,
  TWO,
  WITHOUT_COMPANY_2,
  WITHOUT_RELATIONSHIP_2,
  WITHOUT_USER_2,
} from './replay.ts';
import { RUBY_CLOSING_HEADERS, RUBY_HEADERS } from './ruby-client.ts';

/** Deletions with the identifiers in the path: a type is named, and there is no body. */
const BY_PATH: readonly Replay[] = [
  {
    what: 'the deletion of a user by path',
    given: TWO,
    method: 'DELETE',
    path: '/users/user-2',
    leaves: WITHOUT_USER_2,
  },
  {
    what: 'the deletion of a company by path',
    given: TWO,
    method: 'DELETE',
    path: '/companies/company-2',
    leaves: WITHOUT_COMPANY_2,
  },
  {
    what: 'the deletion of a relationship by path',
    given: TWO,
    method: 'DELETE',
    path: '/relationships/user-2/company-2',
    leaves: WITHOUT_RELATIONSHIP_2,
  },
];

const MISSPELT: Replay = {
  what: 'an event with `occured_at`, its user and company whole, one of them by a text',
  path: '/events',
  body: {
    name: 'example_event',
    occured_at: '2026-11-22 07:00:00 UTC',
    user: {
      identifier: 'user-1',
      email: 'ada@example.com',
      signed_up_at: null,
      relationships: [
        {
          user: 'user-1',
          company: { identifier: 'company-1', name: 'Example, Inc.', signed_up_at: null },
          properties: { role: 'admin' },
        },
      ],
    },
    company: 'company-1',
    properties: { null: null, empty: [], value: 'foo' },
  },
  leaves: {
    users: [{ identifier: 'user-1', email: 'ada@example.com' }],
    companies: [{ identifier: 'company-1', name: 'Example, Inc.' }],
    relationships: [{ user: 'user-1', company: 'company-1', properties: { role: 'admin' } }],
    events: [
      {
        name: 'example_event',
        user: 'user-1',
        company: 'company-1',
        occurred_at: '2026-11-22T07:00:00Z',
        properties: { empty: [], value: 'foo' },
      },
    ],
  },
};

export const RUBY_OLDER_CLIENTS: readonly Client[] = [
  {
    name: 'Ruby gem `userlist`',
    versions: '0.7.2 to 0.8.1',
    evidence: 'client',
    ...RUBY_HEADERS,
    replays: [MISSPELT, ...BY_PATH],
  },
  {
    name: 'Ruby gem `userlist`',
    versions: '0.5.0 to 0.7.1',
    evidence: 'client',
    ...RUBY_CLOSING_HEADERS,
    replays: [MISSPELT, ...BY_PATH],
  },
];
