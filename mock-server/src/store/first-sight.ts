import { closeSync, existsSync, openSync, readSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { pathToFileURL } from 'node:url';
import { APPLICATION_ID, expectOurs } from './format.ts';
import { isDamage, toProblem } from './problem.ts';

/** Where SQLite's file format has it. */
const APPLICATION_ID_AT = 68;

/** Opens a file so that no lock is taken and nothing but the file itself is looked at: nothing of it or beside it can change. */
export function openAlone(path: string): DatabaseSync {
  try {
    return new DatabaseSync(`${pathToFileURL(path).href}?immutable=1`, { readOnly: true });
  } catch (error) {
    throw toProblem(path, error);
  }
}

/**
 * Throws a UsageError on a file that is not ours. Comes before all else: with a foreign file that has something beside it,
 * looking in the usual way could change it.
 */
export function expectOursAtFirstSight(path: string): void {
  const db = openAlone(path);
  try {
    expectOurs(db, path);
  } catch (error) {
    // Of a file whose writer was killed, a part may stand beside it only.
    if (!isDamage(error) || !isOursByName(path)) throw toProblem(path, error);
  } finally {
    db.close();
  }
}

/** Reads the name that the file bears, and not through SQLite, which reads nothing of what seems damaged. */
function isOursByName(path: string): boolean {
  // A file that this process has open must not come here: closing it would let go of the locks on it. That one is whole.
  const bytes = Buffer.alloc(4);
  const file = openSync(path, 'r');
  try {
    readSync(file, bytes, 0, bytes.length, APPLICATION_ID_AT);
  } finally {
    closeSync(file);
  }
  return bytes.readUInt32BE() === APPLICATION_ID;
}

/** Takes back what was not finished when the making of a file was broken off; what is beside another file is left alone. */
export function undoBrokenStart(path: string): void {
  if (!existsSync(`${path}-journal`)) return;
  expectOursAtFirstSight(path);
  try {
    const db = new DatabaseSync(path);
    try {
      db.prepare('SELECT count(*) FROM sqlite_schema').get();
    } finally {
      db.close();
    }
  } catch (error) {
    throw toProblem(path, error);
  }
}
