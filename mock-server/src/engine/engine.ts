import { type Account, type Accounts, createAccounts } from './account.ts';
import type { Call } from './call.ts';
import type { Clock } from './clock.ts';
import type { Delivered } from './exchange.ts';
import type { Ids } from './ids.ts';
import { createJournal, type Journal, type JournalBounds } from './journal.ts';
import type { Rate } from './limiter.ts';
import type { Outcome } from './outcome.ts';
import type { Refusal } from './refusal.ts';
import { NOTHING_SEEN, type Result } from './result.ts';
import type { Malformation, Service } from './service.ts';
import { toExchange } from './to-exchange.ts';

export type EngineOptions<World> = {
  readonly service: Service<World>;
  readonly clock: Clock;
  readonly ids: Ids;
  /** Milliseconds from any fixed point; measures our own time, which no account's clock may stop. */
  readonly elapsed: () => number;
  /** Lower-case hex. */
  readonly sha256: (text: string) => string;
  readonly keys: readonly string[];
  readonly rate: Rate;
  readonly journal: JournalBounds;
  readonly mostAccounts: number;
};

/** What a reset may forget. */
export type ResetPart = 'state' | 'journal' | 'limits';

export type Engine<World> = {
  /** Answers a call at once: refusals, crashes and hang-ups are outcomes too. */
  answer(call: Call): Outcome;
  /** Journals and answers what the HTTP parser gave up on; `call` holds what could still be told of it. */
  reject(call: Call, cause: Malformation, reason: string): Outcome;
  /** Says how much of an answer left. */
  settle(outcome: Outcome, delivered: Delivered, bytes: number): void;
  /** Forgets parts of one account, or of all. */
  reset(parts: readonly ResetPart[], account?: Account<World>): void;
  readonly accounts: Accounts<World>;
  readonly journal: Journal;
  readonly clock: Clock;
  readonly service: Service<World>;
};

/** Whose call it is. An account is opened only by a request that counts: refused ones must not crowd others out. */
type Identity<World> = {
  /** Null without a usable key. */
  readonly key: string | null;
  readonly handle: string | null;
  /** Null while the account has not been opened. */
  readonly account: Account<World> | null;
  /** Why the key cannot be used. */
  readonly problem: string;
};

const NOBODY: Identity<never> = { key: null, handle: null, account: null, problem: '' };

const NO_ACCOUNT_FOR_KEY = 'This key is none of the configured ones.';
const GONE = 'The sender went away before the request was complete.';

/** One simulated vendor with its accounts and its journal; two engines in one process share nothing. */
export function createEngine<World>(options: EngineOptions<World>): Engine<World> {
  const { service, clock, ids, elapsed } = options;
  const accounts = createAccounts<World>({ ...options, createWorld: service.createWorld });
  const journal = createJournal(options.journal);
  const nextId = (kind: string): string => ids.next(kind);

  const identify = (call: Call): Identity<World> => {
    const presented = service.readKey(call);
    if (presented.kind === 'none') return { ...NOBODY, problem: presented.reason };
    const { key } = presented;
    const account = accounts.find(key);
    if (account !== null) return { key, handle: account.handle, account, problem: '' };
    if (!accounts.admits(key)) return { ...NOBODY, problem: NO_ACCOUNT_FOR_KEY };
    return { key, handle: accounts.handleOf(key), account: null, problem: '' };
  };

  const refused = (refusal: Refusal, seen: Partial<Result<World>>): Result<World> => ({
    ...NOTHING_SEEN,
    ...seen,
    answer: service.render(refusal),
    refusal,
    reason: refusal.reason,
  });

  /** The order of the checks. [assumed] as a whole; that an unknown route is 404 before the key is looked at: [observed] */
  const decide = (call: Call, identity: Identity<World>): Result<World> => {
    const { key, handle, account: known, problem } = identity;
    if (!call.complete) return { ...NOTHING_SEEN, handle, account: known, reason: GONE };
    const route = service.route(call);
    if (route === null) return refused(service.refusals.notFound(call), { handle, account: known });
    if (call.size > service.requestBytes)
      return refused(service.refusals.tooLarge(call.size), { route, handle, account: known });
    if (key === null) return refused(service.refusals.unauthorized(problem), { route });
    const account = accounts.open(key);
    const now = clock.now();
    const limiter = account.limiter.take(now);
    if (limiter !== null && !limiter.passes)
      return refused(service.refusals.overRate(limiter), { route, handle, account, limiter });
    const reading = service.read(call);
    if (reading.kind === 'refusal') return refused(reading, { route, handle, account, limiter });
    const decision = route.operation.decide(reading.payload, { now, params: route.params, nextId });
    if (decision.kind === 'refusal') return refused(decision, { route, handle, account, limiter });
    const record = decision.apply(account.world);
    return {
      answer: service.accepted,
      refusal: null,
      reason: null,
      route,
      handle,
      account,
      limiter,
      record,
      crashed: false,
    };
  };

  const decideOrCrash = (call: Call): Result<World> => {
    let identity: Identity<World> = NOBODY;
    try {
      identity = identify(call);
      return decide(call, identity);
    } catch (error) {
      const cause = error instanceof Error ? (error.stack ?? error.message) : String(error);
      const crash = refused(service.refusals.crashed(), {
        handle: identity.handle,
        account: identity.account,
      });
      return { ...crash, reason: `Our own code failed: ${cause}`, crashed: true };
    }
  };

  const enter = (call: Call, result: Result<World>, started: number): Outcome => {
    const recordWeight = result.record === null ? 0 : service.weigh(result.record);
    const exchange = toExchange(nextId('ex'), call, result, recordWeight, elapsed() - started);
    if (result.account !== null) result.account.requests += 1;
    journal.add(exchange);
    return result.answer === null
      ? { kind: 'hang-up', exchange }
      : { kind: 'answer', answer: result.answer, exchange };
  };

  return {
    answer(call) {
      const started = elapsed();
      return enter(call, decideOrCrash(call), started);
    },
    reject(call, cause, reason) {
      const started = elapsed();
      const { handle, account } = identify(call);
      const result = refused(service.refusals.malformed(cause, reason), { handle, account });
      return enter(
        call,
        result.answer === null ? result : { ...result, answer: { ...result.answer, close: true } },
        started,
      );
    },
    settle(outcome, delivered, bytes) {
      journal.settle(outcome.exchange, delivered, bytes);
    },
    reset(parts, account) {
      for (const each of account === undefined ? accounts.list() : [account]) {
        if (parts.includes('state')) each.world = service.createWorld();
        if (parts.includes('limits')) each.limiter.clear();
      }
      if (parts.includes('journal')) journal.clear(account?.handle);
    },
    accounts,
    journal,
    clock,
    service,
  };
}
