import type { DatabaseSync } from 'node:sqlite';
import { toDamaged, toForeign, toNewer } from './problem.ts';

/** The letters `Unds`: by them SQLite's own tools tell whose file it is. */
export const APPLICATION_ID = 0x55_6e_64_73;
const FORMAT = 1;

/** Every row has a sum of what is in it, since SQLite notices only damage to its own pages. */
const TABLES: Readonly<Record<string, string>> = {
  account:
    'CREATE TABLE account (id INTEGER PRIMARY KEY, handle TEXT NOT NULL UNIQUE, masked_key TEXT NOT NULL, sum INTEGER NOT NULL) STRICT',
  log: 'CREATE TABLE log (seq INTEGER PRIMARY KEY, entry TEXT NOT NULL, body BLOB NOT NULL, sum INTEGER NOT NULL) STRICT',
  record:
    'CREATE TABLE record (account INTEGER NOT NULL, id INTEGER NOT NULL, value TEXT NOT NULL, sum INTEGER NOT NULL, PRIMARY KEY (account, id)) STRICT, WITHOUT ROWID',
  snapshot:
    'CREATE TABLE snapshot (id INTEGER PRIMARY KEY, seq INTEGER NOT NULL, ids TEXT NOT NULL, sum INTEGER NOT NULL) STRICT',
};

/** Makes an empty database ours; belongs into a transaction. */
export function createFormat(db: DatabaseSync): void {
  db.exec(`PRAGMA application_id = ${APPLICATION_ID}; PRAGMA user_version = ${FORMAT}`);
  for (const sql of Object.values(TABLES)) db.exec(sql);
}

/** True when nothing was ever written into the database. */
export function isUnwritten(db: DatabaseSync): boolean {
  return pragma(db, 'application_id') === 0 && pragma(db, 'schema_version') === 0;
}

/** Looks at what the database says it is. Throws a UsageError unless it is ours, and in a format that is known. */
export function expectOurs(db: DatabaseSync, path: string): void {
  if (pragma(db, 'application_id') !== APPLICATION_ID) throw toForeign(path);
  const format = pragma(db, 'user_version');
  if (format > FORMAT) throw toNewer(path, format, FORMAT);
}

/** Throws a UsageError unless all tables are there as they were made, and all pages are whole. */
export function expectWhole(db: DatabaseSync, path: string): void {
  const found = db.prepare('SELECT name, sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY name').all();
  const wanted = Object.entries(TABLES);
  const isAsMade =
    pragma(db, 'user_version') === FORMAT &&
    found.length === wanted.length &&
    wanted.every(([name, sql], index) => found[index]?.name === name && found[index]?.sql === sql);
  if (!isAsMade) throw toDamaged(path, 'its tables are not as they were made');
  const [first] = db.prepare('PRAGMA quick_check(1)').all();
  if (first?.quick_check !== 'ok') throw toDamaged(path, String(first?.quick_check));
}

function pragma(db: DatabaseSync, name: string): number {
  return Number(db.prepare(`PRAGMA ${name}`).get()?.[name]);
}
