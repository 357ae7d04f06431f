import { execFileSync, spawnSync } from 'node:child_process';
import { chmod, mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseFlags } from '../src/parse-flags.ts';
import { startFlags } from '../src/start/start-flags.ts';
import { VERSION } from '../src/version.ts';
import { buildImage, type Image, isRoot, ROOT } from './container/build-image.ts';
import { environmentOf, lastOf, parseDockerfile, type Stage } from './container/dockerfile.ts';
import { createContextFilter } from './container/dockerignore.ts';
import { run, type Spawned } from './spawned.ts';

const TOKEN = 'for-tests';
const stages = parseDockerfile(await readFile(join(ROOT, 'Dockerfile'), 'utf8'));
const takes = createContextFilter(await readFile(join(ROOT, '.dockerignore'), 'utf8'));
const [build, final] = [stageNamed('build'), stageNamed(null)];
const [user = '', group = ''] = lastOf(final, 'USER').text.split(':');

function stageNamed(name: string | null): Stage {
  const found = stages.find((stage) => stage.name === name);
  if (found === undefined) throw new Error(`The Dockerfile has no stage ${name ?? 'at its end'}.`);
  return found;
}

let folder = '';
let image: Image;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'understudy-image-'));
  // The user of the image has to come by.
  await chmod(folder, 0o755);
  image = await buildImage(folder);
}, 300_000);

afterAll(() => rm(folder, { recursive: true, force: true }));

/** Processes of their own numbers, as in a container, where the system lets us have that. */
const ISOLATION = ['unshare', '--pid', '--fork', '--kill-child', '--'];
const isIsolated = isRoot() && spawnSync('unshare', [...ISOLATION.slice(1), 'true']).status === 0;

/** As its user, with its environment and folder, as far as who runs the tests may. */
function runInImage(words: readonly string[], env: Readonly<Record<string, string>> = {}): Spawned {
  const inImage = (text: string): string => (text.startsWith('/') ? join(image.folder, text) : text);
  const own = Object.entries({ ...environmentOf(final), ...env }).map(
    ([name, text]) => `${name}=${inImage(text)}`,
  );
  const as = isRoot() ? ['setpriv', '--reuid', user, '--regid', group, '--clear-groups', '--'] : [];
  const all = [...(isIsolated ? ISOLATION : []), ...as, 'env', '-i', ...own, ...words.map(inImage)];
  const [command = '', ...rest] = all;
  return run(command, rest, inImage(lastOf(final, 'WORKDIR').text));
}

/** Tells the process within, as `docker stop` does; what stands around it hears nothing. */
function tell({ child }: Spawned, signal: NodeJS.Signals): void {
  const within = isIsolated
    ? Number(execFileSync('cat', [`/proc/${child.pid}/task/${child.pid}/children`], { encoding: 'utf8' }))
    : child.pid;
  process.kill(within ?? 0, signal);
}

const LISTENING = '0A';
const EVERYWHERE = '00000000';

/** The addresses at which somebody listens at a port, as Linux keeps them. */
async function listenersAt(port: number): Promise<string[]> {
  const rows = (await readFile('/proc/net/tcp', 'utf8')).split('\n').map((row) => row.trim().split(/ +/));
  return rows.flatMap(([, local = '', , state]) => {
    const [address = '', at = ''] = local.split(':');
    return state === LISTENING && Number.parseInt(at, 16) === port ? [address] : [];
  });
}

const ENTRY = lastOf(final, 'ENTRYPOINT').words;
const START = lastOf(final, 'CMD').words;
const HEALTH = lastOf(final, 'HEALTHCHECK').words;

describe('The Dockerfile', () => {
  it('installs from the manifests alone, so that a change to a source installs nothing anew', async () => {
    const { workspaces } = JSON.parse(await readFile(join(ROOT, 'package.json'), 'utf8'));
    const at = build.instructions.findIndex(({ text }) => text.startsWith('npm ci'));
    const copied = build.instructions.slice(0, at).filter(({ name }) => name === 'COPY');
    expect(copied.flatMap(({ words }) => words.slice(0, -1)).sort()).toEqual(
      [
        'package.json',
        'package-lock.json',
        ...workspaces.map((each: string) => `${each}/package.json`),
      ].sort(),
    );
  });

  it('has nothing in the image but the command and a place for data', async () => {
    expect((await readdir(image.folder)).sort()).toEqual(['data', 'nodejs', 'understudy']);
    expect((await readdir(join(image.folder, 'understudy'))).sort()).toEqual([
      'bin',
      'package.json',
      'understudy.cjs',
      'understudy.cjs.LEGAL.txt',
    ]);
    expect(await readdir(join(image.folder, 'data'))).toEqual([]);
  });

  it('runs it as somebody else than root, by number, to whom the data belong', async () => {
    expect(Number(user)).toBeGreaterThan(0);
    const { uid, gid } = await stat(join(image.folder, lastOf(final, 'VOLUME').text));
    if (isRoot()) expect([uid, gid]).toEqual([Number(user), Number(group)]);
    expect(lastOf(final, 'WORKDIR').text).toBe(lastOf(final, 'VOLUME').text);
  });

  it('wants no shell, as there is none', () => {
    for (const name of ['ENTRYPOINT', 'CMD', 'HEALTHCHECK'])
      expect(lastOf(final, name).text).toMatch(/\[".*"\]$/);
    expect(HEALTH).toEqual([...ENTRY, 'ready']);
  });

  it('names the ports that it listens at', () => {
    const { options } = parseFlags(startFlags, START.slice(1), {}, '');
    expect(lastOf(final, 'EXPOSE').words).toEqual([String(options.port), '4433']);
  });
});

