import { writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import schema from '@understudy/openapi/config/schema' with { type: 'json' };
import { SCHEMA_FILE, STARTER } from '@understudy/openapi/config/starter';
import { CONFIG_FILE } from '../config/config-name.ts';
import type { Io } from '../io.ts';
import { UsageError } from '../usage-error.ts';
import type { InitOptions } from './init-command.ts';

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such folder',
  ENOTDIR: 'there is no such folder',
  EACCES: 'its folder may not be written to',
  EROFS: 'its folder may not be written to',
  EISDIR: 'a folder has this name',
};

/** Writes a configuration file and its JSON Schema; resolves with the exit code. Throws a UsageError where that cannot be done. */
export async function init({ dir, force }: InitOptions, io: Pick<Io, 'cwd' | 'stdout'>): Promise<number> {
  const write = async (name: string, text: string): Promise<string> => {
    const shown = join(dir, name);
    try {
      await writeFile(resolve(io.cwd, shown), text, { flag: force ? 'w' : 'wx' });
      return shown;
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
      if (code === 'EEXIST') throw new UsageError(`${shown} is there already; --force overwrites it.`);
      throw new UsageError(`${shown} cannot be written: ${REASONS[code] ?? code}.`);
    }
  };
  const config = await write(CONFIG_FILE, STARTER);
  const beside = await write(SCHEMA_FILE, `${JSON.stringify(schema, null, 2)}\n`);
  io.stdout.write(`Wrote ${config} and ${beside}. "understudy start" reads the first where it is run.\n`);
  return 0;
}
