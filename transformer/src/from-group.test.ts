import { describe, expect, it } from 'vitest';
import { toPushRequests } from './to-push-requests.ts';

const group = { type: 'group', userId: 'u', groupId: 'g' };

function bodyOf(message: unknown): unknown {
  const outcome = toPushRequests(message);
  return outcome.kind === 'requests' ? outcome.requests[0]?.body : outcome;
}

describe('a group', () => {
  it.each([
    ['without traits', {}, {}],
    ['with the traits of the user in the context', { context: { traits: { email: 'a@example.com' } } }, {}],
    ['with empty traits and traits in the context', { traits: {}, context: { traits: { a: 1 } } }, {}],
    [
      'with name and createdAt',
      { traits: { name: 'G', created_at: 1_768_210_200, a: 1 } },
      { name: 'G', signed_up_at: '2026-01-12T09:30:00.000Z', properties: { a: 1 } },
    ],
    ['with a null name', { traits: { name: null } }, { name: null }],
    [
      'with an email, which is no attribute of companies',
      { traits: { email: 'a@example.com' } },
      { properties: { email: 'a@example.com' } },
    ],
  ])('%s', (_, added, body) => {
    expect(bodyOf({ ...group, ...added })).toStrictEqual({
      identifier: 'g',
      ...body,
      relationships: [{ user: 'u' }],
    });
  });
});

describe('numeric ids of a group', () => {
  it('stay numbers', () => {
    expect(bodyOf({ ...group, userId: 1, groupId: 2 })).toStrictEqual({
      identifier: 2,
      relationships: [{ user: 1 }],
    });
  });
});
