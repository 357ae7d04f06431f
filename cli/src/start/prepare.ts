import type { Refusal, Seed, UserlistEngine } from '@understudy/mock-server';
import { throwMistakes } from '../config/throw-mistakes.ts';
import { isUsageError, UsageError } from '../usage-error.ts';
import type { Blame, Preparation } from './preparation.ts';

type Account = ReturnType<UserlistEngine['accounts']['list']>[number];
type OwnSeed = Seed<Account['world']>;

/** What is decided already and waits until the stand-in listens. */
export type Prepared = {
  /** Stores the seeds, an account at a time with a pause behind each, until the signal says that they are no longer wanted. */
  plant(pause: () => Promise<void>, signal: AbortSignal | undefined): Promise<void>;
  /** Begins the timelines. */
  begin(): void;
};

/** Configures accounts and arms faults, and decides on seeds. Throws a UsageError that shows everything that cannot be. */
export function prepare(engine: UserlistEngine, preparation: Preparation, shownKey: string): Prepared {
  const lines: (() => string)[] = [];
  const attempt = (blame: Blame, work: () => void): void => {
    try {
      work();
    } catch (error) {
      if (!isUsageError(error)) throw error;
      const { message } = error;
      lines.push(() => blame(message));
    }
  };
  const find = (key: string): Account => {
    const account = engine.accounts.claim(key);
    if (account === null) throw new UsageError(engine.accounts.strict ? NOT_LET_IN : NO_HANDLE);
    if (account === 'full') throw new UsageError(NO_ROOM);
    return account;
  };
  const handleOf = (key: string | null): string | null => (key === null ? null : find(key).handle);

  for (const { account, change, blame } of preparation.settings)
    attempt(blame, () => engine.configure(find(account), change));
  for (const { account, definition, blame } of preparation.faults)
    attempt(blame, () => void engine.faults.arm({ ...definition, account: handleOf(account) }));
  const owners = new Set<string | null>();
  for (const { account, blame } of preparation.timelines) {
    attempt(blame, () => {
      const handle = handleOf(account);
      if (owners.has(handle))
        throw new UsageError('There is another timeline for the same account; keep one of them.');
      owners.add(handle);
    });
  }
  const seeds = new Map<Account, OwnSeed[]>();
  for (const { account: key, operation, payload, blame } of preparation.seeds) {
    attempt(blame, () => {
      const account = find(key ?? shownKey);
      const decided = engine.seeding.decide(account, operation, payload);
      if (decided.kind === 'refusal') throw new UsageError(toSentence(decided, engine));
      // What was seeded before and has changed since is not to be changed back.
      if (engine.seeding.isEmpty(account)) toListOf(seeds, account).push(decided);
    });
  }
  throwMistakes(lines, (render) => render());

  return {
    async plant(pause, signal) {
      for (const [account, own] of seeds) {
        if (signal?.aborted === true) return;
        engine.seeding.plant(account, own);
        engine.accounts.retain(account.handle);
        await pause();
      }
    },
    begin() {
      for (const { account, steps } of preparation.timelines)
        engine.clocks.begin(account === null ? null : find(account), steps);
    },
  };
}

const NOT_LET_IN = 'This account is not let in: its key is none of the push keys. Add it to them.';
const NO_HANDLE = 'No account has this handle yet; name it by its push key.';
const NO_ROOM = 'There are more accounts than can be kept; leave some out.';

function toSentence(refusal: Refusal, { service }: UserlistEngine): string {
  const { status } = service.render(refusal);
  return `The service would answer this with ${status}. ${refusal.reason}`;
}

function toListOf<Key, Entry>(lists: Map<Key, Entry[]>, key: Key): Entry[] {
  const list = lists.get(key) ?? [];
  lists.set(key, list);
  return list;
}
