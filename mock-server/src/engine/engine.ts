import { type Account, type Accounts, createAccounts } from './account.ts';
import type { Call } from './call.ts';
import { type Clock, createSteeredClock, type SteeredClock } from './clock.ts';
import { type Clocks, createClocks } from './clocks.ts';
import { createDecide } from './decide.ts';
import { createEnter } from './enter.ts';
import type { Delivered } from './exchange.ts';
import { isAsPlanned } from './faults/alter-answer.ts';
import type { Fault } from './faults/fault.ts';
import { createFaultBook, type FaultBook } from './faults/fault-book.ts';
import { createTimelines, type Timelines } from './faults/timelines.ts';
import { toFault } from './faults/to-fault.ts';
import type { Ids } from './ids.ts';
import { createJournal, type Journal, type JournalBounds } from './journal.ts';
import type { Outcome, SettledOutcome } from './outcome.ts';
import { createPersistence, type Persistence } from './persistence.ts';
import { createRecorder } from './recorder.ts';
import { createSeeding, type Seeding } from './seeding.ts';
import type { Malformation, Service } from './service.ts';
import { changeSettings, type Settings, type SettingsChange } from './settings.ts';
import { createSettingsRoom } from './settings-room.ts';
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
  /** For the lists of names in the settings of all accounts, roughly. */
  readonly mostSettingsBytes: number;
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
  /** Changes the settings of an account. Throws a UsageError on a rate limit that is none, or when there is no room for its lists. */
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

  const deciding = createDecide({
    service,
    accounts,
    faults,
    timelines,
    clocks,
    strict,
    nextId,
    noteId: persistence === null ? null : noteId,
    flush,
  });
  const settingsRoom = createSettingsRoom(options.mostSettingsBytes);
  const enter = createEnter({ service, clocks, journal, nextId, elapsed });

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
      const result = deciding.decide(call);
      const entry = recorder === null ? null : toLogEntry(call, result);
      if (recorder === null || entry === null) return enter(call, deciding.apply(result), started);
      return recorder.later(entry, (failure) => {
        const written = failure === null ? deciding.apply(result) : deciding.unwritten(result, failure);
        return enter(call, written, started);
      });
    },
    reject(call, cause, reason) {
      const started = elapsed();
      return enter(call, deciding.reject(call, cause, reason), started);
    },
    settle({ exchange }, delivered, bytes, isCutOff = false) {
      if (exchange.settledMs !== null) return;
      const settledMs = elapsed();
      const { fired } = exchange;
      if (fired !== null) {
        const { fault } = fired;
        const { hold, bytes_per_second: pace } = fault.effect;
        const tookMs = settledMs - exchange.startedMs;
        // How long these take is known only when they are over.
        if (hold === true || (pace !== undefined && exchange.answerBody !== ''))
          exchange.injectedMs = Math.max(exchange.injectedMs, tookMs);
        const hasItsWay = !isCutOff && isAsPlanned(fault.effect, delivered, exchange.answerBody);
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
      recorder?.write([{ kind: 'remove', account: account.handle }]);
      journal.clear(account.handle);
      clocks.end(account.handle);
      faults.clear({ account: account.handle });
      setTo(account, accounts.standardOf(account));
      accounts.remove(account);
    },
    configure(account, change) {
      const standard = accounts.standardOf(account);
      const next = changeSettings(account.settings, change, standard, service.decodeRate);
      const others = accounts.list().flatMap((each) => (each === account ? [] : [each.settings]));
      settingsRoom.expectRoom(next, others);
      setTo(account, next);
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

/** A magic key begins its pattern anew. */
function rearm(fault: Fault): void {
  fault.offered = 0;
  fault.fired = 0;
  fault.delivered = 0;
}
