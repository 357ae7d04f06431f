import { differencesOf } from '../differences.ts';
import { UsageError } from '../usage-error.ts';
import { delayOf } from './delay.ts';
import type { Fault, FaultDefinition, FiredFault } from './fault.ts';

/** What a fault may ask about a request. */
export type Candidate = {
  /** A handle. */
  readonly account: string;
  readonly operation: string;
  readonly method: string;
  readonly path: string;
  /** The normalised body; undefined when it cannot be read. Costs a parse, so it is asked for only when a fault wants it. */
  body(): unknown;
};

/** The faults of one engine. */
export type FaultBook = {
  /** Arms a fault; one of the same name and account is replaced, its counters gone. Throws a UsageError when there are too many. */
  arm(definition: FaultDefinition): Fault;
  /** The fault that this request gets: the oldest that matches and wants it; null when there is none. */
  take(candidate: Candidate): FiredFault | null;
  /** Oldest first. */
  list(account?: string): Fault[];
  /** Clears those of a name and an account, and lets go what they hold; undefined means any. Returns how many there were. */
  clear(which?: { readonly name?: string | undefined; readonly account?: string | undefined }): number;
  /** Whether any fault is armed for this account alone. */
  isArmedFor(account: string): boolean;
  readonly size: number;
};

/** Makes an empty book; `toFault` makes a fault of its definition. */
export function createFaultBook(
  mostFaults: number,
  toFault: (definition: FaultDefinition) => Fault,
): FaultBook {
  const EVERYBODY = '';
  /** By handle, oldest first; a busy server has thousands of accounts with a fault each. */
  const byAccount = new Map<string, Fault[]>();
  const orders = new WeakMap<Fault, number>();
  let armed = 0;
  let size = 0;

  const release = (fault: Fault): void => {
    fault.isCleared = true;
    const held = [...fault.held];
    fault.held.clear();
    for (const letGo of held) letGo();
  };

  const clear: FaultBook['clear'] = ({ name, account } = {}) => {
    let cleared = 0;
    for (const [handle, faults] of [...byAccount]) {
      if (account !== undefined && handle !== account) continue;
      const [gone, kept] = [[] as Fault[], [] as Fault[]];
      for (const fault of faults) (name === undefined || fault.name === name ? gone : kept).push(fault);
      if (kept.length === 0) byAccount.delete(handle);
      else byAccount.set(handle, kept);
      size -= gone.length;
      cleared += gone.length;
      gone.forEach(release);
    }
    return cleared;
  };

  const matches = ({ operation, match }: Fault, candidate: Candidate, body: () => unknown): boolean =>
    (operation === null || operation === candidate.operation) &&
    (match.method == null || match.method.toUpperCase() === candidate.method) &&
    (match.path == null || isPath(match.path, candidate.path)) &&
    (match.body == null || differencesOf(match.body, body(), '').length === 0);

  return {
    arm(definition) {
      const fault = toFault(definition);
      const handle = fault.account ?? EVERYBODY;
      const before = byAccount.get(handle)?.some(({ name }) => name === fault.name) ?? false;
      if (!before && size >= mostFaults)
        throw new UsageError(`${mostFaults} faults are armed already; clear some of them first.`);
      const replaced = byAccount.get(handle)?.find(({ name }) => name === fault.name);
      const others = (byAccount.get(handle) ?? []).filter((each) => each !== replaced);
      byAccount.set(handle, [...others, fault]);
      if (replaced === undefined) size += 1;
      armed += 1;
      orders.set(fault, armed);
      if (replaced !== undefined) release(replaced);
      return fault;
    },
    take(candidate) {
      if (size === 0) return null;
      const own = byAccount.get(candidate.account) ?? [];
      const common = byAccount.get(EVERYBODY) ?? [];
      let read = false;
      let payload: unknown;
      const body = (): unknown => {
        if (!read) payload = candidate.body();
        read = true;
        return payload;
      };
      for (const fault of inOrder(own, common, orders)) {
        if (isUsedUp(fault) || !matches(fault, candidate, body)) continue;
        const fired = offer(fault);
        if (fired !== null) return fired;
      }
      return null;
    },
    list(account) {
      const chosen = account === undefined ? [...byAccount.values()].flat() : (byAccount.get(account) ?? []);
      return chosen.toSorted((one, other) => (orders.get(one) ?? 0) - (orders.get(other) ?? 0));
    },
    clear,
    isArmedFor: (account) => byAccount.has(account),
    get size() {
      return size;
    },
  };
}

/** Makes a fault of its definition, armed for nobody yet. */
export function toFault(
  definition: FaultDefinition,
  nextName: () => string,
  normalise: (value: unknown) => unknown,
): Fault {
  const { account, operation, match, from, every, times, effect, mark } = definition;
  return {
    name: definition.name ?? nextName(),
    account: account ?? null,
    operation: operation ?? null,
    match: match == null ? {} : { ...match, ...(match.body == null ? {} : { body: normalise(match.body) }) },
    from: from ?? 1,
    every: every ?? 1,
    times: times ?? null,
    effect,
    mark: mark ?? false,
    offered: 0,
    fired: 0,
    delivered: 0,
    held: new Set(),
    isCleared: false,
  };
}

/** Counts a matching request, and says whether it is one that the fault fires on. */
export function offer(fault: Fault): FiredFault | null {
  fault.offered += 1;
  const place = fault.offered - fault.from;
  if (place < 0 || place % fault.every !== 0) return null;
  fault.fired += 1;
  return { fault, delayMs: delayOf(fault.effect.delay_ms, fault.fired - 1) };
}

function isUsedUp({ fired, times }: Fault): boolean {
  return times !== null && fired >= times;
}

function* inOrder(
  one: readonly Fault[],
  other: readonly Fault[],
  orders: WeakMap<Fault, number>,
): Generator<Fault> {
  const orderOf = (fault: Fault | undefined): number =>
    fault === undefined ? Number.POSITIVE_INFINITY : (orders.get(fault) ?? 0);
  let [left, right] = [0, 0];
  while (left < one.length || right < other.length) {
    const isLeft = orderOf(one[left]) < orderOf(other[right]);
    const next = isLeft ? one[left] : other[right];
    if (isLeft) left += 1;
    else right += 1;
    if (next !== undefined) yield next;
  }
}

/** Step by step rather than by a pattern: many stars in one would take for ever. */
function isPath(pattern: string, path: string): boolean {
  const [first = '', ...rest] = pattern.split('*');
  if (rest.length === 0) return pattern === path;
  if (!path.startsWith(first)) return false;
  const last = rest.pop() ?? '';
  let at = first.length;
  for (const part of rest) {
    const found = path.indexOf(part, at);
    if (found === -1) return false;
    at = found + part.length;
  }
  return path.length - last.length >= at && path.endsWith(last);
}
