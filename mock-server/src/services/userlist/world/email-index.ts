import type { UserRecord } from './records.ts';

/** Finds users by address, without regard to case. */
export type EmailIndex = {
  add(user: UserRecord): void;
  remove(user: UserRecord): void;
  /** All users with the address, in no certain order. */
  find(email: string): readonly UserRecord[];
};

const NOBODY: readonly UserRecord[] = [];

/** Holds a bare record where an address has one user: a list for each would cost more than the index. */
export function createEmailIndex(): EmailIndex {
  const byEmail = new Map<string, UserRecord | UserRecord[]>();

  return {
    add(user) {
      if (user.email === null) return;
      const key = user.email.toLowerCase();
      const known = byEmail.get(key);
      if (known === undefined) byEmail.set(key, user);
      else if (Array.isArray(known)) known.push(user);
      else byEmail.set(key, [known, user]);
    },
    remove(user) {
      if (user.email === null) return;
      const key = user.email.toLowerCase();
      const known = byEmail.get(key);
      if (!Array.isArray(known)) {
        if (known === user) byEmail.delete(key);
        return;
      }
      const others = known.filter((other) => other !== user);
      const [first] = others;
      if (first === undefined) byEmail.delete(key);
      else byEmail.set(key, others.length === 1 ? first : others);
    },
    find(email) {
      const known = byEmail.get(email.toLowerCase());
      if (known === undefined) return NOBODY;
      return Array.isArray(known) ? known : [known];
    },
  };
}
