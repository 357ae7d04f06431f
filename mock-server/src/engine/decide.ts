import type { Accounts } from './account.ts';
import type { Call } from './call.ts';
import type { Clocks } from './clocks.ts';
import { endsRequest } from './faults/fault.ts';
import type { FaultBook } from './faults/fault-book.ts';
import { endAt, fire } from './faults/fire.ts';
import type { Timelines } from './faults/timelines.ts';
import { type Identity, identify, NOBODY } from './identify.ts';
import type { Refusal } from './refusal.ts';
import { NOTHING_SEEN, type Result } from './result.ts';
import type { Context, Malformation, Objections, Service } from './service.ts';

export type DecideOptions<World> = {
  readonly service: Service<World>;
  readonly accounts: Accounts<World>;
  readonly faults: FaultBook;
  readonly timelines: Timelines;
  readonly clocks: Clocks<World>;
  /** Whether warnings are refusals. */
  readonly strict: boolean;
  readonly nextId: (kind: string) => string;
  /** The same where somebody has to know which ids a request was given; null where nobody has. */
  readonly noteId: ((kind: string) => string) | null;
  /** Has what waits for the disk written and applied. */
  readonly flush: () => void;
};

/** What becomes of a call, step by step; a bug of ours is a result too. */
export type Decide<World> = {
  /** What is to become of it; nothing is applied yet. */
  decide(call: Call): Result<World>;
  /** The same with its changes made. */
  apply(result: Result<World>): Result<World>;
  /** The same when its changes could not be written down, and so are not made. */
  unwritten(result: Result<World>, failure: string): Result<World>;
  /** What becomes of what the HTTP parser gave up on. */
  reject(call: Call, cause: Malformation, reason: string): Result<World>;
};

const NO_ROOM =
  'There are as many accounts as can be kept, and this key would open another; remove one at the desk first.';
const GONE = 'The sender went away before the request was complete.';
const NO_OBJECTIONS: Objections = { texts: [], record: null };
const NO_IDS: string[] = [];

export function createDecide<World>(options: DecideOptions<World>): Decide<World> {
  const { service, accounts, faults, timelines, clocks, strict, nextId, noteId, flush } = options;

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
    if (account === null) return refused(service.refusals.unavailable(NO_ROOM), { route, handle });
    if (timelines.size > 0) clocks.catchUp(account);
    const now = clocks.nowOf(account);
    const fault =
      account.magic === null && !faults.concerns(account.handle)
        ? null
        : fire(faults, service, call, route, account);
    const seen = { route, handle, account, fault, now };
    if (fault !== null && endsRequest(fault.fault.effect))
      return { ...NOTHING_SEEN, ...seen, ...endAt(fault, service, account, now) };
    const limiter = account.limiter.take(now);
    if (limiter !== null && !limiter.passes)
      return refused(service.refusals.overRate(limiter), { ...seen, limiter });
    const { feature } = route.operation;
    if (account.settings.features[feature] === false)
      return refused(service.refusals.notInPlan(feature), { ...seen, limiter });
    const reading = route.operation.read(call);
    if (reading.kind === 'refusal') return refused(reading, { ...seen, limiter });
    const given = noteId === null ? NO_IDS : [];
    const context: Context = {
      now,
      params: route.params,
      nextId: noteId === null ? nextId : (kind) => given[given.push(noteId(kind)) - 1] ?? '',
      settings: account.settings,
    };
    const decision = route.operation.decide(reading.payload, context);
    if (decision.kind === 'refusal') return refused(decision, { ...seen, limiter });
    // Objections may rest on what is stored, and what was accepted in this turn is not stored yet.
    if (strict) flush();
    const objections = strict ? service.objections(call, route, account.world, context) : NO_OBJECTIONS;
    if (objections.texts.length > 0) {
      const { texts, record } = objections;
      return refused(service.refusals.objectionable(texts), { ...seen, limiter, record });
    }
    return {
      answer: service.accepted,
      refusal: null,
      reason: null,
      route,
      handle,
      account,
      limiter,
      fault,
      decision,
      record: null,
      now,
      ids: given,
      crashed: false,
    };
  };

  const toCrash = (error: unknown, { handle, account }: Identity<World>): Result<World> => {
    const cause = error instanceof Error ? (error.stack ?? error.message) : String(error);
    const crash = refused(service.refusals.crashed(), { handle, account });
    return { ...crash, reason: `Our own code failed: ${cause}`, crashed: true };
  };

  return {
    decide(call) {
      let identity: Identity<World> = NOBODY;
      try {
        identity = identify(service, accounts, call);
        return decide(call, identity);
      } catch (error) {
        return toCrash(error, identity);
      }
    },
    apply(result) {
      const { decision, account, handle } = result;
      if (decision === null || account === null) return result;
      try {
        result.record = decision.apply(account.world);
        return result;
      } catch (error) {
        return toCrash(error, { ...NOBODY, handle, account });
      }
    },
    unwritten(result, failure) {
      const { route, handle, account, limiter, fault, now } = result;
      const refusal = service.refusals.unavailable(
        `The request could not be written to disk, so nothing was changed: ${failure}. Send it again when there is room.`,
      );
      return refused(refusal, { route, handle, account, limiter, fault, now });
    },
    reject(call, cause, reason) {
      const { handle, account } = identify(service, accounts, call);
      const result = refused(service.refusals.malformed(cause, reason), { handle, account });
      return result.answer === null ? result : { ...result, answer: { ...result.answer, close: true } };
    },
  };
}
