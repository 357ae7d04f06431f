import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createEmailIndex } from './email-index.ts';
import type { UserRecord } from './records.ts';

let order = 0;
const toUser = (email: string | null): UserRecord => {
  order += 1;
  return {
    order,
    identifier: null,
    email,
    signedUpAt: null,
    lastSeenAt: null,
    properties: {},
    preferences: null,
    relationships: null,
  };
};

describe('the index of addresses', () => {
  it('finds a user in whatever case the address is written', () => {
    const index = createEmailIndex();
    const user = toUser('Ada@Example.com');
    index.add(user);
    expect(index.find('aDA@example.COM')).toEqual([user]);
    expect(index.find('ben@example.com')).toEqual([]);
  });

  it('finds all users with one address, and those that are left', () => {
    const index = createEmailIndex();
    const users = [toUser('a@x'), toUser('A@x'), toUser('a@X')] as const;
    for (const user of users) index.add(user);
    expect(index.find('a@x')).toEqual([...users]);
    index.remove(users[1]);
    expect(index.find('a@x')).toEqual([users[0], users[2]]);
    index.remove(users[0]);
    index.remove(users[0]);
    expect(index.find('a@x')).toEqual([users[2]]);
    index.remove(users[2]);
    expect(index.find('a@x')).toEqual([]);
  });

  it('leaves another user with the address when somebody unknown is removed', () => {
    const index = createEmailIndex();
    const user = toUser('a@x');
    index.add(user);
    index.remove(toUser('a@x'));
    expect(index.find('a@x')).toEqual([user]);
  });

  it('takes no notice of users without an address', () => {
    const index = createEmailIndex();
    index.add(toUser(null));
    index.remove(toUser(null));
    expect(index.find('null')).toEqual([]);
  });

  it('is what walking through all users would be', () => {
    const step = fc.tuple(fc.boolean(), fc.nat(9));
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('a@x', 'A@x', 'b@x', null), { minLength: 10, maxLength: 10 }),
        fc.array(step, { maxLength: 60 }),
        (emails, steps) => {
          const index = createEmailIndex();
          const users = emails.map(toUser);
          const held = new Set<UserRecord>();
          for (const [adds, at] of steps) {
            const user = users[at];
            if (user === undefined || held.has(user) === adds) continue;
            if (adds) {
              index.add(user);
              held.add(user);
            } else {
              index.remove(user);
              held.delete(user);
            }
          }
          for (const email of ['a@x', 'B@X']) {
            const expected = [...held].filter((user) => user.email?.toLowerCase() === email.toLowerCase());
            expect(new Set(index.find(email))).toEqual(new Set(expected));
            expect(index.find(email)).toHaveLength(expected.length);
          }
        },
      ),
      { seed: 1 },
    );
  });
});
