/** A line that was not sent, and why. */
export type Problem = { readonly line: number; readonly reason: string };

/** A line whose request was refused, or of which nobody knows whether it arrived. */
export type Failure = {
  readonly line: number;
  /** Null without an answer. */
  readonly status: number | null;
  readonly code: string | null;
  readonly errors: readonly string[];
  /** Whether the service may have applied it all the same. */
  readonly mayHaveArrived: boolean;
};

/** A collection of which perhaps only a part is kept; `items` are in the order of the lines. */
export type Listed<Item> = { readonly count: number; readonly items: readonly Item[] };

/** What became of all lines. */
export type Counts = {
  readonly sent: number;
  /** The most frequent reason first. */
  readonly skipped: {
    readonly count: number;
    readonly reasons: readonly { reason: string; count: number }[];
  };
  readonly rejected: Listed<Problem>;
  readonly unreadable: Listed<Problem>;
  readonly failed: Listed<Failure>;
  /** Lines that were read and not tried, since the run was stopped. */
  readonly unsent: Listed<{ readonly line: number }> & {
    /** The lowest of all, also when it is not kept; null without any. */
    readonly first: number | null;
  };
};

/** Counts what becomes of lines. */
export type Tally = {
  sent(): void;
  skip(reason: string): void;
  reject(problem: Problem): void;
  unreadable(problem: Problem): void;
  fail(failure: Failure): void;
  leave(line: number): void;
  counts(): Counts;
  /** For a look in between, cheaper than `counts`. */
  readonly now: { readonly sent: number; readonly skipped: number; readonly problems: number };
};

/** `most` is how many lines of each kind are kept with their reasons; the others are only counted. */
export function createTally(most: number): Tally {
  let sent = 0;
  let skipped = 0;
  let firstUnsent: number | null = null;
  const reasons = new Map<string, number>();
  const rejected = createList<Problem>(most);
  const unreadable = createList<Problem>(most);
  const failed = createList<Failure>(most);
  const unsent = createList<{ line: number }>(most);

  return {
    sent() {
      sent += 1;
    },
    skip(reason) {
      skipped += 1;
      reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
    },
    reject: rejected.add,
    unreadable: unreadable.add,
    fail: failed.add,
    leave(line) {
      unsent.add({ line });
      // Those that were under way are left last, and have the lowest numbers.
      firstUnsent = Math.min(line, firstUnsent ?? line);
    },
    counts: () => ({
      sent,
      skipped: {
        count: skipped,
        reasons: [...reasons]
          .map(([reason, count]) => ({ reason, count }))
          .sort((one, other) => other.count - one.count),
      },
      rejected: rejected.listed(),
      unreadable: unreadable.listed(),
      failed: failed.listed(),
      unsent: { ...unsent.listed(), first: firstUnsent },
    }),
    get now() {
      return { sent, skipped, problems: rejected.count() + unreadable.count() + failed.count() };
    },
  };
}

function createList<Item extends { readonly line: number }>(most: number) {
  const items: Item[] = [];
  let count = 0;
  return {
    add(item: Item): void {
      count += 1;
      if (items.length < most) items.push(item);
    },
    count: () => count,
    listed: (): Listed<Item> => ({ count, items: items.toSorted((one, other) => one.line - other.line) }),
  };
}
