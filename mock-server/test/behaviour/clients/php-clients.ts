import { START_TEXT } from '../../stand-in.ts';
import {
  type Client,
  type Headers,
  type Replay,
  TWO,
  WITHOUT_COMPANY_2,
  WITHOUT_RELATIONSHIP_2,
  WITHOUT_USER_2,
} from './replay.ts';
import { toPhpJson } from './write-json.ts';

/** Every request has a body, so there are none without a length. */
const HEADERS: Headers = [
  ['Host', '{host}'],
  ['User-Agent', 'GuzzleHttp/7'],
  ['Accept', 'application/json'],
  ['Authorization', 'Push {key}'],
  ['Content-Type', 'application/json; charset=UTF-8'],
  ['Content-Length', '{length}'],
];

const PUSHES: readonly Replay[] = [
  {
    what: 'an empty array for properties, which is a list in JSON',
    given: [{ path: '/users', body: { identifier: 'user-1', properties: { plan: 'pro' } } }],
    path: '/users',
    body: '{"identifier":"user-1","properties":[]}',
    leaves: { users: [{ identifier: 'user-1', properties: { plan: 'pro' } }] },
  },
  {
    what: 'an empty object for properties',
    path: '/users',
    body: '{"identifier":"user-1","properties":{}}',
    leaves: { users: [{ identifier: 'user-1', properties: {} }] },
  },
  {
    what: 'escaped slashes and letters',
    path: '/users',
    body: { identifier: 'a/b', properties: { city: 'Köln 🌍', url: 'https://example.com/x' } },
    leaves: {
      users: [{ identifier: 'a/b', properties: { city: 'Köln 🌍', url: 'https://example.com/x' } }],
    },
  },
  {
    what: 'a float that has become an integer, and one of seventeen digits',
    path: '/users',
    body: '{"identifier":10,"properties":{"score":10,"share":0.30000000000000004}}',
    leaves: { users: [{ identifier: '10', properties: { score: 10, share: 0.30000000000000004 } }] },
  },
  {
    what: 'null, which takes away what was there',
    given: [
      { path: '/companies', body: { identifier: 'company-1', name: 'One', properties: { plan: 'pro' } } },
    ],
    path: '/companies',
    body: { identifier: 'company-1', name: null, properties: { plan: null } },
    leaves: { companies: [{ identifier: 'company-1', name: null, properties: {} }] },
  },
  {
    what: 'a DateTime as it is',
    path: '/users',
    body: {
      identifier: 'user-1',
      signed_up_at: { date: '2026-11-23 06:55:00.000000', timezone_type: 3, timezone: 'UTC' },
    },
    leaves: { users: [{ identifier: 'user-1', signed_up_at: START_TEXT }] },
  },
  {
    what: 'a DateTime in the format DATE_ATOM',
    path: '/users',
    body: { identifier: 'user-1', signed_up_at: '2026-11-23T07:55:00+01:00' },
    leaves: { users: [{ identifier: 'user-1', signed_up_at: '2026-11-23T06:55:00Z' }] },
  },
  {
    what: 'an event whose user is null, as only the key has to be there',
    path: '/events',
    body: { name: 'x', user: null, company: 'company-1' },
    leaves: {
      companies: [{ identifier: 'company-1' }],
      events: [{ user: null, company: 'company-1' }],
    },
  },
  {
    what: 'an event whose user is null and that has no company',
    path: '/events',
    body: { name: 'x', user: null },
    status: 422,
    errors: ['User must exist'],
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
    what: 'a message with no theme, by null',
    path: '/messages',
    body: { user: 'user-1', template: 'welcome-email', theme: null },
    leaves: {
      users: [{ identifier: 'user-1' }],
      messages: [{ user: 'user-1', template: 'welcome-email', theme: null }],
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
    what: 'nothing at all, which is an empty array',
    path: '/companies',
    body: '[]',
    status: 422,
    errors: ["Identifier can't be blank"],
  },
];

const DELETIONS: readonly Replay[] = [
  {
    what: 'the deletion of a user',
    given: TWO,
    method: 'DELETE',
    path: '/users',
    body: { identifier: 'user-2' },
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
    body: { user: 'user-2', company: 'company-2' },
    leaves: WITHOUT_RELATIONSHIP_2,
  },
  { what: 'its method `get`, with a body', method: 'GET', path: '/users', body: '[]', status: 404 },
  {
    what: 'its method `events->delete`',
    method: 'DELETE',
    path: '/events',
    body: { name: 'x', user: 'user-1' },
    status: 404,
  },
];

/** The identifier is in the path, and an empty array in the body. */
const BY_PATH: readonly Replay[] = [
  {
    what: 'the deletion of a user by path, with a body',
    given: TWO,
    method: 'DELETE',
    path: '/users/user-2',
    body: '[]',
    leaves: WITHOUT_USER_2,
  },
  {
    what: 'the deletion of a company by path, with a body',
    given: TWO,
    method: 'DELETE',
    path: '/companies/company-2',
    body: '[]',
    leaves: WITHOUT_COMPANY_2,
  },
];

const LARAVEL: readonly Replay[] = [
  {
    what: 'a user with the date of Eloquent',
    path: '/users',
    body: {
      identifier: 'user-1',
      email: 'ada@example.com',
      signed_up_at: '2023-05-02T06:55:00.000000Z',
      properties: { name: 'Ada' },
    },
    leaves: {
      users: [
        { identifier: 'user-1', signed_up_at: '2023-05-02T06:55:00.000000Z', properties: { name: 'Ada' } },
      ],
    },
  },
  {
    what: 'an event with both records whole',
    path: '/events',
    body: {
      name: 'project_created',
      user: {
        identifier: 'user-1',
        email: 'ada@example.com',
        signed_up_at: '2023-05-02T06:55:00.000000Z',
        properties: { name: 'Ada' },
      },
      company: { identifier: 'company-1', name: 'One', signed_up_at: '2023-05-01T06:55:00.000000Z' },
    },
    leaves: {
      users: [{ identifier: 'user-1', email: 'ada@example.com' }],
      companies: [{ identifier: 'company-1', name: 'One' }],
      events: [{ name: 'project_created', user: 'user-1', company: 'company-1' }],
    },
  },
];

const sent = { evidence: 'client', headers: HEADERS, toJson: toPhpJson } as const;

export const PHP_CLIENTS: readonly Client[] = [
  { name: 'PHP package `userlist/userlist`', versions: '1.0.0', ...sent, replays: [...PUSHES, ...DELETIONS] },
  { name: 'PHP package `userlist/userlist`', versions: 'before July 2022', ...sent, replays: BY_PATH },
  { name: 'Laravel package `userlist-laravel`', versions: '2023', ...sent, replays: LARAVEL },
];
