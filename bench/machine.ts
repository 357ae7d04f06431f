import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { arch, availableParallelism, cpus, loadavg, release, totalmem, type } from 'node:os';

/** Where and when a run was made, as far as the figures depend on it. */
export type Machine = {
  readonly processor: string;
  readonly cores: number;
  readonly memoryBytes: number;
  readonly system: string;
  readonly node: string;
  readonly fastify: string;
  readonly prism: string;
  /** Processes that wanted a core in the minute before the run; null where the system does not tell. */
  readonly loadBefore: number | null;
  /** Day and minute in UTC, such as `2026-11-23 14:02`. */
  readonly date: string;
};

/** The figures of this machine, now. */
export function readMachine(now: Date): Machine {
  return {
    processor: cpus()[0]?.model.trim() ?? 'unknown processor',
    cores: availableParallelism(),
    memoryBytes: totalmem(),
    system: `${type()} ${release()} ${arch()}`,
    node: process.version,
    fastify: readVersion('fastify'),
    prism: readVersion('@stoplight/prism-cli'),
    loadBefore: process.platform === 'win32' ? null : (loadavg()[0] ?? null),
    date: now.toISOString().slice(0, 16).replace('T', ' '),
  };
}

function readVersion(name: string): string {
  const path = createRequire(import.meta.url).resolve(`${name}/package.json`);
  const { version } = JSON.parse(readFileSync(path, 'utf8')) as { version: string };
  return version;
}
