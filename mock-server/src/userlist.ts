import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { type Check, checks as generatedChecks } from '@understudy/openapi/checks';
import { type Contract, contract as generatedContract } from '@understudy/openapi/contract';
import { type Clock, createSystemClock } from './engine/clock.ts';
import { createEngine, type Engine } from './engine/engine.ts';
import { createIds, type Ids } from './engine/ids.ts';
import type { JournalBounds } from './engine/journal.ts';
import type { Store } from './engine/store.ts';
import { realTimer } from './engine/timer.ts';
import { type FetchHandler, toFetchHandler } from './fronts/fetch.ts';
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
  /** Whether warnings are refusals. */
  readonly strict?: boolean;
  /** Where accepted requests are kept before their answers leave; memory only if absent. */
  readonly store?: Store;
  readonly clock?: Clock;
  readonly ids?: Ids;
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
};

/** Makes a simulated Userlist without any server around it. Throws a UsageError on options that cannot be meant. */
export function createUserlistEngine(options: UserlistEngineOptions = {}): UserlistEngine {
  const { pushKeys = [], contract = generatedContract, checks = generatedChecks } = options;
  const { bounds } = contract;
  const rateLimit = options.rateLimit ?? 'documented';
  const engine = createEngine<World>({
    service: createUserlistService({ contract, checks, keys: pushKeys }),
    clock: options.clock ?? createSystemClock(),
    ids: options.ids ?? createIds(),
    elapsed: () => performance.now(),
    sha256: (text) => bytesToHex(sha256(utf8ToBytes(text))),
    keys: pushKeys,
    settings: {
      rate: decodeRate(rateLimit, contract),
      rateLimit,
      rateHeaders: options.rateHeaders ?? false,
      features: {},
      lists: {},
    },
    journal: {
      mostExchanges: bounds.journalExchanges,
      mostBytes: bounds.journalMebibytes * 1024 * 1024,
      ...options.journal,
    },
    mostAccounts: bounds.accounts,
    mostFaults: bounds.faults,
    strict: options.strict ?? false,
    store: options.store ?? null,
    defer: (callback) => void setTimeout(callback, 0),
    timer: realTimer,
  });
  return { ...engine, handle: toFetchHandler(engine) };
}
