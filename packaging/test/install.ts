import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ROOT } from '../build-packages.ts';
import { npm } from '../npm.ts';
import { toLock } from './to-lock.ts';

/** Nobody was reached who has the packages: no fault of theirs. */
export type Unreachable = { readonly reason: string };

const QUIETLY = ['--no-audit', '--no-fund', '--no-update-notifier', '--ignore-scripts'];
const IMPATIENTLY = ['--prefer-offline', '--fetch-retries=1', '--fetch-retry-mintimeout=1000'];
const UNREACHABLE =
  /\b(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|ERR_SOCKET_TIMEOUT)\b/;

/** Makes a folder an empty project and has npm install into it; the versions of others are the clone's. */
export async function install(
  folder: string,
  dependencies: Readonly<Record<string, string>>,
  more: readonly string[] = [],
): Promise<Unreachable | null> {
  const manifest = {
    name: 'somebodys-project',
    version: '1.0.0',
    private: true,
    type: 'module',
    dependencies,
  };
  const registry = (await npm(ROOT, ['config', 'get', 'registry'])).trim();
  const locked = JSON.parse(await readFile(join(ROOT, 'package-lock.json'), 'utf8'));
  const lock = toLock(locked, dependencies, registry);
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'package.json'), JSON.stringify(manifest));
  await writeFile(join(folder, 'package-lock.json'), JSON.stringify(lock));
  const words = ['install', ...QUIETLY, ...more];
  try {
    // What `npm ci` has left in npm's cache is enough, and asking nobody is fastest.
    await npm(folder, [...words, '--offline']).catch(() => npm(folder, [...words, ...IMPATIENTLY]));
    return null;
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error);
    if (process.env.CI !== undefined || !UNREACHABLE.test(said)) throw error;
    return { reason: 'neither the registry nor what `npm ci` left in npm’s cache could be reached' };
  }
}

/** The exact version of a package of others that the clone has. */
export async function versionsOf(names: readonly string[]): Promise<Record<string, string>> {
  const { packages } = JSON.parse(await readFile(join(ROOT, 'package-lock.json'), 'utf8'));
  return Object.fromEntries(names.map((name) => [name, packages[`node_modules/${name}`].version]));
}
