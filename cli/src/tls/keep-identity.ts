import { randomBytes } from 'node:crypto';
import { chmod, mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { UsageError } from '../usage-error.ts';
import { findFlaw } from './find-flaw.ts';
import type { Identity, TlsNames } from './identity.ts';
import { STATE_VARIABLE } from './state-folder.ts';

export type KeepIdentityOptions = {
  readonly folder: string;
  readonly names: TlsNames;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** Makes one; asked only where none that can be used is kept. */
  readonly make: () => Promise<Identity>;
  /** Is told in one sentence what was wrong with the one that was kept. */
  readonly warn: (sentence: string) => void;
};

export type KeptIdentity = Identity & {
  /** The authority's certificate; its path stays when the certificate is made anew. */
  readonly caFile: string;
};

const CA_FILE = 'ca.pem';
const FILES = { key: 'key.pem', certificate: 'certificate.pem', authority: CA_FILE } as const;
const GENERATION = /^tls-(\d{1,9})$/;
const OWNER_ONLY = { folder: 0o700, file: 0o600 };
const MODE_BITS = 0o777;
/** What a rename says where another process has put its folder there before. */
const TAKEN: readonly unknown[] = ['ENOTEMPTY', 'EEXIST', 'EPERM', 'EACCES'];
/** More often nobody is faster than we are. */
const MOST_TRIES = 5;

/**
 * The identity that is kept in a folder, made where there is none that can be used. Each generation is a folder of its own
 * that appears as a whole under the next number, so of processes that make one at once, all use the one that came first.
 * Throws a UsageError where nothing can be kept.
 */
export async function keepIdentity(options: KeepIdentityOptions): Promise<KeptIdentity> {
  const { folder } = options;
  try {
    await mkdir(folder, { recursive: true, mode: OWNER_ONLY.folder });
    // What is all there can be read from a disk that takes no writes.
    if (((await stat(folder)).mode & MODE_BITS) !== OWNER_ONLY.folder) await chmod(folder, OWNER_ONLY.folder);
    const identity = await findOrMake(options);
    const caFile = join(folder, CA_FILE);
    await publish(folder, caFile, identity.authority);
    return { ...identity, caFile };
  } catch (error) {
    const code = codeOf(error);
    if (code === null) throw error;
    throw new UsageError(
      `The certificate for HTTPS cannot be kept in ${folder} (${code}); have ${STATE_VARIABLE} name a folder that can be written to.`,
    );
  }
}

async function findOrMake({ folder, names, now, make, warn }: KeepIdentityOptions): Promise<Identity> {
  let made: Identity | null = null;
  for (let tries = 1; ; tries += 1) {
    const generations = await listGenerations(folder);
    const latest = Math.max(0, ...generations);
    if (latest > 0) {
      const kept = await readGeneration(toPath(folder, latest));
      const flaw = kept === null ? 'is damaged' : findFlaw(kept, names, now);
      if (kept !== null && flaw === null) return kept;
      if (made === null) warn(`The certificate in ${toPath(folder, latest)} ${flaw}; a new one is made.`);
    }
    made ??= await make();
    if (await place(folder, latest + 1, made, tries === MOST_TRIES)) {
      await Promise.all(generations.map((old) => rm(toPath(folder, old), { recursive: true, force: true })));
      return made;
    }
  }
}

const toPath = (folder: string, generation: number): string => join(folder, `tls-${generation}`);

async function listGenerations(folder: string): Promise<number[]> {
  return (await readdir(folder)).flatMap((name) => {
    const [, generation] = GENERATION.exec(name) ?? [];
    return generation === undefined ? [] : [Number(generation)];
  });
}

/** Null where a file is missing or cannot be read. */
async function readGeneration(path: string): Promise<Identity | null> {
  const read = (file: string): Promise<string> => readFile(join(path, file), 'utf8');
  try {
    const [key, certificate, authority] = await Promise.all([
      read(FILES.key),
      read(FILES.certificate),
      read(FILES.authority),
    ]);
    return { key, certificate, authority };
  } catch {
    return null;
  }
}

/** False when another process was faster. */
async function place(
  folder: string,
  generation: number,
  identity: Identity,
  isLastTry: boolean,
): Promise<boolean> {
  const draft = toDraft(folder);
  try {
    await mkdir(draft, { mode: OWNER_ONLY.folder });
    for (const part of ['key', 'certificate', 'authority'] as const)
      await writeFile(join(draft, FILES[part]), identity[part], { mode: OWNER_ONLY.file, flag: 'wx' });
    await rename(draft, toPath(folder, generation));
    return true;
  } catch (error) {
    await rm(draft, { recursive: true, force: true });
    if (isLastTry || !TAKEN.includes(codeOf(error))) throw error;
    return false;
  }
}

/** Programs read this file at any time, so it is never there in part. */
async function publish(folder: string, caFile: string, authority: string): Promise<void> {
  if ((await readFile(caFile, 'utf8').catch(() => null)) === authority) return;
  const draft = toDraft(folder);
  try {
    await writeFile(draft, authority, { mode: OWNER_ONLY.file, flag: 'wx' });
    await rename(draft, caFile);
  } finally {
    await rm(draft, { force: true });
  }
}

const toDraft = (folder: string): string => join(folder, `draft-${randomBytes(8).toString('hex')}`);

function codeOf(error: unknown): string | null {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null;
}
