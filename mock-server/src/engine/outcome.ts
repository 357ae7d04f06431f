import type { Delivery } from './delivery.ts';
import type { Exchange } from './exchange.ts';

/** What goes back over the wire. */
export type Answer = {
  readonly status: number;
  readonly reason: string;
  /** Names and values in turn. */
  readonly headers: readonly string[];
  readonly body: string;
  /** True when the connection cannot be used again. */
  readonly close: boolean;
};

/** What a front does with a call; it settles the outcome when it knows how much of the answer left. */
export type SettledOutcome =
  | {
      readonly kind: 'answer';
      readonly answer: Answer;
      readonly exchange: Exchange;
      /** Null when the answer leaves at once and whole. */
      readonly delivery: Delivery | null;
    }
  | { readonly kind: 'hang-up'; readonly exchange: Exchange; readonly delivery: Delivery | null };

/** An outcome that is known at once, or one that has to wait until the request is on disk. */
export type Outcome = SettledOutcome | { readonly kind: 'later'; readonly outcome: Promise<SettledOutcome> };
