import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { type Check, checks as generatedChecks } from '@understudy/openapi/checks';
import { type Contract, contract as generatedContract, type OperationId } from '@understudy/openapi/contract';
import { type Clock, createSystemClock } from './engine/clock.ts';
import { createEngine, type Engine } from './engine/engine.ts';
import { createIds, type Ids } from './engine/ids.ts';
import type { JournalBounds } from './engine/journal.ts';
import { changeSettings, type Settings, type SettingsChange } from './engine/settings.ts';
import type { Store } from './engine/store.ts';
import { afterThisTurn, realTimer, type Timer } from './engine/timer.ts';
import { type FetchHandler, type FetchHandlerOptions, toFetchHandler } from './fronts/fetch.ts';
import { decodeRate } from './services/userlist/rate-limit.ts';
import { createUserlistService } from './services/userlist/service.ts';
import type { World } from './services/userlist/world/world.ts';

/** Everything is optional: without options any key opens its own account under the documented limits. */
export type UserlistEngineOptions = {
  /** The push keys that are let in; none given lets any key in, each as an account of its own. */
  readonly pushKeys?: readonly string[];
  /** `documented`, `tiny`, `off` or such as `20/1s`; the documented limit by default. */
  readonly rateLimit?: string;
  /** Whether every answer tells where the account stands in its window. */
  readonly rateHeaders?: boolean;
  /** What applies to every account that has nothing else set; every feature and every name by default. */
  readonly defaults?: Pick<SettingsChange, 'features' | 'lists'>;
  /** Whether warnings are refusals. */
  readonly strict?: boolean;
  /** Where accepted requests are kept before their answers leave; memory only if absent. */
  readonly store?: Store;
  readonly clock?: Clock;
  /** Milliseconds of real time from any fixed point, for how long things take; the platform's if absent. */
  readonly elapsed?: () => number;
  /** Calls back when a step of a timeline is due and nobody asks; the platform's timer if absent. */
  readonly timer?: Timer;
  readonly ids?: Ids;
  /** Whether `handle` has the delays and slow bodies of faults pass in real time, as it does if absent, or at once. */
  readonly delays?: NonNullable<FetchHandlerOptions['delays']>;
  /** How much the journal keeps; the oldest exchanges go first. */
  readonly journal?: Partial<JournalBounds>;
  /** Another contract than the generated one, with the checks that were made from it. */
  readonly contract?: Contract;
  readonly checks?: Readonly<Record<string, Check>>;
};

/** An engine that answers as Userlist. */
export type UserlistEngine = Engine<World> & {
  /** The web-standard door: answers a Request without any server around it. */
  readonly handle: FetchHandler;
  /** Ids of the operations there are. */
  readonly operations: readonly OperationId[];
};

/** Makes a simulated Userlist without any server around it. Throws a UsageError on options that cannot be meant. */
export function createUserlistEngine(options: UserlistEngineOptions = {}): UserlistEngine {
  const { pushKeys = [], contract = generatedContract, checks = generatedChecks } = options;
  const { bounds } = contract;
  const rateLimit = options.rateLimit ?? 'documented';
  const plain: Settings = {
    rate: decodeRate(rateLimit, contract),
    rateLimit,
    rateHeaders: options.rateHeaders ?? false,
    features: {},
    lists: {},
  };
  const engine = createEngine<World>({
    service: createUserlistService({ contract, checks, keys: pushKeys }),
    clock: options.clock ?? createSystemClock(),
    ids: options.ids ?? createIds(),
    elapsed: options.elapsed ?? (() => performance.now()),
    sha256: (text) => bytesToHex(sha256(utf8ToBytes(text))),
    keys: pushKeys,
    settings: changeSettings(plain, options.defaults ?? {}, plain, (text) => decodeRate(text, contract)),
    journal: {
      mostExchanges: bounds.journalExchanges,
      mostBytes: bounds.journalMebibytes * 1024 * 1024,
      ...options.journal,
    },
    mostAccounts: bounds.accounts,
    mostFaults: bounds.faults,
    mostSettingsBytes: bounds.settingsMebibytes * 1024 * 1024,
    strict: options.strict ?? false,
    store: options.store ?? null,
    defer: afterThisTurn,
    timer: options.timer ?? realTimer,
  });
  const operations = Object.keys(contract.operations) as OperationId[];
  return {
    ...engine,
    handle: toFetchHandler(engine, null, { delays: options.delays ?? 'real' }),
    operations,
  };
}
