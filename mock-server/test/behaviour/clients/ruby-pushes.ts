import type { Replay } from './replay.ts';

const OWNER = { role: 'owner' };

/** What the Ruby gem pushes, mails aside. */
export const RUBY_PUSHES: readonly Replay[] = [
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
          identifier: 'user-1',
          signed_up_at: '2026-11-23T06:55:00Z',
          properties: { trial_ends_at: '2026-11-23 07:15:49 +0000' },
          timestamps: [],
        },
      ],
    },
  },
  {
    what: 'a user with a time of a zone, a DateTime and a Date',
    path: '/users',
    body: {
      identifier: 'user-1',
      signed_up_at: '2026-11-23 07:55:00 +0100',
      properties: { renewed_at: '2026-11-23T06:55:00+00:00', born_on: '1815-12-10' },
    },
    leaves: {
      users: [
        {
          signed_up_at: '2026-11-23T06:55:00Z',
          properties: { renewed_at: '2026-11-23T06:55:00+00:00', born_on: '1815-12-10' },
          timestamps: ['/renewed_at', '/born_on'],
        },
      ],
    },
  },
  {
    what: 'a company that signed up on a Date',
    path: '/companies',
    body: { identifier: 'company-1', name: 'One', signed_up_at: '2026-11-23' },
    leaves: { companies: [{ identifier: 'company-1', name: 'One', signed_up_at: '2026-11-23T00:00:00Z' }] },
  },
  {
    what: 'an event with the time that the gem adds',
    path: '/events',
    body: {
      name: 'Project Created',
      user: { identifier: 'user-1' },
      occurred_at: '2026-11-23 07:15:49 +0000',
      properties: { projectName: 'One' },
    },
    leaves: {
      users: [{ identifier: 'user-1' }],
      events: [
        {
          name: 'project_created',
          user: 'user-1',
          company: null,
          occurred_at: '2026-11-23T07:15:49Z',
          properties: { project_name: 'One' },
        },
      ],
    },
  },
  {
    what: 'both spellings of occurred_at, the old one given, the other added',
    path: '/events',
    body: {
      name: 'x',
      user: { identifier: 1 },
      occured_at: '2026-11-23 07:00:00 UTC',
      occurred_at: '2026-11-22 07:00:00 UTC',
    },
    leaves: { users: [{ identifier: '1' }], events: [{ user: '1', occurred_at: '2026-11-22T07:00:00Z' }] },
  },
  {
    what: 'an event of a company',
    path: '/events',
    body: { name: 'x', company: { identifier: 'company-1' }, occurred_at: '2026-11-22 07:00:00 UTC' },
    leaves: {
      companies: [{ identifier: 'company-1' }],
      events: [{ user: null, company: 'company-1', occurred_at: '2026-11-22T07:00:00Z' }],
    },
  },
  {
    what: 'texts and objects in one list',
    path: '/users',
    body: { identifier: 'user-1', companies: ['company-1', { identifier: 'company-2' }, { identifier: 3 }] },
    leaves: {
      users: [{ identifier: 'user-1' }],
      companies: [{ identifier: 'company-1' }, { identifier: 'company-2' }, { identifier: '3' }],
      relationships: [{ company: 'company-1' }, { company: 'company-2' }, { company: '3' }],
    },
  },
  {
    what: 'a user whose relationship points back by a text',
    versions: 'main',
    path: '/users',
    body: {
      identifier: 'user-1',
      relationships: [
        { user: 'user-1', company: { identifier: 'company-1', name: 'One' }, properties: OWNER },
      ],
    },
    leaves: {
      users: [{ identifier: 'user-1' }],
      companies: [{ identifier: 'company-1', name: 'One' }],
      relationships: [{ user: 'user-1', company: 'company-1', properties: OWNER }],
    },
  },
  {
    what: 'a user whose relationship points back by an object',
    versions: '1.1.0',
    path: '/users',
    body: {
      identifier: 'user-1',
      relationships: [
        {
          user: { identifier: 'user-1' },
          company: { identifier: 'company-1', name: 'One' },
          properties: OWNER,
        },
      ],
    },
    leaves: {
      users: [{ identifier: 'user-1' }],
      companies: [{ identifier: 'company-1', name: 'One' }],
      relationships: [{ user: 'user-1', company: 'company-1', properties: OWNER }],
    },
  },
  {
    what: 'a company whose relationship points back by a text',
    versions: 'main',
    path: '/companies',
    body: {
      identifier: 'company-1',
      relationships: [
        { company: 'company-1', user: { identifier: 'user-1', email: 'ada@example.com' }, properties: OWNER },
      ],
    },
    leaves: {
      users: [{ identifier: 'user-1', email: 'ada@example.com' }],
      companies: [{ identifier: 'company-1' }],
      relationships: [{ user: 'user-1', company: 'company-1', properties: OWNER }],
    },
  },
  {
    what: 'a company that repeats itself as a whole inside its relationship',
    versions: '1.1.0',
    path: '/companies',
    body: {
      identifier: 'company-1',
      name: 'One',
      relationships: [
        {
          user: { identifier: 'user-1', company: { identifier: 'company-1' } },
          company: { identifier: 'company-1', name: 'One' },
          properties: OWNER,
        },
      ],
    },
    leaves: {
      users: [{ identifier: 'user-1' }],
      companies: [{ identifier: 'company-1', name: 'One' }],
      relationships: [{ user: 'user-1', company: 'company-1', properties: OWNER }],
    },
  },
  {
    what: 'a user known by email alone, whose relationship does not point back',
    path: '/users',
    body: { email: 'ada@example.com', relationships: [{ company: { identifier: 'company-1' } }] },
    leaves: {
      users: [{ identifier: null, email: 'ada@example.com' }],
      companies: [{ identifier: 'company-1' }],
      relationships: [{ user: { email: 'ada@example.com' }, company: 'company-1' }],
    },
  },
  {
    what: 'an event whose company is a text where the user has brought it along',
    versions: 'main',
    path: '/events',
    body: {
      name: 'x',
      occurred_at: '2026-11-22 07:00:00 UTC',
      user: { identifier: 'user-1', company: { identifier: 'company-1', name: 'One' } },
      company: 'company-1',
    },
    leaves: {
      users: [{ identifier: 'user-1' }],
      companies: [{ identifier: 'company-1', name: 'One' }],
      relationships: [{ user: 'user-1', company: 'company-1' }],
      events: [{ user: 'user-1', company: 'company-1' }],
    },
  },
  {
    what: 'an event that has all its objects whole and repeated',
    versions: '1.1.0',
    path: '/events',
    body: {
      name: 'x',
      occurred_at: '2026-11-22 07:00:00 UTC',
      user: {
        identifier: 'user-1',
        relationships: [
          { user: { identifier: 'user-1' }, company: { identifier: 'company-1', name: 'One' } },
        ],
      },
      company: { identifier: 'company-1', name: 'One', relationships: [{ user: { identifier: 'user-1' } }] },
    },
    leaves: {
      users: [{ identifier: 'user-1' }],
      companies: [{ identifier: 'company-1', name: 'One' }],
      relationships: [{ user: 'user-1', company: 'company-1' }],
      events: [{ user: 'user-1', company: 'company-1' }],
    },
  },
  {
    what: 'a relationship whose ends change too',
    given: [{ path: '/users', body: { identifier: 'user-1', email: 'old@example.com' } }],
    path: '/relationships',
    body: {
      user: { identifier: 'user-1', email: 'ada@example.com' },
      company: { identifier: 'company-1', name: 'One' },
      properties: OWNER,
    },
    leaves: {
      users: [{ identifier: 'user-1', email: 'ada@example.com' }],
      companies: [{ identifier: 'company-1', name: 'One' }],
      relationships: [{ user: 'user-1', company: 'company-1', properties: OWNER }],
    },
  },
  {
    what: 'nil, which takes away what was there',
    given: [
      {
        path: '/users',
        body: { identifier: 'user-1', email: 'ada@example.com', properties: { plan: 'pro', seats: 3 } },
      },
    ],
    path: '/users',
    body: { identifier: 'user-1', email: null, properties: { plan: null } },
    leaves: { users: [{ identifier: 'user-1', email: null, properties: { seats: 3 } }] },
  },
  {
    what: 'an identifier that is nil beside an email',
    path: '/users',
    body: { identifier: null, email: 'ada@example.com', properties: null },
    leaves: { users: [{ identifier: null, email: 'ada@example.com', properties: {} }] },
  },
  {
    what: 'a number for an identifier that was a text before',
    given: [{ path: '/users', body: { identifier: '42', properties: { plan: 'pro' } } }],
    path: '/users',
    body: '{"identifier":42,"properties":{"score":10.0,"share":1.0e-05}}',
    leaves: { users: [{ identifier: '42', properties: { plan: 'pro', score: 10, share: 0.00001 } }] },
  },
  {
    what: 'an integer of twenty digits for an identifier',
    path: '/users',
    body: '{"identifier":12345678901234567890}',
    leaves: { users: [{ identifier: '12345678901234567890' }] },
  },
  {
    what: 'an identifier with a blank, a slash, an umlaut and an @, as UTF-8',
    path: '/users',
    body: '{"identifier":"Zoë/ü @home","properties":{"city":"Köln/Süd"}}',
    leaves: { users: [{ identifier: 'Zoë/ü @home', properties: { city: 'Köln/Süd' } }] },
  },
  {
    what: 'a company with an email, as its own README has it',
    path: '/companies',
    body: { identifier: 'company-1', email: 'one@example.com', properties: { industry: 'x' } },
    leaves: { companies: [{ identifier: 'company-1', name: null, properties: { industry: 'x' } }] },
  },
  {
    what: 'a company without identifier, which the gem lets pass',
    path: '/companies',
    body: { name: 'One' },
    status: 422,
    errors: ["Identifier can't be blank"],
  },
  { what: 'its method `get`, with a type and no body', method: 'GET', path: '/users', status: 404 },
  { what: 'its method `put`', method: 'PUT', path: '/users', body: { identifier: 'user-1' }, status: 404 },
];
