import type { Account } from './account.ts';
import type { LimiterState } from './limiter.ts';
import type { Answer } from './outcome.ts';
import type { Refusal } from './refusal.ts';
import type { Route } from './service.ts';

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
  readonly record: unknown;
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
  record: null,
  crashed: false,
};
