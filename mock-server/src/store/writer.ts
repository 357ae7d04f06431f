import { rmSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import type { Persistence } from '../engine/persistence.ts';
import type { AccountChanges, LogEntry } from '../engine/store.ts';
import { createFormat, isUnwritten } from './format.ts';
import { toInUse, toProblem } from './problem.ts';
import type { Position } from './reader.ts';
import { sumOf, toLogRow } from './rows.ts';

/** Writes to a file that nobody else can open meanwhile. */
export type Writer = {
  /** Appends to the log, all or none. Throws when the disk does not take it. */
  append(entries: readonly LogEntry[], lastIds: Persistence['lastIds']): void;
  /** Saves what has changed, and empties the log, both or neither. Throws when the disk does not take it. */
  save(persistence: Persistence): void;
  close(): void;
  /** Bytes of log since the last save, roughly. */
  readonly logBytes: number;
  /** Where the file ends. */
  readonly position: Position;
};

const PAGE_BYTES = 4096;
/** What is left of a long write-ahead log once it has been emptied. */
const MOST_LEFTOVER_BYTES = 16 * 1024 * 1024;

/** Opens a file, or makes it, and keeps it until it is closed; a kill lets it go. Throws a UsageError. */
export function openWriter(path: string, mostBytes: number): Writer {
  const db = open(path, mostBytes);
  const begin = db.prepare('BEGIN IMMEDIATE');
  const commit = db.prepare('COMMIT');
  const insertEntry = db.prepare('INSERT INTO log (seq, entry, body, sum) VALUES (?, ?, ?, ?)');
  const findAccount = db.prepare('SELECT id FROM account WHERE handle = ?');
  const nextAccount = db.prepare('SELECT coalesce(max(id), 0) + 1 AS id FROM account');
  const insertAccount = db.prepare('INSERT INTO account (id, handle, masked_key, sum) VALUES (?, ?, ?, ?)');
  const deleteAccount = db.prepare('DELETE FROM account WHERE id = ?');
  const putRecord = db.prepare('REPLACE INTO record (account, id, value, sum) VALUES (?, ?, ?, ?)');
  const deleteRecord = db.prepare('DELETE FROM record WHERE account = ? AND id = ?');
  const deleteRecords = db.prepare('DELETE FROM record WHERE account = ?');
  const putSnapshot = db.prepare('REPLACE INTO snapshot (id, seq, ids, sum) VALUES (1, ?, ?, ?)');

  let { snapshot, last } = positionOf(db);
  let logBytes = Number(
    db.prepare('SELECT total(length(entry) + length(body)) AS bytes FROM log').get()?.bytes,
  );

  const inTransaction = (write: () => void): void => {
    begin.run();
    try {
      write();
      commit.run();
    } catch (error) {
      if (db.isTransaction) db.exec('ROLLBACK');
      throw error;
    }
  };

  const idOf = (handle: string): number | null => {
    const row = findAccount.get(handle);
    return row === undefined ? null : Number(row.id);
  };
  const addAccount = (handle: string, maskedKey: string): number => {
    const id = Number(nextAccount.get()?.id);
    // Where a mask cuts a pair of surrogates, the half that is left could not be read back.
    const masked = maskedKey.toWellFormed();
    insertAccount.run(id, handle, masked, sumOf(id, `${handle} ${masked}`));
    return id;
  };
  const saveAccount = ({ account, maskedKey, beginsAnew, records }: AccountChanges): void => {
    let id: number | null = null;
    if (beginsAnew) {
      id = idOf(account);
      if (id !== null) deleteRecords.run(id);
    }
    for (const record of records) {
      id ??= idOf(account) ?? addAccount(account, maskedKey);
      if (record.value === null) {
        deleteRecord.run(id, record.id);
      } else {
        const value = JSON.stringify(record.value);
        putRecord.run(id, record.id, value, sumOf(record.id, value));
      }
    }
  };
  const markBeginning = (seq: number, lastIds: Readonly<Record<string, string>>): void => {
    const ids = JSON.stringify(lastIds);
    putSnapshot.run(seq, ids, sumOf(seq, ids));
  };

  return {
    append(entries, lastIds) {
      let [seq, bytes, beginning] = [last, logBytes, snapshot];
      inTransaction(() => {
        for (const entry of entries) {
          if (entry.kind === 'forget' && entry.account === null) {
            // Nothing before counts any more, so it need not be kept until the next save.
            db.exec('DELETE FROM log; DELETE FROM record; DELETE FROM account');
            markBeginning(seq, lastIds());
            [bytes, beginning] = [0, seq];
            continue;
          }
          seq += 1;
          const row = toLogRow(seq, entry);
          insertEntry.run(seq, row.entry, row.body, row.sum);
          bytes += row.entry.length + row.body.byteLength;
        }
      });
      [last, logBytes, snapshot] = [seq, bytes, beginning];
    },
    save(persistence) {
      inTransaction(() => {
        const { accounts, removed } = persistence.changes();
        for (const handle of removed) {
          const id = idOf(handle);
          if (id === null) continue;
          deleteRecords.run(id);
          deleteAccount.run(id);
        }
        for (const account of accounts) saveAccount(account);
        markBeginning(last, persistence.lastIds());
        db.exec('DELETE FROM log');
      });
      persistence.markSaved();
      [snapshot, logBytes] = [last, 0];
    },
    close: () => db.close(),
    get logBytes() {
      return logBytes;
    },
    get position() {
      return { snapshot, last };
    },
  };
}

function open(path: string, mostBytes: number): DatabaseSync {
  let db: DatabaseSync | null = null;
  try {
    db = new DatabaseSync(path);
    // For as long as it is open, nobody else can open it, and no map of it is shared in a file.
    db.exec('PRAGMA locking_mode = EXCLUSIVE; BEGIN IMMEDIATE');
    if (isUnwritten(db)) {
      createFormat(db);
      const ids = '{}';
      db.prepare('INSERT INTO snapshot (id, seq, ids, sum) VALUES (1, 0, ?, ?)').run(ids, sumOf(0, ids));
    }
    db.exec('COMMIT; PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL');
    db.exec(`PRAGMA journal_size_limit = ${MOST_LEFTOVER_BYTES}`);
    if (mostBytes !== Number.POSITIVE_INFINITY)
      db.exec(`PRAGMA max_page_count = ${Math.max(1, Math.floor(mostBytes / PAGE_BYTES))}`);
    rmSync(`${path}-shm`, { force: true });
    return db;
  } catch (error) {
    db?.close();
    throw toProblem(path, error);
  }
}

function positionOf(db: DatabaseSync): Position {
  const snapshot = Number(db.prepare('SELECT seq FROM snapshot').get()?.seq);
  const last = db.prepare('SELECT max(seq) AS last FROM log').get()?.last;
  return { snapshot, last: last === null ? snapshot : Number(last) };
}

/** Throws a UsageError when somebody else has written since the file was read. */
export function expectUnchanged(path: string, read: Position, { position }: Writer): void {
  if (read.snapshot !== position.snapshot || read.last !== position.last) throw toInUse(path);
}
