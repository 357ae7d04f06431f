import { spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildPackage } from '../build-package.ts';
import { BIN, run, type Spawned, untilGone } from './spawned.ts';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const MODULES = here('../../node_modules');
const GUARD = here('../../mock-server/test/ways/intercept-guard.cjs');
const PUSH = here('intercept/push.mjs');
const ON =
  /^understudy: requests to push\.userlist\.com and incoming\.userlist\.com go to http:\/\/127\.0\.0\.1:\d+\n/;
const ARRIVED = /\n2 requests arrived\.\n {2}pushUser: 202 × 1\n {2}pushEvent: 202 × 1\n/;

let folder = '';
let built = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'understudy-intercept-'));
  built = join(folder, 'a b', 'under "study" 100%');
  await buildPackage(built);
  await symlink(MODULES, join(folder, 'node_modules'), 'junction');
});

afterAll(() => rm(folder, { recursive: true, force: true }));

/** Runs exec where nothing can leave this machine; the file has what would have. */
async function exec(bin: string, words: readonly string[], more: Readonly<Record<string, string>> = {}) {
  const reached = join(await mkdtemp(join(folder, 'run-')), 'reached.txt');
  await writeFile(reached, '');
  const env = { NODE_OPTIONS: `--require ${GUARD}`, REACHED: reached, ...more };
  const running = run('node', [bin, 'exec', ...words], folder, env);
  return { ...running, reached: () => readFile(reached, 'utf8') };
}

/** Resolves with what a pattern finds in the standard output of something that runs. */
async function untilSaid({ child, stdout }: Spawned, pattern: RegExp): Promise<string> {
  for (;;) {
    const found = pattern.exec(stdout());
    if (found !== null) return found[1] ?? '';
    await new Promise((resolve) => child.stdout?.once('data', resolve));
  }
}

describe.each([
  ['from its sources', () => BIN],
  ['as a built package, in a folder of any name', () => join(built, 'bin/understudy.js')],
])('understudy exec --intercept %s', (_how, bin) => {
  it('leads the official client with its defaults here, and nowhere else', async () => {
    const har = join(folder, 'sent.har');
    const running = await exec(bin(), ['--intercept', '--report', `har=${har}`, '--', 'node', PUSH]);
    expect([await running.ended, running.stdout()]).toEqual([[0, null], '202\n']);
    expect(running.stderr()).toMatch(ON);
    expect(running.stderr()).toMatch(ARRIVED);
    expect(await running.reached()).toBe('');
    const { entries } = JSON.parse(await readFile(har, 'utf8')).log;
    expect(entries.map(({ request }: { request: { url: string } }) => request.url)).toEqual([
      'http://push.userlist.com/users',
      'http://push.userlist.com/events',
    ]);
  });

  it('does so over TLS too, without a certificate that the program trusts', async () => {
    const running = await exec(bin(), ['--intercept', '--https', '--', 'node', PUSH], {
      XDG_STATE_HOME: folder,
      NODE_EXTRA_CA_CERTS: join(folder, 'none.pem'),
      NODE_NO_WARNINGS: '1',
    });
    expect([await running.ended, running.stdout()]).toEqual([[0, null], '202\n']);
    expect(running.stderr()).toMatch(ARRIVED);
    expect(await running.reached()).toBe('');
  });

  it('ends with the code of the command', async () => {
    const running = await exec(bin(), ['--intercept', '--', 'node', '-e', 'process.exit(7)']);
    expect(await running.ended).toEqual([7, null]);
    expect(running.stderr()).toMatch(/\nNothing arrived at http:\/\/127\.0\.0\.1:\d+\. /);
  });
});

