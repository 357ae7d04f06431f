import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Compiled } from './compile.ts';
import { findManifestProblems } from './find-manifest-problems.ts';
import { gather } from './gather.ts';
import { toManifest } from './to-manifest.ts';
import { toReadme } from './to-readme.ts';
import type { Workspace } from './workspace.ts';

/** The workspace, compiled. */
export type Project = {
  readonly root: string;
  readonly names: ReadonlySet<string>;
  readonly doors: ReadonlyMap<string, string>;
  readonly compiled: Compiled;
};

/** Writes a package as others get it into a folder. */
export async function stage(project: Project, workspace: Workspace, target: string): Promise<void> {
  const { root, names, doors, compiled } = project;
  const gathered = gather(workspace, doors, compiled);
  const problems = findManifestProblems(workspace, gathered);
  if (problems.length > 0) throw new Error(problems.join('\n'));
  const { texts, copies } = gathered;
  const manifest = toManifest(workspace, names);
  const files = [
    ...new Set([...texts.keys(), ...copies.keys()].map((path) => path.split('/', 1)[0] ?? path)),
  ];
  const own = new Map([...texts, ['package.json', toJson({ ...manifest, files: files.sort() })]]);
  for (const [path, text] of own) await write(join(target, path), text);
  for (const [path, from] of copies) await copy(join(root, from), join(target, path));
  await addPages(root, workspace.folder, target, (path) => own.has(path) || copies.has(path));
}

/** Adds the licence, and the README of a workspace, to a package. */
export async function addPages(
  root: string,
  folder: string,
  target: string,
  isInPackage: (path: string) => boolean,
): Promise<void> {
  await copy(join(root, 'LICENSE'), join(target, 'LICENSE'));
  const readme = await readFile(join(root, folder, 'README.md'), 'utf8');
  const has = (path: string): boolean => path === 'LICENSE' || isInPackage(path);
  await write(join(target, 'README.md'), toReadme(folder, readme, has));
}

const toJson = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

async function write(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, text);
}

async function copy(from: string, to: string): Promise<void> {
  await mkdir(dirname(to), { recursive: true });
  await copyFile(from, to);
}
