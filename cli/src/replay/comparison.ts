import type { Recorded } from './recorded.ts';
import type { Resent } from './resend.ts';

/** An answer that has another status than the recorded one. */
export type Difference = {
  readonly entry: number;
  readonly method: string;
  readonly path: string;
  readonly before: number;
  readonly now: number;
};

/** A request that got no answer. */
export type Lost = {
  readonly entry: number;
  readonly method: string;
  readonly path: string;
  readonly reason: string;
  readonly mayHaveArrived: boolean;
};

/** How often each status was answered; `none` counts requests without an answer. */
export type Statuses = Readonly<Record<string, number>>;

export type Compared = {
  readonly answered: number;
  readonly before: Statuses;
  readonly now: Statuses;
  /** In the order of the entries, and no more than so many; `differing` is how many there are. */
  readonly differences: readonly Difference[];
  readonly differing: number;
  readonly losses: readonly Lost[];
  readonly lost: number;
  readonly unsent: number;
};

/** Gathers what was answered then and now. */
export type Comparison = {
  add(recorded: Recorded, resent: Resent): void;
  result(): Compared;
  readonly now: { readonly answered: number; readonly lost: number };
};

/** `most` of each kind are kept; the others are only counted. */
export function createComparison(most: number): Comparison {
  const before = new Map<string, number>();
  const now = new Map<string, number>();
  const differences: Difference[] = [];
  const losses: Lost[] = [];
  let answered = 0;
  let differing = 0;
  let lost = 0;
  let unsent = 0;
  const count = (statuses: Map<string, number>, status: number | null): void => {
    const name = status === null ? 'none' : String(status);
    statuses.set(name, (statuses.get(name) ?? 0) + 1);
  };

  return {
    add({ entry, method, url, status }, resent) {
      if (resent.kind === 'unsent') {
        unsent += 1;
        return;
      }
      const what = { entry, method, path: url.pathname };
      count(before, status);
      if (resent.kind === 'lost') {
        count(now, null);
        lost += 1;
        const { reason, mayHaveArrived } = resent;
        if (losses.length < most) losses.push({ ...what, reason, mayHaveArrived });
        return;
      }
      answered += 1;
      count(now, resent.status);
      // Without an answer then there is nothing to compare.
      if (status === null || status === resent.status) return;
      differing += 1;
      if (differences.length < most) differences.push({ ...what, before: status, now: resent.status });
    },
    result: () => ({
      answered,
      before: toStatuses(before),
      now: toStatuses(now),
      differences: differences.toSorted(byEntry),
      differing,
      losses: losses.toSorted(byEntry),
      lost,
      unsent,
    }),
    get now() {
      return { answered, lost };
    },
  };
}

function toStatuses(counts: ReadonlyMap<string, number>): Statuses {
  return Object.fromEntries([...counts].sort(([one], [other]) => (one < other ? -1 : 1)));
}

function byEntry(one: { readonly entry: number }, other: { readonly entry: number }): number {
  return one.entry - other.entry;
}
