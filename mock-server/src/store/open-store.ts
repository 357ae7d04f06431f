import { type Stats, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { Persistence } from '../engine/persistence.ts';
import type { Store } from '../engine/store.ts';
import { UsageError } from '../engine/usage-error.ts';
import { undoBrokenStart } from './first-sight.ts';
import { toDirectory, toForeign, toNoFolder, toProblem } from './problem.ts';
import { openReader, type Position, type Reader } from './reader.ts';
import { expectUnchanged, openWriter, type Writer } from './writer.ts';

export type StoreOptions = {
  /** The file does not grow beyond; what would need more is answered with 503. No bound if absent. */
  readonly mostBytes?: number;
  /** What has changed is saved, and the log emptied, once that is longer, roughly; 2 MiB if absent. */
  readonly mostLogBytes?: number;
};

/** Is told how many rows of how many have been read, every hundred thousand. */
export type OnProgress = (done: number, total: number) => void;

export type OpenStore = {
  /** For the engine's options. */
  readonly store: Store;
  /**
   * Gives the engine that was made with the store what the file holds, before it is asked anything. Throws a UsageError on
   * a file that cannot be read back, which is then as it was.
   */
  restore(engine: { readonly persistence: Persistence | null }, onProgress?: OnProgress): void;
  /** Saves what has changed and lets the file go; what is asked afterwards is answered with 503. */
  close(): void;
};

const MOST_LOG_BYTES = 2 * 1024 * 1024;

/**
 * Opens the file in which an engine keeps what it accepts, and makes it if it is not there. Throws a UsageError, of one
 * sentence, on a file that is not ours, damaged, newer or in use; such a file is left as it was.
 */
export function openStore(file: string, options: StoreOptions = {}): OpenStore {
  const { mostBytes = Number.POSITIVE_INFINITY, mostLogBytes = MOST_LOG_BYTES } = options;
  const path = resolve(file);
  let reader: Reader | null = null;
  let writer: Writer | null = null;
  let persistence: Persistence | null = null;
  /** Grows where a save did not succeed, so that it is not tried again with every request. */
  let patience = mostLogBytes;

  if (isThere(path)) undoBrokenStart(path);
  if (isThere(path)) reader = openReader(path);
  else writer = openWriter(path, mostBytes);

  const save = (): void => {
    if (writer === null || persistence === null) return;
    try {
      writer.save(persistence);
      patience = mostLogBytes;
    } catch {
      // Everything is in the log still; there may be more room another time.
      patience = writer.logBytes + mostLogBytes;
    }
  };

  return {
    store: {
      append(entries) {
        if (writer === null || persistence === null) throw new Error('the file is not open');
        if (writer.logBytes > patience) save();
        writer.append(entries, persistence.lastIds);
      },
    },
    restore(engine, onProgress = () => undefined) {
      if (engine.persistence === null)
        throw new UsageError('The engine was made without a store; give it the one of this file.');
      if (reader !== null) {
        const opened = reader;
        reader = null;
        const read = readAndClose(opened, engine.persistence, onProgress);
        writer = openWriter(path, mostBytes);
        expectUnchanged(path, read, writer);
      }
      persistence = engine.persistence;
      if (writer !== null && writer.logBytes > 0) save();
    },
    close() {
      reader?.close();
      persistence?.flush();
      if (writer !== null && writer.logBytes > 0) save();
      writer?.close();
      [reader, writer, persistence] = [null, null, null];
    },
  };
}

function readAndClose(reader: Reader, persistence: Persistence, onProgress: OnProgress): Position {
  try {
    return reader.read(persistence, onProgress);
  } finally {
    reader.close();
  }
}

/** Whether there is something to read; what is empty counts as not there. Throws a UsageError where no file can be. */
function isThere(path: string): boolean {
  if (findStats(dirname(path), path) === null) throw toNoFolder(path);
  const stat = findStats(path, path);
  // SQLite makes files beside it, whose names are longer.
  findStats(`${path}-journal`, path);
  if (stat?.isDirectory()) throw toDirectory(path);
  if (stat !== null && !stat.isFile()) throw toForeign(path);
  return stat !== null && stat.size > 0;
}

/** Null for nothing; throws a UsageError about `path` where the system does not say. */
function findStats(place: string, path: string): Stats | null {
  try {
    return statSync(place);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw toProblem(path, error);
  }
}
