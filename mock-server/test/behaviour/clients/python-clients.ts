import {
  type Client,
  type Headers,
  type Replay,
  TWO,
  WITHOUT_COMPANY_2,
  WITHOUT_RELATIONSHIP_2,
  WITHOUT_USER_2,
} from './replay.ts';
import { toPythonJson } from './write-json.ts';

const REQUESTS: Headers = [
  ['Host', '{host}'],
  ['User-Agent', 'python-requests/2.28.1'],
  ['Accept-Encoding', 'gzip, deflate'],
  ['Accept', 'application/json'],
  ['Connection', 'keep-alive'],
];
const TYPED: Headers = [
  ['Content-Type', 'application/json; charset=utf-8'],
  ['Authorization', 'Push {key}'],
];
const LENGTH: Headers = [['Content-Length', '{length}']];

const PUSHES: readonly Replay[] = [
  {
    what: 'an event with the time of isoformat, without a zone',
    path: '/events',
    body: {
      name: 'project_created',
      user: { identifier: 'user-1' },
      occurred_at: '2026-11-23T06:55:00.123456',
      properties: { name: 'Näme' },
    },
    leaves: {
      users: [{ identifier: 'user-1' }],
      events: [{ user: 'user-1', occurred_at: '2026-11-23T06:55:00.123456Z', properties: { name: 'Näme' } }],
    },
  },
  {
    what: 'a user with a zone that has no colon (%z)',
    path: '/users',
    body: { identifier: 'user-1', signed_up_at: '2026-11-23T10:00:00+0100' },
    leaves: { users: [{ identifier: 'user-1', signed_up_at: '2026-11-23T09:00:00Z' }] },
  },
  {
    what: 'a user with the time of isoformat in UTC',
    path: '/users',
    body: { identifier: 'user-1', signed_up_at: '2026-11-23T06:55:00+00:00' },
    leaves: { users: [{ identifier: 'user-1', signed_up_at: '2026-11-23T06:55:00Z' }] },
  },
  {
    what: 'a relationship of a bare number and an object',
    path: '/relationships',
    body: { user: 7, company: { identifier: 'company-1' }, properties: { role: 'admin' } },
    leaves: {
      users: [{ identifier: '7' }],
      companies: [{ identifier: 'company-1' }],
      relationships: [{ user: '7', company: 'company-1', properties: { role: 'admin' } }],
    },
  },
  {
    what: 'floats as Python writes them, one of them an identifier',
    path: '/users',
    body: '{"identifier": 4.5, "properties": {"score": 10.0, "large": 1e+20, "tiny": 1e-07, "is_new": true}}',
    leaves: {
      users: [{ identifier: '4.5', properties: { score: 10, large: 1e20, tiny: 0.0000001, is_new: true } }],
    },
  },
  {
    what: 'None, which takes away what was there',
    given: [
      { path: '/users', body: { identifier: 'user-1', email: 'a@example.com', properties: { plan: 'x' } } },
    ],
    path: '/users',
    body: { identifier: 'user-1', email: null, properties: { plan: null } },
    leaves: { users: [{ identifier: 'user-1', email: null, properties: {} }] },
  },
  {
    what: 'a user with relationships to texts, as they are',
    path: '/users',
    body: { identifier: 'user-1', relationships: [{ company: 'company-1', properties: { role: 'admin' } }] },
    leaves: {
      users: [{ identifier: 'user-1' }],
      companies: [{ identifier: 'company-1' }],
      relationships: [{ user: 'user-1', company: 'company-1', properties: { role: 'admin' } }],
    },
  },
  {
    what: 'a message by template',
    path: '/messages',
    body: {
      user: { identifier: 'user-1' },
      template: 'welcome-email',
      properties: { account_name: 'Example, Inc.', billing_plan: 'Pro' },
    },
    leaves: {
      users: [{ identifier: 'user-1' }],
      messages: [
        {
          user: 'user-1',
          template: 'welcome-email',
          properties: { account_name: 'Example, Inc.', billing_plan: 'Pro' },
        },
      ],
    },
  },
  {
    what: 'an integer in the place of a user',
    path: '/users',
    body: '42',
    status: 422,
    errors: ["Identifier can't be blank", "Email can't be blank"],
  },
  {
    what: 'an empty message',
    path: '/messages',
    body: '{}',
    status: 422,
    errors: ['User must exist', "Subject can't be blank", "Body can't be blank"],
  },
  {
    what: 'NaN, which is no JSON',
    path: '/users',
    body: '{"identifier": "user-1", "properties": {"score": NaN}}',
    status: 400,
  },
];

const DELETIONS: readonly Replay[] = [
  {
    what: 'the deletion of a user, by the whole dictionary',
    given: TWO,
    method: 'DELETE',
    path: '/users',
    body: { identifier: 'user-2', email: 'user-2@example.com', properties: { first_name: 'Jane' } },
    leaves: WITHOUT_USER_2,
  },
  {
    what: 'the deletion of a company',
    given: TWO,
    method: 'DELETE',
    path: '/companies',
    body: { identifier: 'company-2' },
    leaves: WITHOUT_COMPANY_2,
  },
  {
    what: 'the deletion of a relationship',
    given: TWO,
    method: 'DELETE',
    path: '/relationships',
    body: { user: { identifier: 'user-2' }, company: { identifier: 'company-2' } },
    leaves: WITHOUT_RELATIONSHIP_2,
  },
  { what: 'its method `get`', method: 'GET', path: '/users', status: 404 },
];

const OLD: readonly Replay[] = [
  {
    what: 'a user and a company with the time of the last visit',
    path: '/users',
    body: {
      identifier: 1,
      signed_up_at: '2022-01-01T00:00:00+01:00',
      last_seen_at: '2022-02-01T00:00:00',
      company: { identifier: 'company-1', last_seen_at: '2022-02-02T00:00:00' },
    },
    leaves: {
      users: [
        { identifier: '1', signed_up_at: '2021-12-31T23:00:00Z', last_seen_at: '2022-02-01T00:00:00Z' },
      ],
      companies: [{ identifier: 'company-1', last_seen_at: '2022-02-02T00:00:00Z' }],
      relationships: [{ user: '1', company: 'company-1' }],
    },
  },
  {
    what: 'an event with `occured_at`',
    path: '/events',
    body: { name: 'x', user: 'user-1', occured_at: '2022-02-01T00:00:00' },
    leaves: {
      users: [{ identifier: 'user-1' }],
      events: [{ user: 'user-1', occurred_at: '2022-02-01T00:00:00Z' }],
    },
  },
  {
    what: 'an event with both its ends, which the client then drops',
    path: '/events',
    body: { name: 'x' },
    status: 422,
    errors: ['User must exist'],
  },
  {
    what: 'the deletion of a user by path, with a length of 0',
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

export const PYTHON_CLIENTS: readonly Client[] = [
  {
    name: 'Python package `userlist-python`',
    versions: '1.0.0',
    evidence: 'client',
    headers: [...REQUESTS, ...TYPED, ...LENGTH],
    bareHeaders: [...REQUESTS, ...TYPED],
    toJson: toPythonJson,
    replays: [...PUSHES, ...DELETIONS],
  },
  {
    name: 'Python package `userlist-python`',
    versions: '0.2',
    evidence: 'client',
    headers: [...REQUESTS, ...LENGTH, ...TYPED],
    toJson: toPythonJson,
    replays: OLD,
  },
];
