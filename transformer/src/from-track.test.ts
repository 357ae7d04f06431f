import { describe, expect, it } from 'vitest';
import { toPushRequests } from './to-push-requests.ts';

const track = { type: 'track', userId: 'u', event: 'Done' };

function bodyOf(message: unknown): unknown {
  const outcome = toPushRequests(message);
  return outcome.kind === 'requests' ? outcome.requests[0]?.body : outcome;
}

describe('a track', () => {
  it.each([
    ['without properties', {}, {}],
    ['with empty properties', { properties: {} }, {}],
    ['with null properties', { properties: null }, {}],
    ['with nulls in its properties', { properties: { a: null } }, { properties: { a: null } }],
    [
      'with email, name and createdAt, which events do not have',
      { properties: { email: 'e', name: 'n', createdAt: 1 } },
      { properties: { email: 'e', name: 'n', createdAt: 1 } },
    ],
    [
      'with timestamp',
      { timestamp: '2026-01-12T09:30:00Z', originalTimestamp: '2026-01-11T00:00:00Z' },
      { occurred_at: '2026-01-12T09:30:00Z' },
    ],
    [
      'with originalTimestamp',
      { originalTimestamp: '2026-01-11T00:00:00Z' },
      { occurred_at: '2026-01-11T00:00:00Z' },
    ],
    [
      'with a blank timestamp',
      { timestamp: '', originalTimestamp: '2026-01-11T00:00:00Z' },
      { occurred_at: '2026-01-11T00:00:00Z' },
    ],
    [
      'with a timestamp that is none',
      { timestamp: {}, originalTimestamp: '2026-01-11T00:00:00Z' },
      { occurred_at: '2026-01-11T00:00:00Z' },
    ],
    ['with a Date', { timestamp: new Date(1_768_210_200_000) }, { occurred_at: '2026-01-12T09:30:00.000Z' }],
    [
      'with sentAt and receivedAt only',
      { sentAt: '2026-01-12T09:30:00Z', receivedAt: '2026-01-12T09:30:00Z' },
      {},
    ],
  ])('%s', (_, added, body) => {
    expect(bodyOf({ ...track, ...added })).toStrictEqual({ name: 'Done', user: 'u', ...body });
  });

  it.each([
    ['Project created'],
    ['projectCreated'],
    ['PROJECT-created'],
    ['🦉'],
    [' padded '],
    ['e'.repeat(300)],
  ])('keeps its name as given: %s', (event) => {
    expect(bodyOf({ ...track, event })).toStrictEqual({ name: event, user: 'u' });
  });
});

describe('numeric ids of a track', () => {
  it('stay numbers', () => {
    expect(bodyOf({ ...track, userId: 1, context: { groupId: 2 } })).toStrictEqual({
      name: 'Done',
      user: 1,
      company: 2,
    });
  });
});
