import { mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** Generated files in a folder of their own, outside the project. */
export type GeneratedFolder = {
  load(name: string): Promise<Record<string, unknown>>;
  remove(): Promise<void>;
};

/** Writes generated files to a temporary folder, from which nothing of the project can be imported but its packages. */
export async function writeGenerated(files: Readonly<Record<string, string>>): Promise<GeneratedFolder> {
  const folder = await mkdtemp(join(tmpdir(), 'understudy-generated-'));
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
  await writeFile(join(folder, 'package.json'), '{ "type": "module" }');
  await symlink(join(import.meta.dirname, '../../node_modules'), join(folder, 'node_modules'), 'junction');
  return {
    load: (name) => import(/* @vite-ignore */ pathToFileURL(join(folder, name)).href),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}
