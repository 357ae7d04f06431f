/** Which requests a fault is for; null or absent means any. */
export type FaultMatch = {
  readonly method?: string | null;
  /** A path without query; `*` stands for any characters. */
  readonly path?: string | null;
  /** What the normalised body has to hold. */
  readonly body?: unknown;
};

/** Milliseconds: always the same, evenly spread, or log-normal around a median; the same seed gives the same delays. */
export type DelayEffect =
  | number
  | { readonly min: number; readonly max: number; readonly seed: number }
  | { readonly median: number; readonly sigma: number; readonly seed: number };

/** Seconds, a date so many seconds ahead, no such header, or any other text as it is. */
export type RetryAfterEffect = number | string | { readonly date_in: number };

/** What a fault does to a request or to its answer; at least one of these. */
export type FaultEffect = {
  /** Ends the request with this status in the vendor's envelope; nothing is applied, and the limiter is not asked. */
  readonly status?: number;
  readonly retry_after?: RetryAfterEffect;
  readonly delay_ms?: DelayEffect;
  /** No answer until the fault is cleared; nothing is applied. */
  readonly hold?: boolean;
  /** How fast the body of the answer is written. */
  readonly bytes_per_second?: number;
  /** Closes the connection without an answer, before or after the request was applied. */
  readonly hang_up?: 'before' | 'after';
  /** Cuts the connection after so many bytes of body. */
  readonly truncate_at?: number;
  /** What Content-Length says, whatever the body has. */
  readonly content_length?: number;
  /** What is written in the place of an HTTP answer; true writes bytes of our choice. */
  readonly garbage?: boolean | string;
  /** A text as it is, anything else as JSON. */
  readonly body?: unknown;
  /** By name; null takes a header away. */
  readonly headers?: Readonly<Record<string, string | null>>;
};

/** How a fault is written down when it is armed. */
export type FaultDefinition = {
  /** Made up when absent. The same name and account replaces. */
  readonly name?: string | null;
  /** A handle; null or absent means every account. */
  readonly account?: string | null;
  readonly operation?: string | null;
  readonly match?: FaultMatch | null;
  /** The first matching request that it fires on, counted from 1. */
  readonly from?: number | null;
  /** Fires on every so many-th matching request from there on; 1 when absent. */
  readonly every?: number | null;
  /** How often it fires before it is used up; null or absent means until it is cleared. */
  readonly times?: number | null;
  readonly effect: FaultEffect;
  /** Adds `X-Understudy-Fault` with its name to the answer. */
  readonly mark?: boolean;
};

/** A fault that is armed or has been. */
export type Fault = {
  readonly name: string;
  readonly account: string | null;
  readonly operation: string | null;
  readonly match: FaultMatch;
  readonly from: number;
  readonly every: number;
  readonly times: number | null;
  readonly effect: FaultEffect;
  readonly mark: boolean;
  /** How many matching requests it was asked about. */
  offered: number;
  fired: number;
  /** How many of those went out as the fault wanted. */
  delivered: number;
  /** Those who wait for it to be cleared. */
  readonly held: Set<() => void>;
  isCleared: boolean;
};

/** A fault that does something to the request at hand. */
export type FiredFault = {
  readonly fault: Fault;
  readonly delayMs: number;
};

/** Whether the request ends at the fault: nothing is read, charged or applied. */
export function endsRequest({ status, hold, hang_up }: FaultEffect): boolean {
  return status !== undefined || hold === true || hang_up === 'before';
}
