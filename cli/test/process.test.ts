import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildPackage } from '../build-package.ts';
import { VERSION } from '../src/version.ts';
import { BIN, run } from './spawned.ts';
import { useTemporaryFolders } from './temporary-folder.ts';

const START = ['start', '--port', '0', '--json'];
const createFolder = useTemporaryFolders();
let built = '';

beforeAll(async () => {
  built = await mkdtemp(join(tmpdir(), 'understudy-built-'));
  await buildPackage(built);
});

afterAll(() => rm(built, { recursive: true, force: true }));

describe.each([
  ['from its sources', () => BIN],
  ['as one built file', () => join(built, 'bin/understudy.js')],
])('The command %s', (_how, bin) => {
  it('serves until SIGTERM, then ends with 0', async () => {
    const { child, line, ended, stdout, stderr } = run('node', [bin(), ...START]);
    const { url, pid } = await line;
    expect(pid).toBe(child.pid);
    expect((await fetch(`${url}/_control/health`)).status).toBe(200);
    child.kill('SIGTERM');
    expect(await ended).toEqual([0, null]);
    expect(stdout().trim().split('\n')).toHaveLength(1);
    expect(stderr()).toBe('');
  });

  it('serves HTTPS, and loads what makes certificates only to make one', async () => {
    const preload = fileURLToPath(new URL('tls/report-maker.cjs', import.meta.url));
    const state = { XDG_STATE_HOME: await createFolder() };
    const told = [];
    for (const words of [[], ['--https'], ['--https']]) {
      const server = run('node', ['--require', preload, bin(), ...START, ...words], undefined, state);
      const { https_url: url, ca_file: caFile } = await server.line;
      if (url !== undefined && caFile !== undefined) {
        const asked = request(`${url}/_control/health`, { ca: await readFile(caFile, 'utf8') }).end();
        const [answer] = await once(asked, 'response');
        expect(answer.statusCode).toBe(200);
        await text(answer);
      }
      server.child.kill('SIGTERM');
      expect(await server.ended).toEqual([0, null]);
      told.push(server.stderr());
    }
    expect(told).toEqual(['maker not loaded\n', 'maker loaded\n', 'maker not loaded\n']);
  });

  it('is ready when it says so', async () => {
    const server = run('node', [bin(), ...START]);
    const { url } = await server.line;
    const ready = run('node', [bin(), 'ready', '--wait', '--timeout', '10s', '--url', url]);
    expect(await ready.ended).toEqual([0, null]);
    expect(ready.stdout()).toBe(`Understudy ${VERSION} is ready at ${url}.\n`);
    server.child.kill('SIGINT');
    expect(await server.ended).toEqual([0, null]);
  });

  it('complains in one sentence and ends with 2', async () => {
    const { ended, stdout, stderr } = run('node', [bin(), 'start', '--prot', '1']);
    expect(await ended).toEqual([2, null]);
    expect([stdout(), stderr()]).toEqual(['', 'There is no flag --prot; did you mean --port?\n']);
  });

  it('writes a configuration, and starts and refuses to start by what is made of it', async () => {
    const folder = await createFolder();
    expect(await run('node', [bin(), 'init'], folder).ended).toEqual([0, null]);
    const file = join(folder, 'understudy.config.yaml');
    const starter = await readFile(file, 'utf8');
    const own = 'port: 0\njson: true\ndata: kept.db\nseeds: { users: [{ identifier: user-1 }] }\n';
    await writeFile(file, `${starter}\n${own}`);
    const server = run('node', [bin(), 'start'], folder);
    const { control_url } = await server.line;
    const users = await (await fetch(`${control_url}/accounts/dev/users`)).json();
    expect(users).toMatchObject({ items: [{ identifier: 'user-1' }] });
    server.child.kill('SIGTERM');
    expect(await server.ended).toEqual([0, null]);
    await writeFile(file, 'port: 0\nseeds: { users: [{ email: nobody }] }\n');
    const refused = run('node', [bin(), 'start'], folder);
    expect(await refused.ended).toEqual([2, null]);
    expect([refused.stdout(), refused.stderr()]).toEqual([
      '',
      expect.stringMatching(/^understudy\.config\.yaml:2:18: The service would answer this with 422\. .*\n$/),
    ]);
  });

  it('complains in one sentence and ends with 2 when the port is in use', async () => {
    const first = run('node', [bin(), ...START]);
    const { port } = new URL((await first.line).url);
    const second = run('node', [bin(), 'start', '--port', port]);
    expect(await second.ended).toEqual([2, null]);
    expect(second.stderr()).toBe(
      `Port ${port} is in use. Stop what listens there or choose another with --port.\n`,
    );
    first.child.kill('SIGTERM');
    expect(await first.ended).toEqual([0, null]);
  });
});

