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

/** What a front does with a call; it settles `exchange` when it knows how much of the answer left. */
export type Outcome =
  | { readonly kind: 'answer'; readonly answer: Answer; readonly exchange: Exchange }
  | { readonly kind: 'hang-up'; readonly exchange: Exchange };
