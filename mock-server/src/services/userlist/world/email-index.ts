import type { UserRecord } from './records.ts';

/** Finds users by address, without regard to case. A user is taken out before identifier or address change, and put back after. */
export type EmailIndex = {
  add(user: UserRecord): void;
  remove(user: UserRecord): void;
  /** How many users have the address. */
  count(email: string): number;
  /** The user known by the address alone. */
  nameless(email: string): UserRecord | null;
  oldest(email: string): UserRecord | null;
  /** Those who have the address, up to so many from either end of who counts: first without an identifier, then the oldest. */
  some(email: string, most: number): readonly UserRecord[];
};

/** Several users with one address: the oldest first, and those of them without an identifier. */
type Shared = { readonly users: UserRecord[]; readonly nameless: Set<UserRecord> };

/**
 * Holds a bare record where an address has one user: anything around it would cost more than the index. Where several
 * share one, nothing walks through all of them, since one request can name an address thousands of times.
 */
export function createEmailIndex(): EmailIndex {
  const byEmail = new Map<string, UserRecord | Shared>();
  const find = (email: string): UserRecord | Shared | undefined => byEmail.get(email.toLowerCase());

  return {
    add(user) {
      if (user.email === null) return;
      const known = find(user.email);
      if (known === undefined) {
        byEmail.set(user.email.toLowerCase(), user);
        return;
      }
      const shared = isShared(known) ? known : toShared(known);
      if (shared !== known) byEmail.set(user.email.toLowerCase(), shared);
      put(shared, user);
    },
    remove(user) {
      if (user.email === null) return;
      const known = find(user.email);
      if (known === user) byEmail.delete(user.email.toLowerCase());
      if (known === undefined || !isShared(known)) return;
      const place = placeOf(known.users, user);
      if (known.users[place] === user) known.users.splice(place, 1);
      known.nameless.delete(user);
      const [only] = known.users;
      if (known.users.length === 1 && only !== undefined) byEmail.set(user.email.toLowerCase(), only);
    },
    count(email) {
      const known = find(email);
      if (known === undefined) return 0;
      return isShared(known) ? known.users.length : 1;
    },
    nameless(email) {
      const known = find(email);
      if (known === undefined) return null;
      if (!isShared(known)) return known.identifier === null ? known : null;
      const [first] = known.nameless;
      return first ?? null;
    },
    oldest(email) {
      const known = find(email);
      if (known === undefined) return null;
      return isShared(known) ? (known.users[0] ?? null) : known;
    },
    some(email, most) {
      const known = find(email);
      if (known === undefined) return [];
      return isShared(known)
        ? [...known.nameless.values().take(most), ...known.users.slice(0, most)]
        : [known];
    },
  };
}

function isShared(known: UserRecord | Shared): known is Shared {
  return 'nameless' in known;
}

function toShared(user: UserRecord): Shared {
  const shared: Shared = { users: [], nameless: new Set() };
  put(shared, user);
  return shared;
}

function put({ users, nameless }: Shared, user: UserRecord): void {
  users.splice(placeOf(users, user), 0, user);
  if (user.identifier === null) nameless.add(user);
}

/** Where a user stands, or would, among users in the order of their age. */
function placeOf(users: readonly UserRecord[], { order }: UserRecord): number {
  let [from, to] = [0, users.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((users[middle]?.order ?? 0) < order) from = middle + 1;
    else to = middle;
  }
  return from;
}
