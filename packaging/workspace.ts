import { readFile } from 'node:fs/promises';
import { join, posix } from 'node:path';

/** A package.json as the workspace has it: its `exports` lead to the sources. */
export type Manifest = {
  readonly name: string;
  readonly version: string;
  readonly private?: boolean;
  readonly exports?: Readonly<Record<string, string>>;
  readonly bin?: Readonly<Record<string, string>>;
  readonly sideEffects?: boolean | readonly string[];
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
  readonly [field: string]: unknown;
};

/** One package of the workspace that others can have; all paths in this folder's files are from the root, with slashes. */
export type Workspace = { readonly folder: string; readonly manifest: Manifest };

/** Reads the workspaces that are not private. */
export async function readWorkspaces(root: string): Promise<Workspace[]> {
  const { workspaces }: { workspaces: readonly string[] } = await readJson(join(root, 'package.json'));
  const all = await Promise.all(
    workspaces.map(async (folder) => ({
      folder,
      manifest: await readJson<Manifest>(join(root, folder, 'package.json')),
    })),
  );
  return all.filter(({ manifest }) => manifest.private !== true);
}

/** What others write to the file that they get, for all packages. */
export function toDoors(workspaces: readonly Workspace[]): ReadonlyMap<string, string> {
  return new Map(
    workspaces.flatMap(({ folder, manifest: { name, exports = {} } }) =>
      Object.entries(exports).map(([door, target]) => [posix.join(name, door), posix.join(folder, target)]),
    ),
  );
}

const readJson = async <T>(path: string): Promise<T> => JSON.parse(await readFile(path, 'utf8'));
