import { readdir, readFile, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runCommandLine } from '../src/run-command-line.ts';
import { createScriptedIo } from './scripted-io.ts';
import { BIN, run } from './spawned.ts';
import { type Started, useStarted } from './started.ts';
import { useTemporaryFolders } from './temporary-folder.ts';

const createFolder = useTemporaryFolders();
const start = useStarted();

const stop = async ({ io, code }: Started): Promise<number> => {
  io.stop('SIGTERM');
  return code;
};

describe('understudy start --data', () => {
  it('begins with what it had when it was stopped, and leaves nothing but its file', async () => {
    const cwd = await createFolder();
    const first = await start(['--data', 'kept.db'], { cwd });
    expect((await first.push('/users', { identifier: 'user-1', companies: ['company-1'] })).status).toBe(202);
    expect((await first.push('/users', { identifier: 'user-2' }, 'another-key')).status).toBe(202);
    expect(await stop(first)).toBe(0);
    expect(await readdir(cwd)).toEqual(['kept.db']);

    const second = await start([], { env: { UNDERSTUDY_DATA: join(cwd, 'kept.db') } });
    expect(await second.ask('/accounts/dev/relationships')).toMatchObject({
      items: [{ user: 'user-1', company: 'company-1' }],
    });
    expect(await second.ask('/accounts/another-key/users')).toMatchObject({
      items: [{ identifier: 'user-2' }],
    });
    expect(await second.ask('/exchanges')).toMatchObject({ items: [], dropped: 0 });
  });

  it.each([
    [
      'a file that is none of ours',
      { 'kept.db': 'something of mine' },
      'kept.db',
      /^\/.*kept\.db is no file that Understudy wrote/,
    ],
    ['a folder', { 'kept/mine.txt': 'mine' }, 'kept', /^\/.*kept is a folder; name a file in it/],
    [
      'a folder that is not there',
      {},
      'missing/kept.db',
      /since the folder \/.*missing is not there; make that first/,
    ],
  ])('refuses %s with one sentence and 2, and touches nothing', async (_what, contents, name, sentence) => {
    const cwd = await createFolder(contents);
    const io = createScriptedIo({ cwd });
    expect(await runCommandLine(['start', '--port', '0', '--data', name], io)).toBe(2);
    expect(io.said()).toBe('');
    expect(io.complained()).toMatch(/^[^\n]+\.\n$/);
    expect(io.complained()).toMatch(sentence);
    const files = await readdir(cwd, { recursive: true, withFileTypes: true });
    const texts = files
      .filter((file) => file.isFile())
      .map((file) => readFile(join(file.parentPath, file.name), 'utf8'));
    expect(await Promise.all(texts)).toEqual(Object.values(contents));
  });

  it.each([
    [
      'a link that leads in a circle',
      'loop.db',
      /loop\.db cannot be opened, since its links lead in a circle;/,
    ],
    ['a file below such a link', 'loop.db/a.db', /cannot be opened, since its links lead in a circle;/],
    ['a name that is too long', `${'a'.repeat(300)}.db`, /cannot be opened, since its name is too long;/],
    [
      'a name that leaves no room for others beside it',
      'a'.repeat(250),
      /cannot be opened, since its name is too long;/,
    ],
    ['a file below a file', 'mine.txt/a.db', /since what it names as its folder is a file;/],
  ])('refuses %s with one sentence and 2', async (_what, name, sentence) => {
    const cwd = await createFolder({ 'mine.txt': 'mine' });
    await symlink('loop.db', join(cwd, 'loop.db'));
    const io = createScriptedIo({ cwd });
    expect(await runCommandLine(['start', '--port', '0', '--data', name], io)).toBe(2);
    expect(io.complained()).toMatch(/^[^\n]+\.\n$/);
    expect(io.complained()).toMatch(sentence);
    expect((await readdir(cwd)).sort()).toEqual(['loop.db', 'mine.txt']);
  });

  it('refuses a file that another one uses, which goes on', async () => {
    const cwd = await createFolder();
    const first = await start(['--data', 'kept.db'], { cwd });
    const second = run('node', [BIN, 'start', '--port', '0', '--data', 'kept.db'], cwd);
    expect(await second.ended).toEqual([2, null]);
    expect([second.stdout(), second.stderr()]).toEqual([
      '',
      `${join(cwd, 'kept.db')} is in use by another stand-in; stop that one first, or name another file.\n`,
    ]);
    expect((await first.push('/users', { identifier: 'user-1' })).status).toBe(202);
  });

  it('keeps what it answered 202 when it is killed', async () => {
    const cwd = await createFolder();
    const first = run('node', [BIN, 'start', '--port', '0', '--json', '--data', 'kept.db'], cwd);
    const { url } = await first.line;
    const answer = await fetch(`${url}/users`, {
      method: 'POST',
      headers: { authorization: 'Push dev', 'content-type': 'application/json' },
      body: '{"identifier":"user-1"}',
    });
    expect(answer.status).toBe(202);
    first.child.kill('SIGKILL');
    await first.ended;
    expect(first.stderr()).toBe('');
    const second = await start(['--data', 'kept.db'], { cwd });
    expect(await second.ask('/accounts/dev/users')).toMatchObject({ items: [{ identifier: 'user-1' }] });
  });
});

describe('understudy start without --data', () => {
  it('writes nothing anywhere', async () => {
    const [cwd, home, temporary] = [await createFolder(), await createFolder(), await createFolder()];
    // Node's compile cache is no data; it stands in the temporary folder.
    const places = [`HOME=${home}`, `TMPDIR=${temporary}`, 'NODE_DISABLE_COMPILE_CACHE=1'];
    const server = run('env', [...places, 'node', BIN, 'start', '--port', '0', '--json'], cwd);
    const { url } = await server.line;
    for (const path of ['users', 'companies']) {
      const answer = await fetch(`${url}/${path}`, {
        method: 'POST',
        headers: { authorization: 'Push dev', 'content-type': 'application/json' },
        body: JSON.stringify({ identifier: 'x', properties: { text: 'x'.repeat(90_000) } }),
      });
      expect(answer.status).toBe(202);
    }
    expect((await fetch(`${url}/_control/reset`, { method: 'POST' })).status).toBe(200);
    server.child.kill('SIGTERM');
    expect(await server.ended).toEqual([0, null]);
    for (const folder of [cwd, home, temporary]) expect(await readdir(folder)).toEqual([]);
  });
});
