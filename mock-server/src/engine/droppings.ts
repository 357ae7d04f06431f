/** What the journal remembers of exchanges that had to make room: of each account, the last. */
export type Droppings = {
  note(account: string | null, id: string): void;
  /** The id of the last one of an account, or of any; empty when nothing had to go. */
  lastOf(account: string | undefined): string;
  /** Forgets one account's, or all. */
  forget(account: string | undefined): void;
};

const MOST_ACCOUNTS = 20_000;

/** Ids sort in the order of the exchanges. Beyond so many accounts, the longest quiet ones are taken together. */
export function createDroppings(): Droppings {
  const lastByAccount = new Map<string | null, string>();
  let lastOfOthers = '';
  let last = '';

  return {
    note(account, id) {
      last = id;
      if (lastByAccount.size >= MOST_ACCOUNTS && !lastByAccount.has(account)) {
        lastByAccount.clear();
        lastOfOthers = id;
      }
      lastByAccount.set(account, id);
    },
    lastOf: (account) => (account === undefined ? last : (lastByAccount.get(account) ?? lastOfOthers)),
    forget(account) {
      if (account === undefined) {
        lastByAccount.clear();
        [last, lastOfOthers] = ['', ''];
      } else {
        lastByAccount.delete(account);
      }
    },
  };
}
