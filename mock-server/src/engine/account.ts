import type { SteeredClock } from './clock.ts';
import type { Fault } from './faults/fault.ts';
import { createLimiter, type Limiter } from './limiter.ts';
import type { Settings } from './settings.ts';

/** One push key: its own universe. */
export type Account<World> = {
  /** `acct_` and twelve hex digits of the key's SHA-256; safe to show. */
  readonly handle: string;
  /** The key's last four characters; safe to show. */
  readonly maskedKey: string;
  configured: boolean;
  world: World;
  readonly limiter: Limiter;
  settings: Settings;
  /** Its own time; null while it goes by the engine's. */
  clock: SteeredClock | null;
  /** What its key asks for by its ending; null for an ordinary key, and while only the handle is known. */
  magic: Fault | null;
  /** How many exchanges it had. */
  requests: number;
  /** Grows with every use in the engine; says who was idle longest. */
  lastUse: number;
};

export type AccountOptions<World> = {
  /** Keys that are let in; empty lets any key in. */
  readonly keys: readonly string[];
  readonly settings: Settings;
  readonly createWorld: () => World;
  /** Lower-case hex. */
  readonly sha256: (text: string) => string;
  readonly mostAccounts: number;
  /** Whether idle accounts make room for new ones. */
  readonly evicts: boolean;
  /** What a key asks for by its ending; null for an ordinary key. */
  readonly readMagic: (key: string) => MagicKey | null;
  /** Whether somebody counts on the account with this handle. */
  readonly isNeeded: (handle: string) => boolean;
};

/** A key that asks for a treatment by its ending. */
export type MagicKey = {
  /** The key without that ending. */
  readonly base: string;
  readonly fault: Fault;
};

