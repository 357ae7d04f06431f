/** Something that may be answered only once it is on disk. */
export type Waiting<Entry> = {
  readonly entry: Entry;
  /** Called when it is written, or with what kept it from being written. */
  done(failure: string | null): void;
};

/** Gathers what happens in one turn of the event loop and has it written together. */
export type Commits<Entry> = {
  add(waiting: Waiting<Entry>): void;
  /** Writes now what has been gathered. */
  flush(): void;
};

/** `write` throws when nothing of it could be written; `defer` calls back at the end of the turn. */
export function createCommits<Entry>(
  write: (entries: readonly Entry[]) => void,
  defer: (callback: () => void) => void,
): Commits<Entry> {
  let gathered: Waiting<Entry>[] = [];

  const flush = (): void => {
    if (gathered.length === 0) return;
    const batch = gathered;
    gathered = [];
    let failure: string | null = null;
    try {
      write(batch.map(({ entry }) => entry));
    } catch (error) {
      failure = error instanceof Error ? error.message : String(error);
    }
    for (const { done } of batch) done(failure);
  };

  return {
    add(waiting) {
      if (gathered.length === 0) defer(flush);
      gathered.push(waiting);
    },
    flush,
  };
}
