import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildPackage } from '../cli/build-package.ts';
import { compile } from './compile.ts';
import { renderNotices } from './notices.ts';
import { type Packed, pack } from './pack.ts';
import { addPages, type Project, stage } from './stage.ts';
import { readWorkspaces, toDoors } from './workspace.ts';

export const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** Makes every package that others can have, as a folder and as a tarball, in the folder `target`. */
export async function buildPackages(target: string): Promise<Packed[]> {
  const workspaces = await readWorkspaces(ROOT);
  const doors = toDoors(workspaces);
  const sources = [...doors.values()].filter((path) => path.endsWith('.ts'));
  const names = new Set(workspaces.map(({ manifest }) => manifest.name));
  const project: Project = { root: ROOT, names, doors, compiled: compile(ROOT, sources) };
  await rm(join(target, 'packages'), { recursive: true, force: true });
  const folders: string[] = [];
  for (const workspace of workspaces) {
    const isCommand = workspace.manifest.bin !== undefined;
    // The command is one file with all that it needs in it; it is where it has always been.
    const folder = isCommand ? workspace.manifest.name : join('packages', workspace.folder);
    if (isCommand) {
      const files = await buildPackage(join(target, folder));
      await writeFile(join(target, folder, 'licences-of-others.txt'), await renderNotices(ROOT, files));
      await addPages(ROOT, workspace.folder, join(target, folder), () => false);
    } else await stage(project, workspace, join(target, folder));
    folders.push(folder);
  }
  return pack(target, folders);
}
