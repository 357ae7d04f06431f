/** Something that may be answered only once it is on disk. */
export type Waiting<Entry> = {
  readonly entry: Entry;
  /** Called when it is written, or with what kept it from being written. */
  done(failure: string | null): void;
};

/** Gathers what happens in one turn of the event loop and has it written together. */
export type Commits<Entry> = {
  add(waiting: Waiting<Entry>): void;
  /** Writes now what has been gathered, and tells everybody who waits for what has been written. */
  flush(): void;
};

/** `write` throws when nothing of it could be written; `defer` calls back at the end of the turn. */
export function createCommits<Entry>(
  write: (entries: readonly Entry[]) => void,
  defer: (callback: () => void) => void,
): Commits<Entry> {
  let gathered: Waiting<Entry>[] = [];
  let written: readonly Waiting<Entry>[] = [];
  let told = 0;
  let failure: string | null = null;

  const tell = (): void => {
    for (let next = written[told]; next !== undefined; next = written[told]) {
      told += 1;
      next.done(failure);
    }
  };

  const flush = (): void => {
    // Who is told may flush again; what was written before must have happened before anything else is written.
    tell();
    if (gathered.length === 0) return;
    written = gathered;
    gathered = [];
    told = 0;
    failure = null;
    try {
      write(written.map(({ entry }) => entry));
    } catch (error) {
      failure = error instanceof Error ? error.message : String(error);
    }
    tell();
  };

  return {
    add(waiting) {
      if (gathered.length === 0) defer(flush);
      gathered.push(waiting);
    },
    flush,
  };
}
