/** An accepted request as it is kept on disk: enough to apply it again, and no key. */
export type LoggedCall = {
  readonly kind: 'call';
  readonly account: string;
  readonly maskedKey: string;
  readonly operation: string;
  /** Attributes that stood in the path; null when there were none. */
  readonly params: Readonly<Record<string, string>> | null;
  readonly contentType: string;
  readonly bytes: Uint8Array;
  /** Epoch milliseconds on the account's clock at which it was decided. */
  readonly at: number;
  /** The ids it was given, in order. */
  readonly ids: readonly string[];
};

/** A line of the log: an accepted request, or the forgetting of what accounts hold; null means all. */
export type LogEntry =
  | LoggedCall
  | { readonly kind: 'forget'; readonly account: string | null }
  | { readonly kind: 'remove'; readonly account: string };

/** Where accepted requests are kept before their answers leave. */
export type Store = {
  /** Writes entries in one transaction, all or none. Throws when that cannot be done. */
  append(entries: readonly LogEntry[]): void;
};

/** One stored thing of an account, under a number that no other of that account ever had; null when it is gone. */
export type SavedRecord = { readonly id: number; readonly value: unknown };

/** What has changed of one account since it was saved. */
export type AccountChanges = {
  readonly account: string;
  readonly maskedKey: string;
  /** True when nothing counts any more that was saved of it before. */
  readonly beginsAnew: boolean;
  readonly records: Iterable<SavedRecord>;
};

/** What has to be saved so that the log up to here is no longer needed. */
export type Changes = {
  readonly accounts: Iterable<AccountChanges>;
  /** Handles of accounts that were saved and are no more. */
  readonly removed: readonly string[];
};
