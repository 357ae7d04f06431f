import { expect, it } from 'vitest';
import { endAccount } from './end-account.ts';
import type { EndedAccounts } from './ended-accounts.ts';
import { LeftoverError } from './leftover-error.ts';
import type { UserlistAccount } from './userlist.ts';

type Ending = Parameters<typeof endAccount>[0];
type Exchanges = Awaited<ReturnType<UserlistAccount['journal']['exchanges']>>;

/** As much of an exchange as its end is about. */
const toExchange = (id: string, delivered: 'pending' | 'none'): Exchanges[number] =>
  ({ id, operation: 'pushUser', answer: { status: 503 }, fault: null, delivered }) as Exchanges[number];

/** An account whose journal tells of a request in flight so many times, and then that its sender is gone. */
function script(times: number): {
  ending: Ending;
  asked: (string | undefined)[];
  ended: EndedAccounts;
  added: unknown[];
} {
  const asked: (string | undefined)[] = [];
  const added: unknown[] = [];
  const ending = {
    pushKey: 'key-1',
    details: async () => ({ account: 'acct_1', requests: 2 }),
    journal: {
      async exchanges({ since }: { readonly since?: string } = {}) {
        asked.push(since);
        const last = toExchange('ex_2', asked.length <= times ? 'pending' : 'none');
        return since === undefined ? [toExchange('ex_1', 'none'), last] : [last];
      },
    },
    faults: { list: async () => [] },
    reset: async () => undefined,
  } as unknown as Ending;
  const ended: EndedAccounts = {
    add: (...args) => void added.push(args),
    reopen: () => undefined,
    check: async () => undefined,
  };
  return { ending, asked, ended, added };
}

it('asks again while something is in flight, and only for what came since', async () => {
  const { ending, asked, ended, added } = script(3);
  await endAccount(ending, ended, { name: 'pushes' });
  expect(asked).toEqual([undefined, 'ex_1', 'ex_1', 'ex_1']);
  expect(added).toEqual([['key-1', { account: 'acct_1', requests: 2, name: 'pushes' }]]);
});

it('does not ask for ever', async () => {
  const { ending, asked, ended } = script(Number.POSITIVE_INFINITY);
  const error: unknown = await endAccount(ending, ended, {}).catch((thrown: unknown) => thrown);
  expect(error).toEqual(
    new LeftoverError([
      'ex_2 (pushUser 503) was still in flight when the test ended; await it, or abort it before.',
    ]),
  );
  expect(asked.length).toBeLessThan(50);
});
