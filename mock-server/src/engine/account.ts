import { createLimiter, type Limiter, type Rate } from './limiter.ts';

/** One push key: its own universe. */
export type Account<World> = {
  /** `acct_` and twelve hex digits of the key's SHA-256; safe to show. */
  readonly handle: string;
  /** The key's last four characters; safe to show. */
  readonly maskedKey: string;
  readonly configured: boolean;
  world: World;
  readonly limiter: Limiter;
  /** How many exchanges it had. */
  requests: number;
  /** Grows with every use in the engine; says who was idle longest. */
  lastUse: number;
};

export type AccountOptions<World> = {
  /** Keys that are let in; empty lets any key in. */
  readonly keys: readonly string[];
  readonly rate: Rate;
  readonly createWorld: () => World;
  /** Lower-case hex. */
  readonly sha256: (text: string) => string;
  readonly mostAccounts: number;
};

export type Accounts<World> = {
  /** The account of a key, if it has been opened. */
  find(key: string): Account<World> | null;
  /** Whether a key may have an account: any may, unless keys are configured. */
  admits(key: string): boolean;
  /** The account of a key that is admitted, made on first use. Others may have to make room for it. */
  open(key: string): Account<World>;
  handleOf(key: string): string;
  /**
   * The account of a key or a handle; for a key that was never used, one as it would be, which is not kept: looking must
   * not make others have to make room.
   */
  named(keyOrHandle: string): Account<World> | null;
  list(): Account<World>[];
  /** Removes an account with all it holds; a configured one starts afresh instead. */
  remove(account: Account<World>): void;
  readonly strict: boolean;
  /** How many accounts had to make room. */
  readonly evicted: number;
};

const HANDLE = /^acct_[0-9a-f]{12}$/;
const SHOWN = 4;
const LONG_ENOUGH_TO_SHOW = 12;

/** The last four characters of a key that is long enough to spare them; of a shorter one nothing is shown. */
export function maskKey(key: string): string {
  return key.length >= LONG_ENOUGH_TO_SHOW ? `••••${key.slice(-SHOWN)}` : '••••';
}

/** Makes the accounts of one engine; those of configured keys are there from the start. */
export function createAccounts<World>(options: AccountOptions<World>): Accounts<World> {
  const { keys, rate, createWorld, sha256, mostAccounts } = options;
  const byKey = new Map<string, Account<World>>();
  const byHandle = new Map<string, { key: string; account: Account<World> }>();
  const configured = new Set(keys);
  let uses = 0;
  let evicted = 0;

  const handleOf = (key: string): string => `acct_${sha256(key).slice(0, 12)}`;
  const admits = (key: string): boolean => configured.size === 0 || configured.has(key);

  const make = (key: string): Account<World> => ({
    handle: handleOf(key),
    maskedKey: maskKey(key),
    configured: configured.has(key),
    world: createWorld(),
    limiter: createLimiter(rate),
    requests: 0,
    lastUse: 0,
  });

  const add = (key: string): Account<World> => {
    const account = make(key);
    if (byKey.size >= mostAccounts) makeRoom();
    byKey.set(key, account);
    byHandle.set(account.handle, { key, account });
    return account;
  };

  // A tenth at a time: looking for the one idlest account on every new key would cost a scan per request.
  const makeRoom = (): void => {
    const idle = [...byHandle.values()].filter(({ account }) => !account.configured);
    // Accounts that were only asked for hold nothing that anybody would miss.
    const isUsed = ({ requests }: Account<World>): number => (requests === 0 ? 0 : 1);
    idle.sort(
      ({ account: one }, { account: other }) => isUsed(one) - isUsed(other) || one.lastUse - other.lastUse,
    );
    for (const { key, account } of idle.slice(0, Math.max(1, Math.floor(mostAccounts / 10)))) {
      byKey.delete(key);
      byHandle.delete(account.handle);
      evicted += 1;
    }
  };

  const open = (key: string): Account<World> => {
    const account = byKey.get(key) ?? add(key);
    uses += 1;
    account.lastUse = uses;
    return account;
  };

  for (const key of keys) add(key);

  return {
    find: (key) => byKey.get(key) ?? null,
    admits,
    open,
    handleOf,
    named: (keyOrHandle) => {
      const known = byHandle.get(keyOrHandle)?.account ?? byKey.get(keyOrHandle);
      if (known !== undefined) return known;
      return HANDLE.test(keyOrHandle) || !admits(keyOrHandle) ? null : make(keyOrHandle);
    },
    list: () => [...byKey.values()],
    remove(account) {
      const key = byHandle.get(account.handle)?.key;
      if (key === undefined) return;
      byKey.delete(key);
      byHandle.delete(account.handle);
      if (configured.has(key)) add(key);
    },
    strict: configured.size > 0,
    get evicted() {
      return evicted;
    },
  };
}
