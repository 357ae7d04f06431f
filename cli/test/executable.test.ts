import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { request } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Built, buildExecutable } from '../executable/build-executable.ts';
import { decodeTarget, toTargetName } from '../executable/targets.ts';
import { VERSION } from '../src/version.ts';
import { run, type Spawned, untilGone } from './spawned.ts';
import { type FolderContents, useTemporaryFolders } from './temporary-folder.ts';

const BUILD = fileURLToPath(new URL('../executable/build.ts', import.meta.url));
const EVENTS = fileURLToPath(new URL('../../examples/rudderstack.ndjson', import.meta.url));
const START = ['start', '--port', '0', '--json'];
const USER = JSON.stringify({ identifier: 'user-1' });
const HEADERS = { authorization: 'Push dev', 'content-type': 'application/json' };

/** Sends to the vendor, and says what became of it and who may look at the file that had a part in it. */
const TO_VENDOR = `
  import { statSync } from 'node:fs';
  import { dirname } from 'node:path';
  const [file] = /\\/[^" ]+/.exec(process.env.NODE_OPTIONS);
  const modes = [dirname(file), file].map((path) => (statSync(path).mode & 0o777).toString(8));
  const headers = ${JSON.stringify(HEADERS)};
  const answer = await fetch('https://push.userlist.com/users', { method: 'POST', headers, body: '${USER}' });
  console.log(JSON.stringify({ status: answer.status, modes }));`;

const target = decodeTarget(toTargetName(process.platform, process.arch), process.versions.node);
const createFolder = useTemporaryFolders();
let folder = '';
let built: Built;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'understudy-executable-'));
  built = await buildExecutable(target, folder);
}, 300_000);

afterAll(() => rm(folder, { recursive: true, force: true }));

/** Runs it where there is nothing else: no PATH, no home, no modules beside it or above it. */
function runAlone(words: readonly string[], cwd = folder, more: readonly string[] = []): Spawned {
  return run('env', ['-i', 'PATH=', ...more, built.file, ...words], cwd);
}

/** The same in a folder of its own. */
async function runIn(contents: FolderContents, words: readonly string[]): Promise<Spawned> {
  return runAlone(words, await createFolder(contents));
}

async function push(url: string): Promise<number> {
  return (await fetch(`${url}/users`, { method: 'POST', headers: HEADERS, body: USER })).status;
}

async function pushOverTls(url: string, caFile: string): Promise<number | undefined> {
  const ca = await readFile(caFile, 'utf8');
  const sent = request(`${url}/users`, { method: 'POST', headers: HEADERS, ca });
  sent.end(USER);
  const [answer] = await once(sent, 'response');
  await text(answer);
  return answer.statusCode;
}

async function stop({ child, ended }: Spawned): Promise<void> {
  child.kill('SIGTERM');
  expect(await ended).toEqual([0, null]);
}

