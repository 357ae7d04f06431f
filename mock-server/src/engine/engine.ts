import { type Account, type Accounts, createAccounts } from './account.ts';
import type { Call } from './call.ts';
import { type Clock, createSteeredClock, type SteeredClock } from './clock.ts';
import { type Clocks, createClocks } from './clocks.ts';
import { createEnter } from './enter.ts';
import type { Delivered } from './exchange.ts';
import { isAsPlanned } from './faults/alter-answer.ts';
import { endsRequest, type Fault } from './faults/fault.ts';
import { createFaultBook, type FaultBook } from './faults/fault-book.ts';
import { endAt, fire } from './faults/fire.ts';
import { createTimelines, type Timelines } from './faults/timelines.ts';
import { toFault } from './faults/to-fault.ts';
import type { Ids } from './ids.ts';
import { createJournal, type Journal, type JournalBounds } from './journal.ts';
import type { Outcome, SettledOutcome } from './outcome.ts';
import { createPersistence, type Persistence } from './persistence.ts';
import { createRecorder } from './recorder.ts';
import type { Refusal } from './refusal.ts';
import { NOTHING_SEEN, type Result } from './result.ts';
import { createSeeding, type Seeding } from './seeding.ts';
import type { Context, Malformation, Objections, Service } from './service.ts';
import { changeSettings, type Settings, type SettingsChange } from './settings.ts';
import type { Store } from './store.ts';
import { createTally, type Tally } from './tally.ts';
import { toLogEntry } from './to-log-entry.ts';

export type EngineOptions<World> = {
  readonly service: Service<World>;
  readonly clock: Clock;
  readonly ids: Ids;
  /** Milliseconds from any fixed point; measures our own time, which no account's clock may stop. */
  readonly elapsed: () => number;
  /** Lower-case hex. */
  readonly sha256: (text: string) => string;
  readonly keys: readonly string[];
  /** Those of every account that has none of its own. */
  readonly settings: Settings;
  readonly journal: JournalBounds;
  readonly mostAccounts: number;
  readonly mostFaults: number;
  /** Whether warnings are refusals. */
  readonly strict: boolean;
  /** Where accepted requests are kept; null for memory only. */
  readonly store: Store | null;
  /** Calls back at the end of this turn of the event loop. */
  readonly defer: (callback: () => void) => void;
  /** Calls back once after so many milliseconds of real time, unless the returned function is called before. */
  readonly timer: (ms: number, callback: () => void) => () => void;
};

/** What a reset may forget. */
export type ResetPart = 'state' | 'journal' | 'faults' | 'clock' | 'limits' | 'settings';

