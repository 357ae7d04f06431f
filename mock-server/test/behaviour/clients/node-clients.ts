import {
  type Client,
  type Headers,
  type Replay,
  TWO,
  WITHOUT_COMPANY_2,
  WITHOUT_RELATIONSHIP_2,
  WITHOUT_USER_2,
} from './replay.ts';
import { toPlainJson } from './write-json.ts';

const COMMON: Headers = [
  ['Accept', 'application/json'],
  ['Content-Type', 'application/json; charset=UTF-8'],
  ['Authorization', 'Push {key}'],
  ['Host', '{host}'],
  ['Connection', 'keep-alive'],
];

/** No length is told, not even of a deletion. */
const CHUNKED: Headers = [...COMMON, ['Transfer-Encoding', 'chunked']];

const own = { subject: 'Hello', body: { type: 'text', content: 'Hi' } };

const PUSHES: readonly Replay[] = [
  {
    what: 'a user by a text alone, which becomes an object',
    path: '/users',
    body: { identifier: 'user-1' },
    leaves: { users: [{ identifier: 'user-1' }] },
  },
  {
    what: 'an empty identifier beside an email, which the client lets pass',
    path: '/users',
    body: { identifier: '', email: 'ada@example.com' },
    leaves: { users: [{ identifier: null, email: 'ada@example.com' }] },
  },
  {
    what: 'an empty identifier alone',
    path: '/users',
    body: { identifier: '' },
    status: 422,
    errors: ["Identifier can't be blank", "Email can't be blank"],
  },
  {
    what: 'a relationship of two texts',
    path: '/relationships',
    body: { user: 'user-1', company: 'company-1', properties: { role: 'owner' } },
    leaves: {
      users: [{ identifier: 'user-1' }],
      companies: [{ identifier: 'company-1' }],
      relationships: [{ user: 'user-1', company: 'company-1', properties: { role: 'owner' } }],
    },
  },
  {
    what: 'a relationship of two numbers',
    path: '/relationships',
    body: { user: 1, company: 4.5 },
    leaves: {
      users: [{ identifier: '1' }],
      companies: [{ identifier: '4.5' }],
      relationships: [{ user: '1', company: '4.5' }],
    },
  },
  {
    what: 'a list of texts, objects and numbers',
    path: '/companies',
    body: { identifier: 'company-1', users: ['user-1', { identifier: 'user-2', email: 'b@example.com' }, 3] },
    leaves: {
      users: [
        { identifier: 'user-1' },
        { identifier: 'user-2', email: 'b@example.com' },
        { identifier: '3' },
      ],
      companies: [{ identifier: 'company-1' }],
      relationships: [{ user: 'user-1' }, { user: 'user-2' }, { user: '3' }],
    },
  },
  {
    what: 'an event with a JavaScript date, at top level and among the properties',
    path: '/events',
    body: {
      name: 'Project Created',
      user: 'user-1',
      company: 'company-1',
      occurred_at: '2026-11-23T06:55:00.123Z',
      properties: { projectName: 'X', dueAt: '2026-12-01T00:00:00.000Z' },
    },
    leaves: {
      users: [{ identifier: 'user-1' }],
      companies: [{ identifier: 'company-1' }],
      events: [
        {
          name: 'project_created',
          user: 'user-1',
          company: 'company-1',
          occurred_at: '2026-11-23T06:55:00.123Z',
          properties: { project_name: 'X', due_at: '2026-12-01T00:00:00.000Z' },
        },
      ],
    },
  },
  {
    what: 'a message by template, to a text',
    path: '/messages',
    body: { user: 'user-1', template: 'welcome_message', properties: { project_name: 'X' } },
    leaves: {
      users: [{ identifier: 'user-1' }],
      messages: [{ user: 'user-1', template: 'welcome_message', properties: { project_name: 'X' } }],
    },
  },
  {
    what: 'a message with the theme false',
    path: '/messages',
    body: { user: 'user-1', ...own, theme: false },
    leaves: { users: [{ identifier: 'user-1' }], messages: [{ ...own, theme: false }] },
  },
  {
    what: 'a message with a theme, a sender and a topic by their UUIDs',
    path: '/messages',
    body: {
      user: 'user-1',
      ...own,
      theme: '6a1a1e3e-8f0e-4c9d-9d2e-0d9a3f2b7c11',
      sender: '0b9f5a60-52d8-4f6d-8a7b-9b1f7d7f3c22',
      topic: '3d2c1b0a-7e6f-4a5b-8c9d-1e2f3a4b5c33',
    },
    leaves: {
      users: [{ identifier: 'user-1' }],
      messages: [{ ...own, theme: '6a1a1e3e-8f0e-4c9d-9d2e-0d9a3f2b7c11' }],
    },
  },
  {
    what: 'a message on the web channel',
    path: '/messages',
    body: { user: 'user-1', channel: 'web', ...own },
    leaves: { users: [{ identifier: 'user-1' }], messages: [{ user: 'user-1', channel: 'web' }] },
  },
];

const NO_ROUTES: readonly Replay[] = [
  { what: 'its method `get`, with a length of 0', method: 'GET', path: '/users', status: 404 },
  { what: 'its method `put`', method: 'PUT', path: '/users', body: { identifier: 'user-1' }, status: 404 },
  {
    what: 'its method `events.delete`',
    method: 'DELETE',
    path: '/events',
    body: { name: 'x', user: 'user-1' },
    status: 404,
  },
  {
    what: 'its method `messages.delete`',
    method: 'DELETE',
    path: '/messages',
    body: { user: 'user-1' },
    status: 404,
  },
];

const DELETIONS: readonly Replay[] = [
  {
    what: 'the deletion of a user by identifier and email',
    given: TWO,
    method: 'DELETE',
    path: '/users',
    body: { identifier: 'user-2', email: 'user-2@example.com' },
    leaves: WITHOUT_USER_2,
  },
  {
    what: 'the deletion of a user by email alone',
    given: TWO,
    method: 'DELETE',
    path: '/users',
    body: { email: 'user-2@example.com' },
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
    what: 'the deletion of a relationship of two texts',
    given: TWO,
    method: 'DELETE',
    path: '/relationships',
    body: { user: 'user-2', company: 'company-2' },
    leaves: WITHOUT_RELATIONSHIP_2,
  },
];

export const NODE_CLIENTS: readonly Client[] = [
  {
    name: 'Node package `@userlist/push`',
    versions: '1.1.1',
    evidence: 'client',
    headers: CHUNKED,
    bareHeaders: [...COMMON, ['Content-Length', '0']],
    toJson: toPlainJson,
    replays: [...PUSHES, ...DELETIONS, ...NO_ROUTES],
  },
  {
    name: 'Node package `@userlist/push`',
    versions: 'before March 2025',
    evidence: 'client',
    headers: CHUNKED,
    bareHeaders: COMMON,
    toJson: toPlainJson,
    replays: [
      {
        what: 'a user with a company as a text',
        path: '/users',
        body: { identifier: 'user-1', company: 'company-1', properties: {} },
        leaves: {
          users: [{ identifier: 'user-1', properties: {} }],
          companies: [{ identifier: 'company-1' }],
          relationships: [{ user: 'user-1', company: 'company-1' }],
        },
      },
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
    ],
  },
];
