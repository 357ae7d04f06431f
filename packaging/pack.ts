import { chmod, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { npm } from './npm.ts';

/** A package as a tarball. */
export type Packed = {
  readonly name: string;
  readonly version: string;
  /** Its folder, and its tarball, as absolute paths. */
  readonly folder: string;
  readonly tarball: string;
  /** Bytes of the tarball, and of what is in it. */
  readonly size: number;
  readonly unpackedSize: number;
  readonly integrity: string;
  readonly files: readonly string[];
};

type Told = {
  readonly name: string;
  readonly version: string;
  readonly filename: string;
  readonly size: number;
  readonly unpackedSize: number;
  readonly integrity: string;
  readonly files: readonly { readonly path: string }[];
};

/** Packs folders within `target` into tarballs there, and removes tarballs of former times. */
export async function pack(target: string, folders: readonly string[]): Promise<Packed[]> {
  const former = (await readdir(target)).filter((name) => name.endsWith('.tgz'));
  await Promise.all(former.map((name) => rm(join(target, name))));
  await Promise.all(folders.map((folder) => settleModes(join(target, folder))));
  const said = await npm(target, ['pack', '--json', '--silent', ...folders.map((folder) => `./${folder}`)]);
  const told: readonly Told[] = JSON.parse(said);
  return told.map(({ name, version, filename, size, unpackedSize, integrity, files }, at) => ({
    name,
    version,
    folder: join(target, folders[at] ?? ''),
    tarball: join(target, filename),
    size,
    unpackedSize,
    integrity,
    files: files.map(({ path }) => path),
  }));
}

/** Modes go into the tarball, and are otherwise what the umask of whoever builds makes of them. */
async function settleModes(folder: string): Promise<void> {
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isFile()) await chmod(path, (await stat(path)).mode & 0o100 ? 0o755 : 0o644);
  }
}
