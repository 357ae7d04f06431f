import type { UserRecord } from './records.ts';

/** All users of an account, oldest first, and found by identifier. */
export type UserIndex = {
  add(user: UserRecord): void;
  remove(user: UserRecord): void;
  find(identifier: string): UserRecord | undefined;
  /** Gives an identifier to a user who had none and is in the index already; the place in the order stays. */
  identify(user: UserRecord, identifier: string): void;
  readonly size: number;
  [Symbol.iterator](): IterableIterator<UserRecord>;
};

/**
 * One table for both: a second one over a million users would weigh as much as a tenth of them. Who came without an
 * identifier stands in it under a number, which no identifier is.
 */
export function createUserIndex(): UserIndex {
  const users = new Map<string | number, UserRecord>();
  /** Those whose identifier came later, and who still stand under their number. */
  const identifiedLater = new Map<string, UserRecord>();
  const keyOf = ({ identifier, order }: UserRecord): string | number => identifier ?? order;

  return {
    add(user) {
      users.set(keyOf(user), user);
    },
    remove(user) {
      const { identifier, order } = user;
      if (identifier === null || identifiedLater.get(identifier) === user) {
        users.delete(order);
        if (identifier !== null) identifiedLater.delete(identifier);
      } else {
        users.delete(identifier);
      }
    },
    find: (identifier) => users.get(identifier) ?? identifiedLater.get(identifier),
    identify(user, identifier) {
      user.identifier = identifier;
      identifiedLater.set(identifier, user);
    },
    get size() {
      return users.size;
    },
    [Symbol.iterator]: () => users.values(),
  };
}