describe.runIf(process.platform === 'linux')('The container', () => {
  it('is healthy while it runs, keeps what it accepts, and ends with 0 when it is told to stop', async () => {
    const words = [...ENTRY, ...START, '--json'];
    const env = { UNDERSTUDY_PORT: '0', UNDERSTUDY_CONTROL_TOKEN: TOKEN, UNDERSTUDY_DATA: '/data/kept.db' };
    const server = runInImage([...words, '--https-port', '0'], env);
    const { url, pid, ca_file, control_url } = await server.line;
    if (isIsolated) expect(pid).toBe(1);
    expect(ca_file).toBe(join(image.folder, 'data/understudy/ca.pem'));

    const healthy = runInImage(HEALTH, { UNDERSTUDY_URL: url });
    expect([await healthy.ended, healthy.stdout()]).toEqual([
      [0, null],
      `Understudy ${VERSION} is ready at ${url}.\n`,
    ]);
    const headers = { authorization: 'Push dev', 'content-type': 'application/json' };
    const sent = await fetch(`${url}/users`, { method: 'POST', headers, body: '{"identifier":"user-1"}' });
    expect(sent.status).toBe(202);

    expect((await fetch(`${control_url}/accounts`)).status).toBe(401);
    const shown = { authorization: `Bearer ${TOKEN}` };
    expect((await fetch(`${control_url}/accounts`, { headers: shown })).status).toBe(200);
    expect((await fetch(`${control_url}/health`)).status).toBe(200);

    tell(server, 'SIGTERM');
    expect([await server.ended, server.stderr()]).toEqual([[0, null], '']);
    const unhealthy = runInImage(HEALTH, { UNDERSTUDY_URL: url });
    expect(await unhealthy.ended).toEqual([1, null]);

    const again = runInImage(words, env);
    const { control_url: desk } = await again.line;
    const users = await (await fetch(`${desk}/accounts/dev/users`, { headers: shown })).json();
    expect(users).toMatchObject({ items: [{ identifier: 'user-1' }] });
    tell(again, 'SIGINT');
    expect(await again.ended).toEqual([0, null]);
    const { uid } = await stat(join(image.folder, 'data/kept.db'));
    expect(uid).toBe(isRoot() ? Number(user) : process.getuid?.());
  });

  it('can be reached from outside, and makes a token for its desk where none is given', async () => {
    const server = runInImage([...ENTRY, ...START, '--json'], { UNDERSTUDY_PORT: '0' });
    const { url } = await server.line;
    expect(JSON.parse(server.stdout())).toMatchObject({
      control_token: expect.stringMatching(/^[\w-]{32}$/),
    });
    expect(await listenersAt(Number(new URL(url).port))).toEqual([EVERYWHERE]);
    tell(server, 'SIGTERM');
    expect(await server.ended).toEqual([0, null]);
  });
});

describe('The .dockerignore', () => {
  it.each([
    'package-lock.json',
    'cli/src/main.ts',
    'cli/bin/understudy.js',
    'contract-tests/package.json',
    'openapi/generated/push/checks.ts',
  ])('lets the builder have %s', (path) => {
    expect(takes(path)).toBe(true);
  });

  it.each([
    '.git/config',
    '.env',
    'node_modules/esbuild/package.json',
    'cli/node_modules/x/index.js',
    'cli/test/container.test.ts',
    'cli/src/io.test.ts',
    'contract-tests/src/index.ts',
    'dist/understudy-linux-x64',
    'understudy.config.yaml',
    'README.md',
    'cli/README.md',
  ])('keeps %s back', (path) => {
    expect(takes(path)).toBe(false);
  });
});
