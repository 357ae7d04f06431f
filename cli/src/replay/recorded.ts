/** One request of an archive, as it can be sent again. */
export type Recorded = {
  /** Where it stands in the archive, as in `/log/entries/0`. */
  readonly entry: number;
  readonly method: string;
  readonly url: URL;
  /** Names and values in turn, as they were recorded. */
  readonly headers: readonly (readonly [name: string, value: string])[];
  /** Null without one. */
  readonly body: Uint8Array<ArrayBuffer> | null;
  /** False when a part of the body, or all of it, is not in the archive. */
  readonly whole: boolean;
  /** The status it was answered with; null when it got no answer. */
  readonly status: number | null;
  /** Whose request it was, by handle; null when nobody can tell. */
  readonly account: string | null;
  /** Whether a stand-in recorded it, so that it was meant for the Push API whatever its host. */
  readonly isOurs: boolean;
};

/** What of an archive is to be sent, and why the rest is not. */
export type Choice = {
  readonly taken: readonly Recorded[];
  readonly ignored: readonly Ignored[];
};

export type Ignored = { readonly reason: string; readonly count: number };
