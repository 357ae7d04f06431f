import type { Account } from './account.ts';
import type { FiredFault } from './faults/fault.ts';
import type { LimiterState } from './limiter.ts';
import type { Answer } from './outcome.ts';
import type { Refusal } from './refusal.ts';
import type { Decision, Route } from './service.ts';

/** What became of one call, before it is journaled. */
export type Result<World> = {
  /** Null when the sender is gone and nothing is to be sent. */
  readonly answer: Answer | null;
  readonly refusal: Refusal | null;
  /** Why it was not accepted, in words; null when it was. */
  readonly reason: string | null;
  readonly route: Route<World> | null;
  /** Handle of the account whose key was presented; null without a usable key. */
  readonly handle: string | null;
  /** Null also while the account has not been opened. */
  readonly account: Account<World> | null;
  readonly limiter: LimiterState | null;
  readonly fault: FiredFault | null;
  /** What has to be applied; null when nothing has. */
  readonly decision: Decision<World> | null;
  /** Filled in when the decision is applied. */
  record: unknown;
  /** Epoch milliseconds on the account's clock at which it was decided. */
  readonly now: number;
  /** The ids that the decision used up, where somebody has to know them. */
  readonly ids: readonly string[];
  readonly crashed: boolean;
};

/** The result of a call of which nothing is known yet; every check adds what it found. */
export const NOTHING_SEEN: Result<never> = {
  answer: null,
  refusal: null,
  reason: null,
  route: null,
  handle: null,
  account: null,
  limiter: null,
  fault: null,
  decision: null,
  record: null,
  now: 0,
  ids: [],
  crashed: false,
};
