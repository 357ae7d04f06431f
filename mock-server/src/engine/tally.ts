import type { Delivered, Exchange } from './exchange.ts';

/** Requests of one kind: how many, and how long they were delayed on purpose. */
export type TallyRow = {
  readonly operation: string | null;
  readonly status: number | null;
  readonly code: string | null;
  /** The name of the fault that fired on them. */
  readonly fault: string | null;
  readonly delivered: Delivered;
  requests: number;
  /** How many of them were delayed on purpose. */
  delayed: number;
  injectedMs: number;
};

/** How long the engine took for the requests of one operation. */
export type OwnTime = {
  readonly operation: string | null;
  requests: number;
  ownMs: number;
  /** How many took at most as long as each of `ownBoundsMs`, and longer than the one before. */
  readonly within: number[];
};

/** Counts what became of requests since the engine began; no reset touches it. */
export type Tally = {
  /** Counts a request whose end is known; after a reset the exchange itself does not tell how much of it left. */
  count(exchange: Exchange, delivered: Delivered): void;
  rows(): readonly TallyRow[];
  ownTimes(): readonly OwnTime[];
  readonly ownBoundsMs: readonly number[];
  /** How many the rate limit refused; a 429 that a fault made is none. */
  readonly limiterRefusals: number;
};

/** Names of faults are the user's; without a bound they would fill the memory. */
const MOST_ROWS = 2000;
const OTHER_FAULTS = 'other';
const OWN_BOUNDS_MS = [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 25, 100];
const TOO_MANY = 429;

type Rows = Map<string | null, Map<string | null, TallyRow[]>>;

/** Nested tables rather than keys made of texts: this runs on every request. */
export function createTally(): Tally {
  const byOperation: Rows = new Map();
  const all: TallyRow[] = [];
  const times = new Map<string | null, OwnTime>();
  const ownTimes: OwnTime[] = [];
  let limiterRefusals = 0;
  // A request is mostly of the same kind as the one before.
  let row: TallyRow | null = null;
  let time: OwnTime | null = null;

  const timeOf = (operation: string | null): OwnTime => {
    const known = times.get(operation);
    if (known !== undefined) return known;
    const made = { operation, requests: 0, ownMs: 0, within: OWN_BOUNDS_MS.map(() => 0) };
    times.set(operation, made);
    ownTimes.push(made);
    return made;
  };

  const rowOf = (
    operation: string | null,
    status: number | null,
    code: string | null,
    fault: string | null,
    delivered: Delivered,
  ): TallyRow => {
    const byFault = ofKey(byOperation, operation, toMap);
    const rows = ofKey(byFault, fault, toList);
    for (const each of rows) {
      if (each.status === status && each.delivered === delivered && each.code === code) return each;
    }
    if (fault !== null && fault !== OTHER_FAULTS && all.length >= MOST_ROWS) {
      if (rows.length === 0) byFault.delete(fault);
      return rowOf(operation, status, code, OTHER_FAULTS, delivered);
    }
    const made = { operation, status, code, fault, delivered, requests: 0, delayed: 0, injectedMs: 0 };
    rows.push(made);
    all.push(made);
    return made;
  };

  return {
    count({ operation, status, code, fired, limiter, ownMs, injectedMs }, delivered) {
      const fault = fired === null ? null : fired.fault.name;
      if (
        row === null ||
        row.operation !== operation ||
        row.status !== status ||
        row.delivered !== delivered ||
        row.fault !== fault ||
        row.code !== code
      ) {
        row = rowOf(operation, status, code, fault, delivered);
      }
      row.requests += 1;
      if (injectedMs > 0) {
        row.delayed += 1;
        row.injectedMs += injectedMs;
      }
      if (status === TOO_MANY && limiter !== null) limiterRefusals += 1;
      if (time === null || time.operation !== operation) time = timeOf(operation);
      time.requests += 1;
      time.ownMs += ownMs;
      for (let at = 0; at < OWN_BOUNDS_MS.length; at += 1) {
        if (ownMs > (OWN_BOUNDS_MS[at] ?? 0)) continue;
        time.within[at] = (time.within[at] ?? 0) + 1;
        return;
      }
    },
    rows: () => all,
    ownTimes: () => ownTimes,
    ownBoundsMs: OWN_BOUNDS_MS,
    get limiterRefusals() {
      return limiterRefusals;
    },
  };
}

function ofKey<Value>(table: Map<string | null, Value>, key: string | null, make: () => Value): Value {
  const known = table.get(key);
  if (known !== undefined) return known;
  const made = make();
  table.set(key, made);
  return made;
}

const toMap = (): Map<string | null, TallyRow[]> => new Map();
const toList = (): TallyRow[] => [];
