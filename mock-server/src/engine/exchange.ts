import type { FiredFault } from './faults/fault.ts';
import type { LimiterState } from './limiter.ts';

/** How much of an answer reached the wire. */
export type Delivered = 'pending' | 'full' | 'partial' | 'none';

/**
 * One request and what became of it, as the journal keeps it: raw bytes and small facts.
 * Changes, diagnostics and pretty forms are derived when somebody reads them; kept parsed they would double the memory.
 */
export type Exchange = {
  readonly id: string;
  /** Epoch milliseconds on the account's clock. */
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
  /** Null when there was no answer to send; one that was held back on purpose has its status. */
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
  /** The fault that did something to it; null when none did. */
  readonly fired: FiredFault | null;
  /** Milliseconds that the engine took. */
  readonly ownMs: number;
  /** Milliseconds of delay on purpose. */
  injectedMs: number;
  /** Milliseconds of real time, from any fixed point, at which the engine was asked. */
  readonly startedMs: number;
  /** The same for the moment at which it was known how much of the answer left; null before. */
  settledMs: number | null;
  delivered: Delivered;
  deliveredBytes: number;
  /** True when a reset has removed it from the journal. */
  isForgotten: boolean;
};
