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
    expect(index.oldest('aDA@example.COM')).toBe(user);
    expect(index.nameless('ADA@EXAMPLE.COM')).toBe(user);
    expect(index.count('ben@example.com')).toBe(0);
    expect(index.oldest('ben@example.com')).toBeNull();
  });

  it('takes no notice of users without an address', () => {
    const index = createEmailIndex();
    index.add(toUser(null));
    index.remove(toUser(null));
    expect(index.count('null')).toBe(0);
  });

  it('is what walking through all users would be, in whatever order they come and go', () => {
    const step = fc.record({ index: fc.nat(9), adds: fc.boolean() });
    fc.assert(
      fc.property(
        fc.array(fc.boolean(), { minLength: 10, maxLength: 10 }),
        fc.array(step),
        (named, steps) => {
          const users = named.map((isNamed, at) => ({
            ...toUser(at % 2 === 0 ? 'a@x' : 'A@X'),
            identifier: isNamed ? `user-${at}` : null,
          }));
          const index = createEmailIndex();
          const present = new Set<UserRecord>();
          for (const { index: at, adds } of steps) {
            const user = users[at] ?? toUser(null);
            if (adds && !present.has(user)) index.add(user);
            if (!adds) index.remove(user);
            if (adds) present.add(user);
            else present.delete(user);
            const sorted = users.filter((each) => present.has(each));
            expect(index.count('a@x')).toBe(sorted.length);
            expect(index.oldest('a@x')).toBe(sorted[0] ?? null);
            const nameless = index.nameless('a@x');
            const candidates = sorted.filter(({ identifier }) => identifier === null);
            expect(nameless === null ? candidates : candidates.includes(nameless)).toEqual(
              nameless === null ? [] : true,
            );
          }
        },
      ),
      { seed: 20261123 },
    );
  });
});
