import type { Call } from './call.ts';
import type { Explanation } from './diagnostic.ts';
import type { Exchange } from './exchange.ts';
import type { LimiterVerdict } from './limiter.ts';
import type { Answer } from './outcome.ts';
import type { Refusal } from './refusal.ts';

/** What a route leads to; `params` are attributes that stood in the path. */
export type Route<World> = {
  readonly id: string;
  readonly operation: Operation<World>;
  readonly params: Readonly<Record<string, string>> | null;
};

/** What the two steps of an operation may read beside the world. */
export type Context = {
  /** Epoch milliseconds on the account's clock. */
  readonly now: number;
  /** Attributes that stood in the path; null when there were none. */
  readonly params: Readonly<Record<string, string>> | null;
  readonly nextId: (kind: string) => string;
};

/** A body as the service has read it, before its operation looks at it. */
export type Reading = { readonly kind: 'payload'; readonly payload: unknown };

/**
 * One operation in two steps. `decide` says what would change and may touch nothing; `apply` does it and may not fail.
 * That gives all or nothing, and replay, from one idea.
 */
export type Operation<World> = {
  decide(payload: unknown, context: Context): Refusal | Decision<World>;
};

/** Changes that are decided and not yet made; `apply` returns the service's own small record of what it did. */
export type Decision<World> = {
  readonly kind: 'decision';
  apply(world: World): unknown;
};

/** The key a call presents, or why it presents none that could be used. */
export type PresentedKey =
  | { readonly kind: 'key'; readonly key: string }
  | { readonly kind: 'none'; readonly reason: string };

/** One page of stored things, oldest first; `next` goes into `after` of the next query. */
export type Page = { readonly items: readonly unknown[]; readonly next: string | null };

/** Which stored things to show; null filters nothing. */
export type ViewQuery = {
  readonly identifier: string | null;
  readonly email: string | null;
  readonly name: string | null;
  readonly after: string | null;
  readonly limit: number;
};

/** What the engine asks of a simulated vendor. */
export type Service<World> = {
  readonly name: string;
  /** The largest body that is read as a payload. */
  readonly requestBytes: number;
  /** Reading of a body stops here, whatever its sender has announced. */
  readonly readCapBytes: number;
  /** Where a call leads; null when there is no such route. */
  route(call: Call): Route<World> | null;
  readKey(call: Call): PresentedKey;
  /** Reads the body, keys normalised. */
  read(call: Call): Reading | Refusal;
  /** Gives any JSON value the keys it would be stored under. */
  normalise(value: unknown): unknown;
  createWorld(): World;
  /** The answer of every accepted request. */
  readonly accepted: Answer;
  render(refusal: Refusal): Answer;
  readonly refusals: {
    notFound(call: Call): Refusal;
    tooLarge(size: number): Refusal;
    unauthorized(reason: string): Refusal;
    overRate(verdict: LimiterVerdict): Refusal;
    /** What the HTTP parser refused before there was a call. */
    malformed(cause: Malformation, reason: string): Refusal;
    crashed(): Refusal;
  };
  /** Derives diagnostics and changes from the raw bytes and the record of an exchange. */
  explain(exchange: Exchange): Explanation;
  /** Roughly how many bytes keeping a record costs. */
  weigh(record: unknown): number;
  /** How many of each collection a world holds, and how many it had to let go. */
  counts(world: World): Readonly<Record<string, number>>;
  /** One page of a collection; null when there is no collection of that name. */
  view(world: World, collection: string, query: ViewQuery): Page | null;
  /** Hides a key wherever the service's callers put it in a header. */
  maskHeader(name: string, value: string): string;
};

/** Why Node's HTTP parser gave up on a request. */
export type Malformation = 'syntax' | 'headers-too-large' | 'timeout';