describe('The desk', () => {
  it('is asked under either host of the vendor by what is intercepted', async () => {
    const ask = `for (const name of ['push', 'incoming']) {
      const answer = await fetch('https://' + name + '.userlist.com/_control/exchanges');
      console.log(answer.status, (await answer.json()).items.length);
    }`;
    const running = await exec(BIN, ['--intercept', '--', 'node', '--input-type=module', '-e', ask]);
    expect([await running.ended, running.stdout()]).toEqual([[0, null], '200 0\n200 0\n']);
    expect(await running.reached()).toBe('');
  });

  it('answers to no other name for it, and not to these without it', async () => {
    const ask = `const http = require('node:http');
      const { port } = new URL(process.env.UNDERSTUDY_URL);
      for (const host of process.argv.slice(1))
        http.get({ host: '127.0.0.1', port, path: '/_control', headers: { host } }, (answer) => {
          answer.resume();
          console.log(host, answer.statusCode);
        });`;
    const words = ['--', 'node', '-e', ask];
    const led = await exec(BIN, ['--intercept', ...words, 'app.userlist.com']);
    expect([await led.ended, led.stdout()]).toEqual([[0, null], 'app.userlist.com 403\n']);
    const plain = await exec(BIN, [...words, 'push.userlist.com']);
    expect([await plain.ended, plain.stdout()]).toEqual([[0, null], 'push.userlist.com 403\n']);
  });
});

describe('Without --intercept', () => {
  it('the official client fails, and what to look at is said', async () => {
    const running = await exec(BIN, ['--', 'node', PUSH]);
    expect((await running.ended)[0]).toBe(1);
    // It takes address and port for the name of a host.
    expect(await running.reached()).toMatch(/^connect to 127\.0\.0\.1:\d+:\d+\n$/);
    expect(running.stderr()).toMatch(
      /\nNothing arrived at http:\/\/127\.0\.0\.1:\d+\. Look whether the command\n(?:.*\n)*.*: then run it with --intercept;\n/,
    );
  });
});

describe('What the command starts is intercepted too', () => {
  it('npm test, and what that runs; it is said once', async () => {
    const project = join(folder, 'project');
    await mkdir(project);
    const scripts = { pretest: 'node -e 0', test: `node "${PUSH}" user-2 && node "${PUSH}"` };
    await writeFile(join(project, 'package.json'), JSON.stringify({ name: 'tested', scripts }));
    const running = await exec(BIN, ['--intercept', '--', 'npm', 'test', '--silent', '--prefix', project]);
    expect([await running.ended, running.stdout()]).toEqual([[0, null], '202\n202\n']);
    expect(running.stderr()).toMatch(/\n4 requests arrived\./);
    expect(running.stderr().match(/requests to push\.userlist\.com/g)).toHaveLength(1);
    expect(await running.reached()).toBe('');
  });

  it.each(['forks', 'threads', 'vmThreads'])('tests of Vitest in its %s', async (pool) => {
    const tests = await mkdtemp(join(folder, 'tests-'));
    await writeFile(
      join(tests, 'push.test.js'),
      `import Userlist from '@userlist/push';
      import { expect, it } from 'vitest';
      it('pushes', async () => {
        const { statusCode } = await new Userlist({ pushKey: 'k' }).users.push('user-1');
        expect(statusCode).toBe(202);
        expect((await fetch('https://incoming.userlist.com/')).status).toBe(404);
      });`,
    );
    const vitest = [join(MODULES, 'vitest/vitest.mjs'), 'run', '--root', tests, '--pool', pool];
    const running = await exec(BIN, ['--intercept', '--', 'node', ...vitest]);
    expect(await running.ended).toEqual([0, null]);
    expect(running.stderr()).toMatch(/\n2 requests arrived\./);
    expect(await running.reached()).toBe('');
  });

  it('threads of a process with flags that are none for a thread', async () => {
    const program = `
      const { Worker } = require('node:worker_threads');
      const send = "fetch('https://push.userlist.com/').then(({ status }) => console.log(status, process.env.NODE_OPTIONS.match(/--require/g).length))";
      const env = { ...process.env };
      new Worker(send, { eval: true, env }).on('exit', () => new Worker(send, { eval: true, execArgv: [] }));`;
    const running = await exec(BIN, ['--intercept', '--', 'node', '-e', program], {
      NODE_OPTIONS: `--require ${GUARD} --openssl-legacy-provider`,
    });
    // They inherit what the process has, and need no more.
    expect([await running.ended, running.stdout()]).toEqual([[0, null], '404 2\n404 2\n']);
    expect(await running.reached()).toBe('');
  });

  it('tests of Jest in its workers', async () => {
    const tests = await mkdtemp(join(folder, 'tests-'));
    const test = `const Userlist = require('@userlist/push');
      it('pushes', async () => {
        const userlist = new Userlist({ pushKey: 'k' });
        expect((await userlist.users.push('user-1')).statusCode).toBe(202);
        userlist.client.agent.destroy();
      });`;
    for (const name of ['one', 'two']) await writeFile(join(tests, `${name}.test.js`), test);
    const config = JSON.stringify({ rootDir: tests, watchman: false });
    const jest = [join(MODULES, 'jest/bin/jest.js'), '--config', config, '-w', '2'];
    const running = await exec(BIN, ['--intercept', '--', 'node', ...jest]);
    expect(await running.ended).toEqual([0, null]);
    expect(running.stderr()).toMatch(/\n2 requests arrived\./);
    expect(await running.reached()).toBe('');
  });
});

