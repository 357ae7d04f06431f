import type { Exchange } from './exchange.ts';

/** Requests of one kind: how many, and the seconds they took. */
export type TallyRow = {
  readonly operation: string | null;
  readonly status: number | null;
  readonly code: string | null;
  /** The name of the fault that fired on them. */
  readonly fault: string | null;
  readonly delivered: string;
  requests: number;
  ownMs: number;
  injectedMs: number;
};

/** Counts what became of requests since the engine began; no reset touches it. */
export type Tally = {
  /** Counts a request whose end is known. */
  count(exchange: Exchange): void;
  rows(): readonly TallyRow[];
};

const MOST_ROWS = 2000;
const OTHER_FAULTS = 'other';

/** Nested tables rather than keys made of texts: this runs on every request. */
export function createTally(): Tally {
  const byOperation = new Map<string | null, Map<number | null, TallyRow[]>>();
  const all: TallyRow[] = [];

  const rowsOf = (operation: string | null, status: number | null): TallyRow[] => {
    let byStatus = byOperation.get(operation);
    if (byStatus === undefined) {
      byStatus = new Map();
      byOperation.set(operation, byStatus);
    }
    let rows = byStatus.get(status);
    if (rows === undefined) {
      rows = [];
      byStatus.set(status, rows);
    }
    return rows;
  };

  return {
    count({ operation, status, code, fired, delivered, ownMs, injectedMs }) {
      const rows = rowsOf(operation, status);
      const named = fired === null ? null : fired.fault.name;
      // Names of faults are the user's; without a bound they would fill the memory.
      const fault = named !== null && all.length >= MOST_ROWS ? OTHER_FAULTS : named;
      let row: TallyRow | undefined;
      for (const each of rows) {
        if (each.code === code && each.fault === fault && each.delivered === delivered) {
          row = each;
          break;
        }
      }
      if (row === undefined) {
        row = { operation, status, code, fault, delivered, requests: 0, ownMs: 0, injectedMs: 0 };
        rows.push(row);
        all.push(row);
      }
      row.requests += 1;
      row.ownMs += ownMs;
      row.injectedMs += injectedMs;
    },
    rows: () => all,
  };
}
