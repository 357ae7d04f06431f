import type { LogEntry, Store } from '../../src/index.ts';

/** A store without a disk, which can be made to fail. */
export type RememberingStore = Store & {
  readonly batches: LogEntry[][];
  /** Why nothing can be written; null while it can. */
  trouble: string | null;
};

export function createRememberingStore(): RememberingStore {
  const store: RememberingStore = {
    batches: [],
    trouble: null,
    append(entries) {
      if (store.trouble !== null) throw new Error(store.trouble);
      store.batches.push([...entries]);
    },
  };
  return store;
}