export type Engine<World> = {
  /** Answers a call at once: refusals, crashes and hang-ups are outcomes too. With a disk an accepted one comes later. */
  answer(call: Call): Outcome;
  /** Journals and answers what the HTTP parser gave up on; `call` holds what could still be told of it. */
  reject(call: Call, cause: Malformation, reason: string): SettledOutcome;
  /** Says how much of an answer left; `isCutOff` when its receiver went, or the front closed, before it was all over. */
  settle(outcome: SettledOutcome, delivered: Delivered, bytes: number, isCutOff?: boolean): void;
  /**
   * Forgets parts of one account, or of all; what is in flight belongs to before. Throws a UsageError when the disk does
   * not take it: nothing is forgotten then.
   */
  reset(parts: readonly ResetPart[], account?: Account<World>): void;
  /** Removes an account with all it holds; a configured one starts afresh instead. Throws as `reset` does. */
  remove(account: Account<World>): void;
  /** Changes the settings of an account. Throws a UsageError on a rate limit that is none. */
  configure(account: Account<World>, change: SettingsChange): void;
  readonly accounts: Accounts<World>;
  readonly journal: Journal;
  readonly faults: FaultBook;
  readonly timelines: Pick<Timelines, 'owners' | 'nextAt' | 'size'>;
  readonly clock: SteeredClock;
  readonly clocks: Clocks<World>;
  readonly tally: Tally;
  /** Those of every account that has none of its own. */
  readonly settings: Settings;
  readonly service: Service<World>;
  readonly seeding: Seeding<World>;
  /** What a store needs of it; null without a store. */
  readonly persistence: Persistence | null;
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
const NO_ROOM =
  'There are as many accounts as can be kept, and this key would open another; remove one at the desk first.';
const GONE = 'The sender went away before the request was complete.';

/** One simulated vendor with its accounts and its journal; two engines in one process share nothing. */
export function createEngine<World>(options: EngineOptions<World>): Engine<World> {
  const { service, ids, elapsed, settings, strict, store } = options;
  const nextId = (kind: string): string => ids.next(kind);
  const toFaultOf = (definition: Parameters<typeof toFault>[0]) =>
    toFault(definition, () => nextId('fault'), service.normalise);
  const faults = createFaultBook({
    places: options.mostFaults,
    toFault: toFaultOf,
    toHandle: (named) => accounts.toHandle(named),
  });
  const timelines = createTimelines(faults);
  const accounts = createAccounts<World>({
    ...options,
    createWorld: () => service.createWorld(store !== null),
    evicts: store === null,
    readMagic: (key) => {
      const magic = service.readMagic(key);
      return magic === null ? null : { base: magic.base, fault: toFaultOf(magic.fault) };
    },
    isNeeded: (handle) => faults.isArmedFor(handle) || timelines.nextAt(handle) !== null,
  });
  const journal = createJournal(options.journal);
  const tally = createTally();
  const clock = createSteeredClock(options.clock, () => clocks.catchUpAll());
  const clocks = createClocks({ source: options.clock, clock, accounts, timelines, timer: options.timer });
  const recorder = store === null ? null : createRecorder(store, options.defer);
  const flush = (): void => recorder?.flush();
  const persistence = store === null ? null : createPersistence({ service, accounts, ids, flush });
  const noteId = persistence === null ? nextId : (kind: string) => persistence.noteId(kind, nextId(kind));
  const seeding = createSeeding({ service, clocks, nextId: noteId, write: recorder?.write ?? null });

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
    const reading = service.read(call);
    if (reading.kind === 'refusal') return refused(reading, { ...seen, limiter });
    const given: string[] = [];
    const context: Context = {
      now,
      params: route.params,
      nextId: persistence === null ? nextId : (kind) => given[given.push(noteId(kind)) - 1] ?? '',
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

  const decideOrCrash = (call: Call): Result<World> => {
    let identity: Identity<World> = NOBODY;
    try {
      identity = identify(call);
      return decide(call, identity);
    } catch (error) {
      return toCrash(error, identity);
    }
  };

  const applyOrCrash = (result: Result<World>): Result<World> => {
    const { decision, account, handle } = result;
    if (decision === null || account === null) return result;
    try {
      result.record = decision.apply(account.world);
      return result;
    } catch (error) {
      return toCrash(error, { ...NOBODY, handle, account });
    }
  };

  const enter = createEnter({ service, clocks, journal, nextId, elapsed });

  const unwritten = (result: Result<World>, failure: string): Result<World> => {
    const { route, handle, account, limiter, fault, now } = result;
    const refusal = service.refusals.unavailable(
      `The request could not be written to disk, so nothing was changed: ${failure}. Send it again when there is room.`,
    );
    return refused(refusal, { route, handle, account, limiter, fault, now });
  };

  /** Whoever has an account's settings lent goes along. */
  const setTo = (account: Account<World>, next: Settings): void => {
    const before = account.settings;
    const borrowers = accounts.borrowersOf(account).filter((each) => each.settings === before);
    for (const each of [account, ...borrowers]) {
      each.settings = next;
      each.limiter.change(next.rate);
    }
  };

  return {
    answer(call) {
      const started = elapsed();
      const result = decideOrCrash(call);
      const entry = recorder === null ? null : toLogEntry(call, result);
      if (recorder === null || entry === null) return enter(call, applyOrCrash(result), started);
      return recorder.later(entry, (failure) =>
        enter(call, failure === null ? applyOrCrash(result) : unwritten(result, failure), started),
      );
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
    settle({ exchange }, delivered, bytes, isCutOff = false) {
      if (exchange.settledMs !== null) return;
      const settledMs = elapsed();
      const { fired } = exchange;
      if (fired !== null) {
        const { fault } = fired;
        if (fault.effect.hold === true) exchange.injectedMs = settledMs - exchange.startedMs;
        const hasItsWay = !isCutOff && isAsPlanned(fault.effect, delivered);
        if (fault.effect.hold === true || hasItsWay) fault.delivered += 1;
      }
      // The journal leaves one alone that a reset has removed; it is counted all the same, and once.
      exchange.settledMs = settledMs;
      journal.settle(exchange, delivered, bytes, settledMs);
      tally.count(exchange, delivered);
    },
    reset(parts, account) {
      flush();
      if (parts.includes('state')) recorder?.write([{ kind: 'forget', account: account?.handle ?? null }]);
      if (parts.includes('faults')) {
        clocks.end(account?.handle);
        faults.clear({ account: account?.handle });
      }
      if (parts.includes('clock')) clocks.reset(account);
      for (const each of account === undefined ? accounts.list() : [account]) {
        if (parts.includes('state')) each.world = service.createWorld(store !== null);
        if (parts.includes('limits')) each.limiter.clear();
        if (parts.includes('faults') && each.magic !== null) rearm(each.magic);
        if (parts.includes('settings'))
          setTo(each, account === undefined ? settings : accounts.standardOf(each));
      }
      if (parts.includes('journal')) journal.clear(account?.handle);
    },
    remove(account) {
      flush();
      recorder?.write([{ kind: 'remove', account: account.handle }]);
      journal.clear(account.handle);
      clocks.end(account.handle);
      faults.clear({ account: account.handle });
      setTo(account, accounts.standardOf(account));
      accounts.remove(account);
    },
    configure(account, change) {
      const standard = accounts.standardOf(account);
      setTo(account, changeSettings(account.settings, change, standard, service.decodeRate));
    },
    accounts,
    journal,
    faults,
    timelines,
    clock,
    clocks,
    tally,
    settings,
    service,
    seeding,
    persistence,
  };
}

const NO_OBJECTIONS: Objections = { texts: [], record: null };

/** A magic key begins its pattern anew. */
function rearm(fault: Fault): void {
  fault.offered = 0;
  fault.fired = 0;
  fault.delivered = 0;
}