/** Sends, starts another of its kind, says its process id, and ends on a signal with 40. */
const FAMILY = `
  const { spawn } = require('node:child_process');
  const generation = Number(process.argv[1]);
  process.on('SIGTERM', () => { console.log('got ' + generation); process.exit(40); });
  setInterval(() => {}, 1000);
  fetch('https://push.userlist.com/').then(({ status }) => {
    console.log('pid' + generation + ' ' + process.pid + ' ' + status);
    if (generation < 2) spawn(process.execPath, ['-e', process.env.FAMILY, String(generation + 1)], { stdio: 'inherit' });
  });`;

describe.skipIf(process.platform === 'win32')('Intercepted programs and what they have started', () => {
  it.each([
    ['SIGTERM', [40, null]],
    ['SIGKILL', [null, 'SIGKILL']],
  ] as const)('end with exec that gets %s', async (signal, ended) => {
    const running = await exec(BIN, ['--intercept', '--', 'node', '-e', FAMILY, '1'], { FAMILY });
    const pids = [
      Number(await untilSaid(running, /pid1 (\d+) 404\n/)),
      Number(await untilSaid(running, /pid2 (\d+) 404\n/)),
    ];
    running.child.kill(signal);
    for (const pid of pids) await untilGone(pid);
    expect(await running.ended).toEqual(ended);
    if (signal === 'SIGTERM') {
      expect(running.stdout()).toContain('got 1\n');
      expect(running.stdout()).toContain('got 2\n');
      expect(running.stderr()).toMatch(/\n2 requests arrived\./);
    }
    expect(await running.reached()).toBe('');
  });
});

/** A Node of this machine that is older than the one that this needs. */
function findOtherNode(): string | null {
  for (const path of (process.env.PATH ?? '').split(delimiter)) {
    const { stdout, error } = spawnSync(join(path, 'node'), ['--version'], { encoding: 'utf8' });
    const [, major = '0'] = /^v(\d+)/.exec(error === undefined ? stdout : '') ?? [];
    if (Number(major) >= 16 && Number(major) < 22) return join(path, 'node');
  }
  return null;
}

const otherNode = findOtherNode();

if (otherNode === null)
  process.stderr.write('Not run: programs that have an older Node; there is none on PATH.\n');
else
  describe('A program that has an older Node than the command', () => {
    const node = otherNode;

    it('is intercepted by the built package', async () => {
      const running = await exec(join(built, 'bin/understudy.js'), ['--intercept', '--', node, PUSH]);
      expect([await running.ended, running.stdout()]).toEqual([[0, null], '202\n']);
      expect(running.stderr()).toMatch(ARRIVED);
      expect(await running.reached()).toBe('');
    });

    it('is told what to do in a clone', async () => {
      const running = await exec(BIN, ['--intercept', '--', node, PUSH]);
      expect([await running.ended, running.stdout()]).toEqual([[2, null], '']);
      expect(running.stderr()).toMatch(
        /^understudy: in a clone, --intercept needs Node 22\.18 or later for the command that is run too, and this is Node \S+; .*\.\n/,
      );
      expect(await running.reached()).toBe('');
    });
  });
