import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Brings what the command loads, unless it is there, as it is in a clone after `npm ci`. Throws when npm cannot. */
export function install(root: string): void {
  if (existsSync(join(root, 'node_modules/fastify/package.json'))) return;
  const words = ['ci', '--omit=dev', '--omit=optional', '--ignore-scripts', '--no-audit', '--no-fund'];
  // In a container the job may have no npm, but the runner's own Node may have one.
  const own = join(dirname(process.execPath), '../lib/node_modules/npm/bin/npm-cli.js');
  const { status, error } = existsSync(own)
    ? spawnSync(process.execPath, [own, ...words], { cwd: root, stdio: 'inherit' })
    : spawnSync('npm', words, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' });
  if (error !== undefined)
    throw new Error(`There is no npm (${error.message}); use actions/setup-node in a step before.`);
  if (status !== 0) throw new Error(`npm ci ended with ${status}; what it said stands above.`);
}
