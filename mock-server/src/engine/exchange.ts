import type { LimiterState } from './limiter.ts';

/** How much of an answer reached the wire. */
export type Delivered = 'pending' | 'full' | 'partial' | 'none';

/**
 * One request and what became of it, as the journal keeps it: raw bytes and small facts.
 * Changes, diagnostics and pretty forms are derived when somebody reads them; kept parsed they would double the memory.
 */
export type Exchange = {
  readonly id: string;
  /** Epoch milliseconds on the engine's clock. */
  readonly receivedAt: number;
  readonly door: string;
  readonly host: string;
  /** Handle of the account whose key was presented; null without a usable key. */
  readonly account: string | null;
  readonly operation: string | null;
  readonly method: string;
  readonly target: string;
  /** Names and values in turn. */
  readonly rawHeaders: readonly string[];
  readonly bytes: Uint8Array;
  readonly size: number;
  readonly complete: boolean;
  /** Null when no answer was meant to be sent. */
  readonly status: number | null;
  readonly code: string | null;
  readonly texts: readonly string[];
  readonly answerHeaders: readonly string[];
  readonly answerBody: string;
  /** Why it was refused, in words; null when it was accepted. */
  readonly reason: string | null;
  /** True when our own code failed. */
  readonly crashed: boolean;
  /** What the limiter said when it counted this request; null when it was not asked. */
  readonly limiter: LimiterState | null;
  /** What the service noted while it applied the changes; only that service can read it. */
  readonly record: unknown;
  /** What keeping it costs, in bytes, roughly. */
  readonly weight: number;
  /** Milliseconds that the engine took. */
  readonly ownMs: number;
  delivered: Delivered;
  deliveredBytes: number;
};
