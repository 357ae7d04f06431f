import { describe, expect, it } from 'vitest';
import type { UserRecord } from './records.ts';
import { createUserIndex } from './user-index.ts';

const toUser = (order: number, identifier: string | null): UserRecord => ({
  order,
  identifier,
  email: null,
  signedUpAt: null,
  lastSeenAt: null,
  properties: {},
  preferences: null,
  relationships: null,
});

describe('the index of users', () => {
  it('finds by identifier and shows all, oldest first', () => {
    const index = createUserIndex();
    const users = [toUser(1, 'b'), toUser(2, null), toUser(3, 'a')];
    for (const user of users) index.add(user);
    expect([index.find('a'), index.find('b'), index.find('2')]).toEqual([users[2], users[0], undefined]);
    expect([...index]).toEqual(users);
    expect(index.size).toBe(3);
  });

  it('keeps the place of one whose identifier comes later', () => {
    const index = createUserIndex();
    const late = toUser(1, null);
    index.add(late);
    index.add(toUser(2, 'b'));
    index.identify(late, 'a');
    expect(index.find('a')).toBe(late);
    expect([...index].map(({ identifier }) => identifier)).toEqual(['a', 'b']);
  });

  it.each([
    ['with an identifier', (): UserRecord => toUser(1, 'a'), false],
    ['without one', (): UserRecord => toUser(1, null), false],
    ['whose identifier came later', (): UserRecord => toUser(1, null), true],
  ])('forgets a user %s, and lets the identifier begin anew', (_who, make, isLater) => {
    const index = createUserIndex();
    const user = make();
    index.add(user);
    if (isLater) index.identify(user, 'a');
    index.remove(user);
    expect([index.size, index.find('a')]).toEqual([0, undefined]);
    const next = toUser(2, 'a');
    index.add(next);
    expect([...index]).toEqual([next]);
    expect(index.find('a')).toBe(next);
  });

  it('takes no identifier for the number of somebody else', () => {
    const index = createUserIndex();
    index.add(toUser(1, null));
    index.add(toUser(2, '1'));
    expect(index.size).toBe(2);
  });
});
