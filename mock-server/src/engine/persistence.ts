import type { Accounts } from './account.ts';
import type { Ids } from './ids.ts';
import type { Service } from './service.ts';
import type { Changes, LogEntry, LoggedCall, SavedRecord } from './store.ts';

/** What a store needs of an engine: to give back what it kept, and to learn what it has to keep. */
export type Persistence = {
  /** Puts what was saved of an account into the engine, in the order of its numbers. */
  load(account: string, maskedKey: string, records: Iterable<SavedRecord>): void;
  /** Never gives these ids again, nor any that sort before them; one of each kind. */
  passIds(ids: Readonly<Record<string, string>>): void;
  /** Does once more what a line of the log says. Throws an error that says why if that cannot be done. */
  replay(entry: LogEntry): void;
  /** What has changed since `markSaved`. */
  changes(): Changes;
  /** All that `changes` gave has been saved. */
  markSaved(): void;
  /** The last id of each kind that accepted requests were given. */
  lastIds(): Readonly<Record<string, string>>;
  /** Writes what waits for the end of this turn. */
  flush(): void;
};

type PersistenceOptions<World> = {
  readonly service: Service<World>;
  readonly accounts: Accounts<World>;
  readonly ids: Ids;
  readonly flush: () => void;
};

/** Remembers an id that a request was given, so that no later run gives it again. */
export type NoteId = (kind: string, id: string) => string;

/** What was accepted once is accepted again, whatever the settings of its account have become. */
const NO_SETTINGS = { features: {}, lists: {} };

export function createPersistence<World>({
  service,
  accounts,
  ids,
  flush,
}: PersistenceOptions<World>): Persistence & { readonly noteId: NoteId } {
  const saved = new Map<string, World>();
  const last = new Map<string, string>();

  const noteId: NoteId = (kind, id) => {
    last.set(kind, id);
    return id;
  };
  const passId = (kind: string, id: string): string => {
    ids.pass?.(kind, id);
    return noteId(kind, id);
  };

  const replayCall = (entry: LoggedCall): void => {
    const { account, maskedKey, operation, contentType, bytes, at, params } = entry;
    const known = service.operation(operation);
    if (known === null) throw new Error(`there is no operation ${operation}`);
    const headers = { 'content-type': contentType };
    const reading = known.read({ headers, bytes, size: bytes.byteLength });
    if (reading.kind === 'refusal') throw new Error(`it is refused: ${reading.reason}`);
    const left = [...entry.ids];
    const nextId = (kind: string): string => {
      const id = left.shift();
      if (id === undefined) throw new Error(`it was given no id of kind ${kind}`);
      return passId(kind, id);
    };
    const decision = known.decide(reading.payload, { now: at, params, nextId, settings: NO_SETTINGS });
    if (decision.kind === 'refusal') throw new Error(`it is refused: ${decision.reason}`);
    const { world } = accounts.restore(account, maskedKey);
    try {
      decision.apply(world);
    } catch {
      // It failed in the same place when it was sent, and was answered 500.
    }
  };

  const forget = (handle: string | null): void => {
    for (const account of accounts.list())
      if (handle === null || account.handle === handle) account.world = service.createWorld(true);
  };

  return {
    noteId,
    load(handle, maskedKey, records) {
      const { world } = accounts.restore(handle, maskedKey);
      service.load(world, records);
      saved.set(handle, world);
    },
    passIds(given) {
      for (const [kind, id] of Object.entries(given)) passId(kind, id);
    },
    replay(entry) {
      if (entry.kind === 'call') replayCall(entry);
      else if (entry.kind === 'forget') forget(entry.account);
      else
        for (const account of accounts.list()) if (account.handle === entry.account) accounts.remove(account);
    },
    changes() {
      const now = accounts.list();
      const handles = new Set(now.map(({ handle }) => handle));
      return {
        accounts: now.map(({ handle, maskedKey, world }) => ({
          account: handle,
          maskedKey,
          // After a reset the account has another world, and nothing in it is what was saved.
          beginsAnew: saved.has(handle) && saved.get(handle) !== world,
          records: service.changes(world),
        })),
        removed: [...saved.keys()].filter((handle) => !handles.has(handle)),
      };
    },
    markSaved() {
      saved.clear();
      for (const { handle, world } of accounts.list()) {
        service.markSaved(world);
        saved.set(handle, world);
      }
    },
    lastIds: () => Object.fromEntries(last),
    flush,
  };
}
