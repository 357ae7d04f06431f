import { existsSync, rmSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import type { Persistence } from '../engine/persistence.ts';
import type { SavedRecord } from '../engine/store.ts';
import { expectOursAtFirstSight, openAlone } from './first-sight.ts';
import { expectOurs, expectWhole } from './format.ts';
import { toProblem, toUnreadable } from './problem.ts';
import { expectSum, fromLogRow, type LogRow } from './rows.ts';

/** Where a file ends: by it can be told whether somebody wrote since. */
export type Position = { readonly snapshot: number; readonly last: number };

/** Reads a file without changing it. */
export type Reader = {
  /** Gives an engine what the file holds; `onProgress` is told how many rows of how many are done. Throws a UsageError. */
  read(persistence: Persistence, onProgress: (done: number, total: number) => void): Position;
  close(): void;
};

/** About a second's work. */
const ROWS_A_STEP = 100_000;

/**
 * Opens a file that is there for reading. Throws a UsageError on one that is not ours, damaged, or in use.
 *
 * Where nothing is left of an unclean end, the file alone is read, and nothing is made beside it.
 */
export function openReader(path: string): Reader {
  const hasLeftover = existsSync(`${path}-wal`);
  const hadMap = existsSync(`${path}-shm`);
  const db = hasLeftover ? openBeside(path) : openAlone(path);

  const close = (): void => {
    db.close();
    // SQLite leaves it behind when it may only read.
    if (hasLeftover && !hadMap) rmSync(`${path}-shm`, { force: true });
  };

  try {
    expectOurs(db, path);
    expectWhole(db, path);
  } catch (error) {
    close();
    throw toProblem(path, error);
  }
  return {
    read(persistence, onProgress) {
      try {
        return readAll(db, path, persistence, onProgress);
      } catch (error) {
        throw toProblem(path, error);
      }
    },
    close,
  };
}

/** With what its last writer left behind when it was killed. */
function openBeside(path: string): DatabaseSync {
  expectOursAtFirstSight(path);
  try {
    return new DatabaseSync(path, { readOnly: true });
  } catch (error) {
    throw toProblem(path, error);
  }
}

function readAll(
  db: DatabaseSync,
  path: string,
  persistence: Persistence,
  onProgress: (done: number, total: number) => void,
): Position {
  const total = countOf(db, 'record') + countOf(db, 'log');
  let done = 0;
  const step = (): void => {
    done += 1;
    if (done % ROWS_A_STEP === 0) onProgress(done, total);
  };

  const snapshot = readSnapshot(db, persistence);
  const recordsOfAccount = db.prepare('SELECT id, value, sum FROM record WHERE account = ? ORDER BY id');
  const recordsOf = function* (account: number): Generator<SavedRecord> {
    for (const { id, value, sum } of recordsOfAccount.iterate(account)) {
      expectSum(sum, Number(id), String(value), `record ${id} of account ${account}`);
      step();
      yield { id: Number(id), value: JSON.parse(String(value)) };
    }
  };
  for (const { id, handle, masked_key, sum } of db.prepare('SELECT * FROM account ORDER BY id').all()) {
    expectSum(sum, Number(id), `${handle} ${masked_key}`, `account ${id}`);
    persistence.load(String(handle), String(masked_key), recordsOf(Number(id)));
  }
  if (done !== countOf(db, 'record')) throw new Error('some records are of no account');

  let last = snapshot;
  for (const row of db.prepare('SELECT seq, entry, body, sum FROM log ORDER BY seq').iterate()) {
    const entry = fromLogRow(row as LogRow);
    last += 1;
    if (row.seq !== last) throw new Error(`entry ${last} of its log is missing`);
    try {
      persistence.replay(entry);
    } catch (error) {
      const cause = error instanceof Error ? error.message : String(error);
      const what = entry.kind === 'call' ? entry.operation : entry.kind;
      throw toUnreadable(path, `entry ${last} of its log, ${what}: ${cause}`);
    }
    step();
  }
  return { snapshot, last };
}

function readSnapshot(db: DatabaseSync, persistence: Persistence): number {
  const row = db.prepare('SELECT seq, ids, sum FROM snapshot').get();
  if (row === undefined) throw new Error('nothing tells where its log begins');
  const [seq, ids] = [Number(row.seq), String(row.ids)];
  expectSum(row.sum, seq, ids, 'the beginning of its log');
  persistence.passIds(JSON.parse(ids) as Record<string, string>);
  return seq;
}

function countOf(db: DatabaseSync, table: 'record' | 'log'): number {
  return Number(db.prepare(`SELECT count(*) AS rows FROM ${table}`).get()?.rows);
}