export type Accounts<World> = {
  /** The account of a key, if it has been opened. */
  find(key: string): Account<World> | null;
  /** Whether a key may have an account: any may, unless keys are configured. */
  admits(key: string): boolean;
  /** The account of a key that is admitted, made on first use; null when there are too many and none can make room. */
  open(key: string): Account<World> | null;
  /**
   * The account of a handle without its key, as a store has it. Bounds do not count here: what was accepted once is not
   * lost.
   */
  restore(handle: string, maskedKey: string): Account<World>;
  handleOf(key: string): string;
  /** The handle of a push key, or of what is a handle already. */
  toHandle(keyOrHandle: string): string;
  /** The settings of an account that has none of its own: those of the key before its ending, else the engine's. */
  standardOf(account: Account<World>): Settings;
  /** Those whose keys are this account's with an ending. */
  borrowersOf(account: Account<World>): Account<World>[];
  /**
   * The account of a key or a handle; for a key that was never used, one as it would be, which is not kept: looking must
   * not make others have to make room.
   */
  named(keyOrHandle: string): Account<World> | null;
  /** The same, but kept; `full` when there are too many, since no account that was used makes room for it. */
  claim(keyOrHandle: string): Account<World> | null | 'full';
  list(): Account<World>[];
  /** Removes an account with all it holds; a configured one starts afresh instead. */
  remove(account: Account<World>): void;
  /** Keeps the account of a handle from making room until the returned function is called. */
  retain(handle: string): () => void;
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
  const { keys, settings, createWorld, sha256, mostAccounts, evicts, readMagic, isNeeded } = options;
  const byKey = new Map<string, Account<World>>();
  const byHandle = new Map<string, Account<World>>();
  const configured = new Set(keys);
  const retained = new Map<string, number>();
  /** By the handles of those to whom configured accounts lend their settings, the handles of those that do. */
  const lenders = new Map<string, string>();
  let uses = 0;
  let evicted = 0;

  const handleOf = (key: string): string => `acct_${sha256(key).slice(0, 12)}`;
  const admits = (key: string): boolean => {
    if (configured.size === 0 || configured.has(key)) return true;
    const magic = readMagic(key);
    return magic !== null && configured.has(magic.base);
  };

  /** With configured keys the part before the ending is one of them, and lends its settings. */
  const lentTo = (handle: string, magic: MagicKey | null): Settings => {
    const lender = magic === null || !configured.has(magic.base) ? undefined : byKey.get(magic.base);
    if (lender === undefined) return settings;
    lenders.set(handle, lender.handle);
    return lender.settings;
  };

  const make = (
    handle: string,
    maskedKey: string,
    magic: MagicKey | null,
    isConfigured: boolean,
  ): Account<World> => {
    const lent = lentTo(handle, magic);
    return {
      handle,
      maskedKey,
      configured: isConfigured,
      world: createWorld(),
      limiter: createLimiter(lent.rate),
      settings: lent,
      clock: null,
      magic: magic?.fault ?? null,
      requests: 0,
      lastUse: 0,
    };
  };
  const ofKey = (key: string): Account<World> =>
    make(handleOf(key), maskKey(key), readMagic(key), configured.has(key));

  const standardOf = ({ handle }: Account<World>): Settings =>
    byHandle.get(lenders.get(handle) ?? '')?.settings ?? settings;

  const isProtected = (account: Account<World>): boolean => {
    const { handle, clock } = account;
    const hasOwn = account.settings !== standardOf(account) || clock !== null;
    return account.configured || hasOwn || retained.has(handle) || isNeeded(handle);
  };

  // A tenth at a time: looking for the one idlest account on every new key would cost a scan per request.
  const makeRoom = (mayTakeUsed: boolean): boolean => {
    if (!evicts) return false;
    // Accounts that were only asked for hold nothing that anybody would miss.
    const isUsed = ({ requests }: Account<World>): number => (requests === 0 ? 0 : 1);
    const idle = [...byKey].filter(
      ([, account]) => !isProtected(account) && (mayTakeUsed || isUsed(account) === 0),
    );
    idle.sort(([, one], [, other]) => isUsed(one) - isUsed(other) || one.lastUse - other.lastUse);
    for (const [key, account] of idle.slice(0, Math.max(1, Math.floor(mostAccounts / 10)))) {
      byKey.delete(key);
      byHandle.delete(account.handle);
      evicted += 1;
    }
    return idle.length > 0;
  };

  const add = (account: Account<World>, key: string, mayTakeUsed = true): Account<World> | null => {
    if (byHandle.size >= mostAccounts && !account.configured && !makeRoom(mayTakeUsed)) return null;
    byHandle.set(account.handle, account);
    byKey.set(key, account);
    return account;
  };

  /** Gives an account that was known by its handle alone what only its key can tell. */
  const bind = (account: Account<World>, key: string): Account<World> => {
    const magic = readMagic(key);
    account.configured = configured.has(key);
    account.magic = magic?.fault ?? null;
    if (account.settings === settings) {
      account.settings = lentTo(account.handle, magic);
      account.limiter.change(account.settings.rate);
    }
    byKey.set(key, account);
    return account;
  };

  const find = (key: string): Account<World> | null => {
    const known = byKey.get(key);
    if (known !== undefined) return known;
    // What was read from a disk is known by its handle until its key comes along.
    const restored = byHandle.size === byKey.size ? undefined : byHandle.get(handleOf(key));
    return restored === undefined || !admits(key) ? null : bind(restored, key);
  };

  const open = (key: string): Account<World> | null => {
    const account = find(key) ?? add(ofKey(key), key);
    if (account === null) return null;
    uses += 1;
    account.lastUse = uses;
    return account;
  };

  for (const key of keys) add(ofKey(key), key);

  return {
    find,
    admits,
    open,
    restore(handle, maskedKey) {
      const known = byHandle.get(handle);
      if (known !== undefined) return known;
      const restored = make(handle, maskedKey, null, false);
      byHandle.set(handle, restored);
      return restored;
    },
    handleOf,
    toHandle: (named) => (HANDLE.test(named) || byHandle.has(named) ? named : handleOf(named)),
    standardOf,
    borrowersOf: ({ handle }) =>
      [...lenders].flatMap(([borrower, lender]) => {
        const account = lender === handle ? byHandle.get(borrower) : undefined;
        return account === undefined ? [] : [account];
      }),
    named(keyOrHandle) {
      const known = byHandle.get(keyOrHandle) ?? find(keyOrHandle);
      if (known !== null) return known;
      return HANDLE.test(keyOrHandle) || !admits(keyOrHandle) ? null : ofKey(keyOrHandle);
    },
    claim(keyOrHandle) {
      const known = byHandle.get(keyOrHandle);
      if (known !== undefined) return known;
      if (HANDLE.test(keyOrHandle) || !admits(keyOrHandle)) return null;
      // Who only asks the desk must not cost others what they have stored.
      return find(keyOrHandle) ?? add(ofKey(keyOrHandle), keyOrHandle, false) ?? 'full';
    },
    list: () => [...byHandle.values()],
    remove(account) {
      byHandle.delete(account.handle);
      for (const [key, each] of byKey) {
        if (each !== account) continue;
        byKey.delete(key);
        if (configured.has(key)) add(ofKey(key), key);
        return;
      }
    },
    retain(handle) {
      retained.set(handle, (retained.get(handle) ?? 0) + 1);
      return () => {
        const left = (retained.get(handle) ?? 1) - 1;
        if (left === 0) retained.delete(handle);
        else retained.set(handle, left);
      };
    },
    strict: configured.size > 0,
    get evicted() {
      return evicted;
    },
  };
}
