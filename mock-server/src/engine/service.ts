import type { Call } from './call.ts';
import type { Explanation } from './diagnostic.ts';
import type { Exchange } from './exchange.ts';
import type { FaultDefinition } from './faults/fault.ts';
import type { Item } from './item.ts';
import type { LimiterVerdict, Rate } from './limiter.ts';
import type { Answer } from './outcome.ts';
import type { Refusal } from './refusal.ts';
import type { Settings } from './settings.ts';
import type { SavedRecord } from './store.ts';

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
  /** What the account may use, and which names it knows. */
  readonly settings: Pick<Settings, 'features' | 'lists'>;
};

/** A body as the service has read it, before its operation looks at it. */
export type Reading = { readonly kind: 'payload'; readonly payload: unknown };

/**
 * One operation in two steps. `decide` says what would change and may touch nothing; `apply` does it and may not fail.
 * That gives all or nothing, and replay, from one idea.
 */
export type Operation<World> = {
  /** What the plan of an account must have for it; empty where that depends on what it is sent. */
  readonly feature: string;
  /** Reads a body, as far as that can be done before anybody asks what it means. */
  read(body: Body): Reading | Refusal;
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

/** What can be told of a body without its call: enough to read a logged one again. */
export type Body = Pick<Call, 'headers' | 'bytes' | 'size'>;

/** What is to be said against a call. */
export type Objections = {
  /** In words; none lets the call pass. */
  readonly texts: readonly string[];
  /** What `explain` has to know of it later and cannot read off the bytes; null when that is nothing. */
  readonly record: unknown;
};

/** A key that asks for a treatment by its ending. */
export type MagicEnding = {
  /** The key without that ending. */
  readonly base: string;
  readonly fault: FaultDefinition;
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
  /** Ids of the operations there are. */
  readonly operations: readonly string[];
  /** An operation by its id; null when there is none. */
  operation(id: string): Operation<World> | null;
  readKey(call: Call): PresentedKey;
  /** What a key asks for by its ending; null for an ordinary one. */
  readMagic(key: string): MagicEnding | null;
  /** Warnings about a call that would be accepted, for those who want them to be refusals; changes nothing. */
  objections(call: Call, route: Route<World>, world: World, context: Context): Objections;
  /** Names of what a plan can leave out. */
  readonly features: readonly string[];
  /** Names of the lists that an account can have. */
  readonly lists: readonly string[];
  /** Codes of the diagnostics there are. */
  readonly diagnostics: readonly string[];
  /** The rate limit that the vendor documents. */
  readonly documentedRate: NonNullable<Rate>;
  /** Reads a rate limit. Throws a UsageError on a text that is none. */
  decodeRate(text: string): Rate;
  /** Gives any JSON value the keys it would be stored under. */
  normalise(value: unknown): unknown;
  /** A payload, or a part of one, as payloads of an operation are compared; `params` are attributes that stood in the path. */
  comparable(operation: string, payload: unknown, params: Route<World>['params']): unknown;
  /** In one that is saved nothing makes room, and changes are noted. */
  createWorld(isSaved: boolean): World;
  /** The answer of every accepted request. */
  readonly accepted: Answer;
  render(refusal: Refusal): Answer;
  /** The texts of a refusal's answer. */
  textsOf(refusal: Refusal): readonly string[];
  /** An answer with a status, as the vendor would give it; the verdict is what a 429 tells of. */
  answerWith(
    status: number,
    verdict: LimiterVerdict,
  ): { readonly answer: Answer; readonly refusal: Refusal | null };
  /** The headers that tell where an account stands in its window; names and values in turn. */
  rateHeaders(verdict: LimiterVerdict): readonly string[];
  readonly refusals: {
    notFound(call: Call): Refusal;
    tooLarge(size: number): Refusal;
    unauthorized(reason: string): Refusal;
    overRate(verdict: LimiterVerdict): Refusal;
    notInPlan(feature: string): Refusal;
    unavailable(reason: string): Refusal;
    /** Warnings that are refusals in strict mode. */
    objectionable(objections: readonly string[]): Refusal;
    /** What the HTTP parser refused before there was a call. */
    malformed(cause: Malformation, reason: string): Refusal;
    crashed(): Refusal;
  };
  /** What of a saved world has changed since `markSaved`, or since it was made. */
  changes(world: World): Iterable<SavedRecord>;
  /** What `changes` gave is saved. */
  markSaved(world: World): void;
  /** Puts saved records, in the order of their numbers, into an empty world. Throws an error on what cannot have been saved. */
  load(world: World, records: Iterable<SavedRecord>): void;
  /** Derives diagnostics and changes from the raw bytes and the record of an exchange. */
  explain(exchange: Exchange): Explanation;
  /** What an exchange was about, derived from its raw bytes. */
  itemOf(exchange: Exchange): Item;
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
