import { describe, expect, it } from 'vitest';
import { toPushRequests } from './to-push-requests.ts';

const identify = { type: 'identify', userId: 'u' };

function bodyOf(message: unknown): unknown {
  const outcome = toPushRequests(message);
  return outcome.kind === 'requests' ? outcome.requests[0]?.body : outcome;
}

describe('an identify', () => {
  it.each([
    ['without traits', {}, {}],
    ['with traits', { traits: { a: 1 } }, { properties: { a: 1 } }],
    ['with traits in the context', { context: { traits: { a: 1 } } }, { properties: { a: 1 } }],
    [
      'with empty traits and traits in the context',
      { traits: {}, context: { traits: { a: 1 } } },
      { properties: { a: 1 } },
    ],
    [
      'with both: traits count',
      { traits: { a: 1 }, context: { traits: { a: 2, b: 2 } } },
      { properties: { a: 1 } },
    ],
    ['with null traits', { traits: null, context: { traits: null } }, {}],
    [
      'with a null email and null traits',
      { traits: { email: null, plan: null } },
      { email: null, properties: { plan: null } },
    ],
    ['with createdAt null', { traits: { createdAt: null } }, { signed_up_at: null }],
    [
      'with a name, which is no attribute of users',
      { traits: { name: 'Jane' } },
      { properties: { name: 'Jane' } },
    ],
    ['with ids among the traits', { traits: { id: 7, userId: 8 } }, { properties: { id: 7, userId: 8 } }],
    [
      'with a company among the traits',
      { traits: { company: { id: 'g', name: 'G' } } },
      { properties: { company: { id: 'g', name: 'G' } } },
    ],
    [
      'with integrations among the traits',
      { traits: { integrations: ['slack'] } },
      { properties: { integrations: ['slack'] } },
    ],
    [
      'with a Date',
      { traits: { createdAt: new Date(1_768_210_200_000) } },
      { signed_up_at: '2026-01-12T09:30:00.000Z' },
    ],
  ])('%s', (_, added, body) => {
    expect(bodyOf({ ...identify, ...added })).toStrictEqual({ identifier: 'u', ...body });
  });
});

describe('a numeric user id', () => {
  it('stays a number, zero too', () => {
    expect(bodyOf({ ...identify, userId: 0 })).toStrictEqual({ identifier: 0 });
  });
});
