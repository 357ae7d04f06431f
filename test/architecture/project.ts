import { readdir, readFile } from 'node:fs/promises';
import { join, posix, relative, sep } from 'node:path';
import { parseSource, type Source } from './source.ts';

/** A package of the workspace; `exports` leads from what others write to the file they get. */
export type Package = {
  readonly name: string;
  readonly folder: string;
  readonly exports: Readonly<Record<string, string>>;
};

export type Project = {
  readonly sources: readonly Source[];
  /** What people read, and what is generated from. */
  readonly documents: readonly { readonly path: string; readonly text: string }[];
  readonly packages: readonly Package[];
  /** Files that are run as they are: by a script of the workspace or as the command of a package. */
  readonly entries: readonly string[];
};

const SKIPPED = new Set(['node_modules', '.git', 'dist', 'coverage']);

export async function readProject(root: string): Promise<Project> {
  const paths = await listFiles(root, root);
  const files = paths.filter((path) => /\.(ts|js|mjs)$/.test(path));
  const manifests = paths.filter((path) => /^([^/]+\/)?package\.json$/.test(path));
  const sources = await Promise.all(
    files.map(async (path) => parseSource(path, await readFile(join(root, path), 'utf8'))),
  );
  const documents = await Promise.all(
    paths
      .filter((path) => /\.(md|yaml)$/.test(path))
      .map(async (path) => ({ path, text: await readFile(join(root, path), 'utf8') })),
  );
  const owners = await Promise.all(
    manifests.map(async (path) => ({ path, manifest: parse(await readFile(join(root, path), 'utf8')) })),
  );
  return {
    sources,
    documents,
    packages: owners
      .filter(({ path }) => path.includes('/'))
      .map(({ path, manifest }) => toPackage(posix.dirname(path), manifest)),
    entries: owners.flatMap(({ path, manifest }) => entriesOf(posix.dirname(path), manifest)),
  };
}

async function listFiles(root: string, folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const found = await Promise.all(
    entries
      .filter(({ name }) => !SKIPPED.has(name))
      .map((entry) => {
        const path = join(folder, entry.name);
        return entry.isDirectory() ? listFiles(root, path) : [relative(root, path).split(sep).join('/')];
      }),
  );
  return found.flat().sort();
}

type Manifest = {
  readonly name: string;
  readonly exports?: Readonly<Record<string, string>>;
  readonly scripts?: Readonly<Record<string, string>>;
  readonly bin?: Readonly<Record<string, string>>;
};

const parse = (text: string): Manifest => JSON.parse(text);

function toPackage(folder: string, { name, exports = {} }: Manifest): Package {
  const doors = Object.entries(exports).map(([door, target]) => [
    posix.join(name, door),
    posix.join(folder, target),
  ]);
  return { name, folder, exports: Object.fromEntries(doors) };
}

function entriesOf(folder: string, { scripts = {}, bin = {} }: Manifest): string[] {
  const run = Object.values(scripts).flatMap((script) =>
    script.split(' ').filter((word) => /\.(ts|js)$/.test(word)),
  );
  return [...run, ...Object.values(bin)].map((file) => posix.join(folder, file));
}