describe.runIf(process.platform === 'linux')('The executable', () => {
  it('is one file', async () => {
    expect(await readdir(folder)).toEqual([target.output]);
    expect(built.bytes).toBeLessThan(130e6);
  });

  it('is the same to the last byte when it is built again, from another folder', async () => {
    const out = await createFolder();
    const said = run('node', [BUILD, '--out', 'of/its own'], out);
    expect(await said.ended).toEqual([0, null]);
    expect(await readdir(join(out, 'of/its own'))).toEqual([target.output]);
    expect(said.stdout()).toContain(`${target.output}: ${(built.bytes / 1e6).toFixed(1)} MB`);
    expect(said.stdout()).toContain(`SHA-256 ${built.digest}\n`);
  });

  it('can be had without Node, for a Mac to put it into one', async () => {
    const out = await createFolder();
    const said = run('node', [BUILD, '--blob', '--out', out], out);
    expect([await said.ended, said.stdout()]).toEqual([[0, null], 'understudy.blob\n']);
    expect((await stat(join(out, 'understudy.blob'))).size).toBeLessThan(10e6);
  });

  it('says its version and its commands', async () => {
    const version = runAlone(['--version']);
    expect([await version.ended, version.stdout(), version.stderr()]).toEqual([
      [0, null],
      `${VERSION}\n`,
      '',
    ]);
    const help = runAlone(['--help']);
    expect(await help.ended).toEqual([0, null]);
    expect(help.stdout()).toMatch(/^ +understudy start|^ +start +/m);
  });

  it('serves until SIGTERM, over HTTP and HTTPS, keeps what it accepts, and ends with 0', async () => {
    const state = await createFolder();
    const words = [...START, '--data', join(state, 'kept.db')];
    const first = runAlone([...words, '--https'], folder, [`XDG_STATE_HOME=${state}`]);
    const { url, https_url = '', ca_file = '', pid } = await first.line;
    expect(pid).toBe(first.child.pid);
    expect([await push(url), await pushOverTls(https_url, ca_file)]).toEqual([202, 202]);
    const ready = runAlone(['ready', '--url', url]);
    expect([await ready.ended, ready.stdout()]).toEqual([
      [0, null],
      `Understudy ${VERSION} is ready at ${url}.\n`,
    ]);
    await stop(first);
    expect(first.stderr()).toBe('');

    const second = runAlone(words);
    const users = await fetch(`${(await second.line).control_url}/accounts/dev/users`);
    expect(await users.json()).toMatchObject({ items: [{ identifier: 'user-1' }] });
    await stop(second);
    expect(second.stderr()).toBe('');
  });

  it('writes a configuration, and is what that says', async () => {
    const cwd = await createFolder();
    expect(await runAlone(['init'], cwd).ended).toEqual([0, null]);
    const file = join(cwd, 'understudy.config.yaml');
    await writeFile(file, `${await readFile(file, 'utf8')}\nport: 0\njson: true\nrate_limit: tiny\n`);
    const server = runAlone(['start'], cwd);
    const { url } = await server.line;
    const statuses = [];
    for (let sent = 0; sent < 6; sent += 1) statuses.push(await push(url));
    expect(statuses).toEqual([202, 202, 202, 202, 202, 429]);
    await stop(server);
  });

  it('sends, tells of the conduct, and replays', async () => {
    const server = runAlone(START);
    const { url, control_url } = await server.line;
    const sent = runAlone(['send', EVENTS, '--url', url, '--json']);
    expect(await sent.ended).toEqual([0, null]);
    const conduct = runAlone(['conduct', '--url', url, '--fail-on', 'lost,duplicate']);
    expect(await conduct.ended).toEqual([0, null]);
    const har = await (await fetch(`${control_url}/export?format=har`)).text();
    const replayed = await runIn({ 'run.har': har }, ['replay', 'run.har', '--url', url, '--compare']);
    expect([await replayed.ended, replayed.stderr()]).toEqual([[0, null], '']);
    await stop(server);
  });

  it('runs a command and passes its code on', async () => {
    const failed = runAlone(['exec', '--', '/bin/sh', '-c', 'exit 3']);
    expect(await failed.ended).toEqual([3, null]);
    expect(failed.stderr()).toMatch(/Nothing arrived/);
    const sent = runAlone(['exec', '--', built.file, 'send', EVENTS]);
    expect(await sent.ended).toEqual([0, null]);
    expect(sent.stderr()).toMatch(/^\d+ requests arrived\.\n/m);
  });

  it('leads a program that knows no other address, from a file that only its user can read, and takes it away', async () => {
    const temporary = await createFolder();
    const words = [
      'exec',
      '--intercept',
      '--json',
      '--',
      process.execPath,
      '--input-type=module',
      '-e',
      TO_VENDOR,
    ];
    const running = runAlone(words, folder, [`TMPDIR=${temporary}`]);
    expect(await running.ended).toEqual([0, null]);
    const [said = '', summary = ''] = running
      .stdout()
      .split('\n')
      .filter((line) => line !== '');
    expect(JSON.parse(said)).toEqual({ status: 202, modes: ['700', '600'] });
    expect(JSON.parse(summary)).toMatchObject({ requests: 1 });
    expect(await readdir(temporary)).toEqual([]);
  });

  it('says in one sentence what to do where there is no room for that file, and ends with 2', async () => {
    const words = ['exec', '--intercept', '--', process.execPath, '-e', 'console.log(1)'];
    const running = runAlone(words, folder, [`TMPDIR=${join(folder, 'none')}`]);
    expect([await running.ended, running.stdout()]).toEqual([[2, null], '']);
    expect(running.stderr()).toMatch(/^--intercept writes .*ENOENT.*; have TMPDIR name .*\.\n$/);
  });

  it('leaves no command behind when it is killed', async () => {
    const running = runAlone(['exec', '--', built.file, ...START]);
    const { pid } = await running.line;
    expect(pid).not.toBe(running.child.pid);
    running.child.kill('SIGKILL');
    await untilGone(pid);
  });

  it('hears nothing of NODE_OPTIONS, which is for other programs', async () => {
    const started = runAlone(['--version'], folder, ['NODE_OPTIONS=--require=./not-there.cjs']);
    expect([await started.ended, started.stderr()]).toEqual([[0, null], '']);
  });

  it('complains in one sentence and ends with 2', async () => {
    const { ended, stderr } = runAlone(['start', '--prot', '1']);
    expect([await ended, stderr()]).toEqual([[2, null], 'There is no flag --prot; did you mean --port?\n']);
  });
});
