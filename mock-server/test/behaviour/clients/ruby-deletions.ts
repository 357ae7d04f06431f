import { type Replay, TWO, WITHOUT_COMPANY_2, WITHOUT_RELATIONSHIP_2, WITHOUT_USER_2 } from './replay.ts';

/** What the Ruby gem deletes by a body. */
export const RUBY_DELETIONS: readonly Replay[] = [
  {
    what: 'the deletion of a user by identifier',
    given: TWO,
    method: 'DELETE',
    path: '/users',
    body: { identifier: 'user-2' },
    leaves: WITHOUT_USER_2,
  },
  {
    what: 'the deletion of a user by email',
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
    what: 'the deletion of a relationship',
    given: TWO,
    method: 'DELETE',
    path: '/relationships',
    body: { user: { identifier: 'user-2' }, company: { identifier: 'company-2' } },
    leaves: WITHOUT_RELATIONSHIP_2,
  },
  {
    what: 'the deletion of a user whom nobody knows',
    method: 'DELETE',
    path: '/users',
    body: { identifier: 'user-9' },
  },
];
