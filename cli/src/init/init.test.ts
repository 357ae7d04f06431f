import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import schema from '@understudy/openapi/config/schema' with { type: 'json' };
import { describe, expect, it } from 'vitest';
import { createScriptedIo } from '../../test/scripted-io.ts';
import { useTemporaryFolders } from '../../test/temporary-folder.ts';
import { CONFIG_FILE } from '../config/config-name.ts';
import { configure } from '../config/configure.ts';
import { runCommandLine } from '../run-command-line.ts';
import { startFlags } from '../start/start-flags.ts';

const createFolder = useTemporaryFolders();
const SCHEMA_FILE = 'understudy.config.schema.json';

const init = async (cwd: string, ...words: string[]) => {
  const io = createScriptedIo({ cwd });
  const code = await runCommandLine(['init', ...words], io);
  return { code, said: io.said(), complained: io.complained() };
};

describe('understudy init', () => {
  it('writes a configuration and what editors go by', async () => {
    const folder = await createFolder();
    expect(await init(folder)).toEqual({
      code: 0,
      said: `Wrote ${CONFIG_FILE} and ${SCHEMA_FILE}. "understudy start" reads the first where it is run.\n`,
      complained: '',
    });
    const text = await readFile(join(folder, CONFIG_FILE), 'utf8');
    expect(text).toMatch(/^# yaml-language-server: \$schema=\.\/understudy\.config\.schema\.json\n/);
    expect(JSON.parse(await readFile(join(folder, SCHEMA_FILE), 'utf8'))).toEqual(schema);
  });

  it('writes nothing that changes anything', async () => {
    const folder = await createFolder();
    await init(folder);
    const configured = await configure(CONFIG_FILE, folder, startFlags);
    expect(configured?.options).toEqual({});
    expect(configured?.preparation).toMatchObject({ settings: [], seeds: [], faults: [], timelines: [] });
  });

  it('writes settings that start takes when all their comment marks are taken away', async () => {
    const folder = await createFolder();
    await init(folder);
    const path = join(folder, CONFIG_FILE);
    const [modeline, ...lines] = (await readFile(path, 'utf8')).split('\n');
    const active = [modeline, ...lines.map((line) => line.replace(/^# /, ''))].join('\n');
    await writeFile(path, active);
    const io = createScriptedIo({ cwd: folder });
    const code = runCommandLine(['start', '--port', '0', '--json'], io);
    await Promise.race([io.untilSaid('\n'), code]);
    expect(io.complained()).toBe('');
    const { control_url, control_token, push_key } = JSON.parse(io.said());
    const users = await fetch(`${control_url}/accounts/${push_key}/users`, {
      headers: { authorization: `Bearer ${control_token}` },
    });
    expect(await users.json()).toMatchObject({ items: [{ identifier: 'user-1' }, { identifier: 'user-2' }] });
    io.stop('SIGTERM');
    expect(await code).toBe(0);
  });

  it('does not overwrite what is there, unless it is told to', async () => {
    const folder = await createFolder({ [CONFIG_FILE]: 'port: 1' });
    expect(await init(folder)).toEqual({
      code: 2,
      said: '',
      complained: `${CONFIG_FILE} is there already; --force overwrites it.\n`,
    });
    expect(await readFile(join(folder, CONFIG_FILE), 'utf8')).toBe('port: 1');
    await expect(readFile(join(folder, SCHEMA_FILE))).rejects.toThrow('ENOENT');
    expect((await init(folder, '--force')).code).toBe(0);
    expect(await readFile(join(folder, CONFIG_FILE), 'utf8')).toMatch(/^# yaml-language-server/);
  });

  it('writes into another folder', async () => {
    const folder = await createFolder({ 'test/kept': '' });
    expect(await init(folder, '--dir', 'test')).toMatchObject({ code: 0 });
    expect(await readFile(join(folder, 'test', CONFIG_FILE), 'utf8')).not.toBe('');
  });

  it('says that a folder is not there', async () => {
    expect(await init(await createFolder(), '--dir', 'nowhere')).toMatchObject({
      code: 2,
      complained: `${join('nowhere', CONFIG_FILE)} cannot be written: there is no such folder.\n`,
    });
  });
});
