import { type Account, type Accounts, createAccounts } from './account.ts';
import type { Call } from './call.ts';
import type { Clock } from './clock.ts';
import type { Delivered, Exchange } from './exchange.ts';
import type { Ids } from './ids.ts';
import { createJournal, type Journal, type JournalBounds } from './journal.ts';
import type { LimiterState, Rate } from './limiter.ts';
import type { Answer, Outcome } from './outcome.ts';
import type { Refusal } from './refusal.ts';
import type { Malformation, Route, Service } from './service.ts';

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

/** What became of one call, before it is journaled. */
type Result<World> = {
  readonly answer: Answer;
  readonly refusal: Refusal | null;
  readonly route: Route<World> | null;
  readonly account: Account<World> | null;
  readonly limiter: LimiterState | null;
  readonly record: unknown;
  readonly crashed: boolean;
};

const NO_TEXTS: readonly string[] = [];

/** One simulated vendor with its accounts and its journal; two engines in one process share nothing. */
export function createEngine<World>(options: EngineOptions<World>): Engine<World> {
  const { service, clock, ids, elapsed } = options;
  const accounts = createAccounts<World>({ ...options, createWorld: service.createWorld });
  const journal = createJournal(options.journal);
  const nextId = (kind: string): string => ids.next(kind);

  const refused = (refusal: Refusal, seen: Partial<Result<World>>): Result<World> => ({
    answer: service.render(refusal),
    refusal,
    route: null,
    account: null,
    limiter: null,
    record: null,
    crashed: false,
    ...seen,
  });

  /** The order of the checks. [assumed] as a whole; that an unknown route is 404 before the key is looked at: [observed] */
  const decide = (call: Call, account: Account<World> | null, keyProblem: string): Result<World> => {
    const route = service.route(call);
    if (route === null) return refused(service.refusals.notFound(call), { account });
    if (call.size > service.requestBytes) return refused(service.refusals.tooLarge(call.size), { route, account });
    if (account === null) return refused(service.refusals.unauthorized(keyProblem), { route });
    const now = clock.now();
    const verdict = account.limiter.take(now);
    const limiter = verdict === null ? null : account.limiter.state(now);
    if (verdict !== null && !verdict.passes) return refused(service.refusals.overRate(verdict), { route, account, limiter });
    const reading = service.read(call);
    if (reading.kind === 'refusal') return refused(reading, { route, account, limiter });
    const decision = route.operation.decide(reading.payload, { now, params: route.params, nextId });
    if (decision.kind === 'refusal') return refused(decision, { route, account, limiter });
    const record = decision.apply(account.world);
    return { answer: service.accepted, refusal: null, route, account, limiter, record, crashed: false };
  };

  const enter = (call: Call, result: Result<World> | null, account: Account<World> | null, reason: string | null, started: number): Exchange => {
    const { refusal = null, answer = null } = result ?? {};
    const exchange: Exchange = {
      id: nextId('ex'),
      receivedAt: call.receivedAt,
      door: call.door,
      host: call.host,
      account: account?.handle ?? null,
      operation: result?.route?.id ?? null,
      method: call.method,
      target: call.target,
      rawHeaders: call.rawHeaders,
      bytes: call.bytes,
      size: call.size,
      complete: call.complete,
      status: answer?.status ?? null,
      code: refusal?.code ?? null,
      texts: refusal?.texts ?? NO_TEXTS,
      answerHeaders: answer?.headers ?? NO_TEXTS,
      answerBody: answer?.body ?? '',
      reason,
      crashed: result?.crashed ?? false,
      limiter: result?.limiter ?? null,
      record: result?.record ?? null,
      ownMs: elapsed() - started,
      delivered: 'pending',
      deliveredBytes: 0,
    };
    if (account !== null) account.requests += 1;
    journal.add(exchange);
    return exchange;
  };

  return {
    answer(call) {
      const started = elapsed();
      const presented = service.readKey(call);
      const account = presented.kind === 'key' ? accounts.open(presented.key) : null;
      if (!call.complete) {
        const exchange = enter(call, null, account, 'The sender went away before the body was complete.', started);
        return { kind: 'hang-up', exchange };
      }
      const keyProblem = presented.kind === 'key' ? 'This key is none of the configured ones.' : presented.reason;
      let result: Result<World>;
      try {
        result = decide(call, account, keyProblem);
      } catch (error) {
        result = { ...refused(service.refusals.crashed(), { account }), crashed: true };
        const reason = `Our own code failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;
        return { kind: 'answer', answer: result.answer, exchange: enter(call, result, account, reason, started) };
      }
      const exchange = enter(call, result, account, result.refusal?.reason ?? null, started);
      return { kind: 'answer', answer: result.answer, exchange };
    },
    reject(call, cause, reason) {
      const started = elapsed();
      const result = refused(service.refusals.malformed(cause, reason), {});
      const answer = { ...result.answer, close: true };
      return { kind: 'answer', answer, exchange: enter(call, { ...result, answer }, null, reason, started) };
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
