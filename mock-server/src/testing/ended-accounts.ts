import type { DeskClient } from './desk-client.ts';
import { LeftoverError } from './leftover-error.ts';
import { readPages } from './pages.ts';
import { renderLate } from './render-leftovers.ts';

/** The accounts whose tests are over: nothing may come for them any more. */
export type EndedAccounts = {
  add(pushKey: string, ended: Ended): void;
  /** Takes note that another test uses the key: what comes for it is not late. */
  reopen(pushKey: string): void;
  /** Rejects with a LeftoverError when requests came for some of them; forgets all of them. */
  check(): Promise<void>;
};

type Ended = {
  /** Its handle. */
  readonly account: string;
  /** How many it had had when its test ended. */
  readonly requests: number;
  readonly name: string | null;
};

const MOST_TOLD = 10;

export function createEndedAccounts(desk: DeskClient): EndedAccounts {
  const ended = new Map<string, Ended>();

  const tell = async (account: string, count: number, name: string | null): Promise<string> => {
    const all = await readPages((page) => desk.ask('listExchanges', { query: { account, ...page } }));
    return renderLate(
      count,
      all.slice(-count),
      name === null ? `the test of ${account}` : JSON.stringify(name),
    );
  };

  return {
    add: (pushKey, each) => void ended.set(pushKey, each),
    reopen: (pushKey) => void ended.delete(pushKey),
    async check() {
      if (ended.size === 0) return;
      const accounts = await readPages((page) => desk.ask('listAccounts', { query: page }));
      const byHandle = new Map([...ended.values()].map((each) => [each.account, each]));
      const late = accounts.flatMap(({ account, requests }) => {
        const known = byHandle.get(account);
        const count = known === undefined ? 0 : requests - known.requests;
        return known === undefined || count <= 0 ? [] : [{ account, count, name: known.name }];
      });
      ended.clear();
      if (late.length === 0) return;
      const told = late.slice(0, MOST_TOLD).map(({ account, count, name }) => tell(account, count, name));
      const more = late.length - told.length;
      throw new LeftoverError([
        ...(await Promise.all(told)),
        ...(more > 0 ? [`${more} more accounts had requests after their end.`] : []),
      ]);
    },
  };
}