describe('The command', () => {
  it.each([
    ['--version', ['fastify', '@understudy/mock-server', 'zod', 'yaml']],
    ['ready', ['fastify', '@understudy/mock-server', 'zod', 'yaml']],
    ['start', ['zod', 'yaml']],
  ])('loads for %s nothing of what would only take time: %j', async (word, unwanted) => {
    const tracer =
      'import{registerHooks}from"node:module";registerHooks({resolve(s,c,n){console.error("wants "+s);return n(s,c)}})';
    const words =
      word === 'start' ? START : word === 'ready' ? ['ready', '--url', 'http://127.0.0.1:1'] : [word];
    const { child, line, ended, stderr } = run('node', [
      '--import',
      `data:text/javascript,${encodeURIComponent(tracer)}`,
      BIN,
      ...words,
    ]);
    if (word === 'start') {
      await line;
      child.kill('SIGTERM');
    }
    await ended;
    // The one file of the stand-in that loads nothing else.
    const cheap = '@understudy/mock-server/nearest';
    const wanted = (stderr().match(/(?<=^wants ).+$/gm) ?? []).filter((name) => name !== cheap);
    expect(wanted).toContain('../src/main.ts');
    expect(
      wanted.filter((name) => unwanted.some((each) => name === each || name.startsWith(`${each}/`))),
    ).toEqual([]);
  });

  it('says on an old Node what it needs, and ends with 2', async () => {
    const old =
      'data:text/javascript,Object.defineProperty(process,"versions",{value:{...process.versions,node:"20.19.5"}})';
    const { ended, stderr } = run('node', ['--import', old, BIN, ...START]);
    expect(await ended).toEqual([2, null]);
    expect(stderr()).toBe(
      'Understudy needs Node 22.18 or later, and this is Node 20.19.5; install a later one.\n',
    );
  });

  it('outlives a reader of its output who went away', async () => {
    const { child, line, ended } = run('node', [BIN, ...START, '--log-level', 'info']);
    const { url } = await line;
    child.stdout?.destroy();
    child.stderr?.destroy();
    for (let count = 0; count < 3; count += 1) expect((await fetch(`${url}/users`)).status).toBe(404);
    child.kill('SIGTERM');
    expect(await ended).toEqual([0, null]);
  });

  it.skipIf(process.platform === 'win32')('survives a hang-up when it has no terminal', async () => {
    const { child, line, ended } = run('node', [BIN, ...START]);
    const { url } = await line;
    child.kill('SIGHUP');
    expect((await fetch(`${url}/_control/health`)).status).toBe(200);
    child.kill('SIGTERM');
    expect(await ended).toEqual([0, null]);
  });

  it('does not die in silence', async () => {
    const accident = 'data:text/javascript,setTimeout(()=>{throw new Error("an accident")},1)';
    const { ended, stderr } = run('node', ['--import', accident, BIN, ...START]);
    expect(await ended).toEqual([1, null]);
    expect(stderr()).toMatch(
      /^Understudy .* failed, and that is its own fault: please report it .*\nError: an accident\n/,
    );
  });
});
