import { dirname, join } from 'node:path';
import { UsageError } from '../engine/usage-error.ts';

const OTHERWISE = 'or name another file';

export const toDirectory = (path: string): UsageError =>
  new UsageError(`${path} is a folder; name a file in it, such as ${join(path, 'understudy.db')}.`);

export const toNoFolder = (path: string): UsageError =>
  new UsageError(
    `${path} cannot be made, since the folder ${dirname(path)} is not there; make that first, ${OTHERWISE}.`,
  );

export const toForeign = (path: string): UsageError =>
  new UsageError(
    `${path} is no file that Understudy wrote, and was left as it is; name another file, or one that is not there yet.`,
  );

export const toNewer = (path: string, format: number, known: number): UsageError =>
  new UsageError(
    `${path} was written by a newer Understudy, in format ${format} where this one knows ${known}, and was left as it is; start the newer one, ${OTHERWISE}.`,
  );

export const toDamaged = (path: string, what: string): UsageError =>
  new UsageError(
    `${path} is damaged (${what.replaceAll(/\s+/g, ' ').trim()}), and was left as it is; put a good copy in its place, ${OTHERWISE}.`,
  );

export const toUnreadable = (path: string, what: string): UsageError =>
  new UsageError(
    `${path} cannot be read back (${what}), and was left as it is; start the version that wrote it, ${OTHERWISE}.`,
  );

export const toInUse = (path: string): UsageError =>
  new UsageError(`${path} is in use by another stand-in; stop that one first, ${OTHERWISE}.`);

export const toUnopenable = (path: string, why: string): UsageError =>
  new UsageError(
    `${path} cannot be opened (${why}); see that its folder can be written to and its disk has room, ${OTHERWISE}.`,
  );

/** What the system says of a path at which nothing can be looked at. */
const REASONS: Readonly<Record<string, string>> = {
  ELOOP: 'its links lead in a circle',
  ENAMETOOLONG: 'its name is too long',
  ENOTDIR: 'what it names as its folder is a file',
  EACCES: 'it or its folder may not be read',
  EPERM: 'it or its folder may not be read',
};

const toUnreachable = (path: string, code: string): UsageError =>
  new UsageError(
    `${path} cannot be opened, since ${REASONS[code] ?? `the system says ${code}`}; name another file.`,
  );

const [BUSY, LOCKED, CORRUPT, NOT_A_DATABASE] = [5, 6, 11, 26];

/** What SQLite calls the error, without its finer distinctions; null for an error that is none of SQLite's. */
export function toSqliteCode(error: unknown): number | null {
  const code = error instanceof Error && 'errcode' in error ? error.errcode : null;
  return typeof code === 'number' ? code & 0xff : null;
}

/** Says in a sentence what an error means that came while a file was opened or read. */
export function toProblem(path: string, error: unknown): UsageError {
  if (error instanceof UsageError) return error;
  if (isSystemError(error)) return toUnreachable(path, error.code);
  const message = error instanceof Error ? error.message : String(error);
  switch (toSqliteCode(error)) {
    case BUSY:
    case LOCKED:
      return toInUse(path);
    case NOT_A_DATABASE:
      return toForeign(path);
    case CORRUPT:
    case null:
      return toDamaged(path, message);
    default:
      return toUnopenable(path, message);
  }
}

/** SQLite's own have a code too, but no call. */
function isSystemError(error: unknown): error is Error & { readonly code: string } {
  return error instanceof Error && 'syscall' in error && 'code' in error && typeof error.code === 'string';
}

export const isDamage = (error: unknown): boolean => toSqliteCode(error) === CORRUPT;
