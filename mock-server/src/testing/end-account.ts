import type { components } from '@understudy/openapi/control/types';
import type { EndedAccounts } from './ended-accounts.ts';
import { LeftoverError } from './leftover-error.ts';
import { renderCrashes, renderInFlight, renderUnused } from './render-leftovers.ts';
import type { EndOptions, UserlistAccount } from './userlist.ts';

type Exchange = components['schemas']['Exchange'];
type Ending = Pick<UserlistAccount, 'pushKey' | 'details' | 'faults' | 'journal' | 'reset'>;

/**
 * How often the stand-in is asked again while something is in flight. A client that gave up has closed its connection
 * already; the stand-in learns of it in its next turns, and each question is one.
 */
const MOST_QUESTIONS = 25;

/** Ends an account with its test. Rejects with a LeftoverError that says what the test left behind. */
export async function endAccount(
  { pushKey, details, faults, journal, reset }: Ending,
  ended: EndedAccounts,
  { unusedFaults = 'ignore', name }: EndOptions,
): Promise<void> {
  // Asked first: whatever comes from here on is late.
  const { account, requests } = await details();
  ended.add(pushKey, { account, requests, name: name ?? null });
  const exchanges = await journal.exchanges();
  const inFlight = await findInFlight(journal, exchanges);
  const unused = unusedFaults === 'ignore' ? [] : (await faults.list()).filter(({ fired }) => fired === 0);
  await reset(['state', 'faults', 'clock', 'limits', 'settings']);
  const sentences = [
    ...renderCrashes(exchanges.filter(({ crashed }) => crashed === true)),
    ...renderInFlight(inFlight),
    ...renderUnused(unused),
  ];
  if (sentences.length > 0) throw new LeftoverError(sentences);
}

/** What is in flight of these for good. */
async function findInFlight({ exchanges }: Ending['journal'], all: readonly Exchange[]): Promise<Exchange[]> {
  let pending = all.filter(isPending);
  const before = all[all.findIndex(isPending) - 1];
  for (let asked = 0; asked < MOST_QUESTIONS && pending.length > 0; asked += 1) {
    const rest = await exchanges(before === undefined ? {} : { since: before.id });
    pending = rest.filter(isPending);
  }
  return pending;
}

const isPending = ({ delivered }: Exchange): boolean => delivered === 'pending';
