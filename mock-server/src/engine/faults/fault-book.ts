import { UsageError } from '../usage-error.ts';
import type { Fault, FaultDefinition, FiredFault } from './fault.ts';
import { fitsPattern } from './path-pattern.ts';
import { createShelf, type Entry, placesOf, retire, type Shelf } from './shelf.ts';
import { isUsedUp, offer, release } from './to-fault.ts';

/** What a fault may ask about a request. */
export type Candidate = {
  /** A handle. */
  readonly account: string;
  readonly operation: string;
  readonly method: string;
  readonly path: string;
  /** Whether the normalised body holds at least this. Costs a parse, so it is asked only when a fault wants to know. */
  holds(expected: unknown): boolean;
};

/** Which faults are meant; what is absent leaves open. */
export type FaultChoice = {
  readonly name?: string | undefined;
  /** A push key or a handle; null for those of everybody. */
  readonly account?: string | null | undefined;
};

/** The faults of one engine. An account is named by its push key or its handle. */
export type FaultBook = {
  /**
   * Arms a fault; one of the same name and account is replaced, its counters gone. Throws a UsageError when there is no
   * room, or on a definition that cannot be meant.
   */
  arm(definition: FaultDefinition): Fault;
  /** Oldest first, those that are used up too; null for those of everybody, undefined for all there are. */
  list(account?: string | null): Fault[];
  /** Clears faults, and lets go what they hold. Returns how many there were. */
  clear(choice?: FaultChoice): number;
  /** Clears this very fault, if nothing has taken its place. */
  discard(fault: Fault): void;
  /** The fault that this request gets: the oldest that matches and wants it; null when there is none. */
  take(candidate: Candidate): FiredFault | null;
  /** Whether any fault could fire on a request of the account with this handle. */
  concerns(handle: string): boolean;
  /** Whether any fault that could still fire is armed for the account with this handle alone. */
  isArmedFor(handle: string): boolean;
  /** Keeps places for what will be armed later; a negative number gives back. Throws a UsageError when there is no room. */
  reserve(places: number): void;
  readonly size: number;
};

export type FaultBookOptions = {
  /** How many places there are; a fault takes one, a large one several. */
  readonly places: number;
  readonly toFault: (definition: FaultDefinition) => Fault;
  /** The handle of a push key, or of what is a handle already. */
  readonly toHandle: (keyOrHandle: string) => string;
};

/** Makes an empty book. */
export function createFaultBook({ places, toFault, toHandle }: FaultBookOptions): FaultBook {
  const everybody = createShelf();
  /** By handle; a busy server has thousands of accounts with a fault each. */
  const shelves = new Map<string, Shelf>();
  /** Used up, in the order in which they were; they make room for new ones. */
  const spent = new Set<Entry>();
  let armed = 0;
  let size = 0;
  let taken = 0;

  const shelfOf = (handle: string | null): Shelf | undefined =>
    handle === null ? everybody : shelves.get(handle);

  const remove = (entry: Entry): void => {
    const { name, account } = entry.fault;
    const shelf = shelfOf(account);
    spent.delete(entry);
    size -= 1;
    taken -= entry.places;
    if (shelf === undefined) return;
    shelf.byName.delete(name);
    retire(shelf, entry);
    if (account !== null && shelf.byName.size === 0) shelves.delete(account);
  };

  const makeRoom = (wanted: number, replaced?: Entry): void => {
    const gone: Entry[] = [];
    let missing = taken + wanted - (replaced?.places ?? 0) - places;
    for (const entry of spent) {
      if (missing <= 0) break;
      if (entry === replaced) continue;
      missing -= entry.places;
      gone.push(entry);
    }
    if (missing > 0)
      throw new UsageError(
        size === 0
          ? 'Timelines keep all the room there is for faults; end some first.'
          : `${size} faults are armed already, and there is no room for more; clear some first.`,
      );
    gone.forEach(remove);
  };

  const findAll = ({ name, account }: FaultChoice): Entry[] => {
    const shelf = account == null ? everybody : shelves.get(toHandle(account));
    const meant = account === undefined ? [everybody, ...shelves.values()] : [shelf];
    return meant.flatMap((each) => {
      if (each === undefined) return [];
      if (name === undefined) return [...each.byName.values()];
      const entry = each.byName.get(name);
      return entry === undefined ? [] : [entry];
    });
  };

  const clear = (entries: readonly Entry[]): number => {
    entries.forEach(remove);
    for (const { fault } of entries) release(fault);
    return entries.length;
  };

  return {
    arm(definition) {
      const account = definition.account == null ? null : toHandle(definition.account);
      const fault = toFault({ ...definition, account });
      const before = shelfOf(account)?.byName.get(fault.name);
      const wanted = placesOf(definition);
      makeRoom(wanted, before);
      if (before !== undefined) remove(before);
      armed += 1;
      size += 1;
      taken += wanted;
      const entry: Entry = { fault, order: armed, places: wanted };
      const shelf = shelfOf(account) ?? createShelf();
      if (account !== null) shelves.set(account, shelf);
      shelf.byName.set(fault.name, entry);
      shelf.live.push(entry);
      if (before !== undefined) release(before.fault);
      return fault;
    },
    list: (account) =>
      findAll({ account })
        .toSorted((one, other) => one.order - other.order)
        .map(({ fault }) => fault),
    clear: (choice = {}) => clear(findAll(choice)),
    discard: (fault) => {
      clear(findAll({ name: fault.name, account: fault.account }).filter((entry) => entry.fault === fault));
    },
    take(candidate) {
      const own = shelves.get(candidate.account);
      for (const entry of inOrder(own?.live ?? [], everybody.live)) {
        const { fault } = entry;
        const fired = matches(fault, candidate) ? offer(fault) : null;
        if (fired === null) continue;
        if (isUsedUp(fault)) {
          retire(fault.account === null ? everybody : (own ?? everybody), entry);
          // What it holds is to be held until somebody clears it.
          if (fault.effect.hold !== true) spent.add(entry);
        }
        return fired;
      }
      return null;
    },
    concerns: (handle) =>
      size > 0 && (everybody.live.length > 0 || (shelves.get(handle)?.live.length ?? 0) > 0),
    isArmedFor: (handle) => (shelves.get(handle)?.live.length ?? 0) > 0,
    reserve(wanted) {
      if (wanted > 0) makeRoom(wanted);
      taken += wanted;
    },
    get size() {
      return size;
    },
  };
}

function inOrder(own: readonly Entry[], common: readonly Entry[]): readonly Entry[] {
  if (common.length === 0) return own;
  if (own.length === 0) return common;
  return [...own, ...common].sort((one, other) => one.order - other.order);
}

function matches({ operation, match: { method, path, body } }: Fault, candidate: Candidate): boolean {
  return (
    (operation === null || operation === candidate.operation) &&
    (method == null || method.toUpperCase() === candidate.method) &&
    (path == null || fitsPattern(path, candidate.path)) &&
    (body == null || candidate.holds(body))
  );
}
