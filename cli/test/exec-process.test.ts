import { spawnSync } from 'node:child_process';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BIN, run, type Spawned, untilGone } from './spawned.ts';

const exec = (...words: readonly string[]): Spawned => run('node', [BIN, 'exec', ...words]);

/** Resolves with what a pattern finds in the standard output of something that runs. */
async function untilSaid({ child, stdout }: Spawned, pattern: RegExp): Promise<string> {
  for (;;) {
    const found = pattern.exec(stdout());
    if (found !== null) return found[1] ?? '';
    await new Promise((resolve) => child.stdout?.once('data', resolve));
  }
}

const PUSH_FROM_NODE = `
  const { USERLIST_PUSH_ENDPOINT: url, USERLIST_PUSH_KEY: key } = process.env;
  const headers = { authorization: 'Push ' + key, 'content-type': 'application/json' };
  const answer = await fetch(url + '/users', { method: 'POST', headers, body: '{"identifier":"user-1"}' });
  console.log(answer.status);
  process.exitCode = 3;`;

const PUSH_FROM_PYTHON = `
import os, urllib.request
request = urllib.request.Request(os.environ['USERLIST_PUSH_ENDPOINT'] + '/users', b'{"identifier":"user-1"}',
    {'Authorization': 'Push ' + os.environ['USERLIST_PUSH_KEY'], 'Content-Type': 'application/json'})
print(urllib.request.urlopen(request).status)
`;

/** Says its process id, and on a signal that it got it; ends with 40 then. */
const listen = (signal: string): string =>
  `process.on('${signal}', () => { console.log('got ${signal}'); process.exit(40); });
   setInterval(() => {}, 1000); console.log('pid ' + process.pid);`;

let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'understudy-exec-'));
});

afterAll(() => rm(folder, { recursive: true, force: true }));

describe('understudy exec runs', () => {
  it('a program of Node, and ends with its code', async () => {
    const running = exec('--', 'node', '--input-type=module', '-e', PUSH_FROM_NODE);
    expect(await running.ended).toEqual([3, null]);
    expect(running.stdout()).toBe('202\n');
    expect(running.stderr()).toMatch(/^1 request arrived\.\n {2}pushUser: 202 × 1\n/);
  });

  it('a line of a shell, words with blanks and flags as they are', async () => {
    const running = exec(
      '--',
      'sh',
      '-c',
      'printf "%s|" "$@" "$UNDERSTUDY_URL"',
      'sh',
      '--json',
      'a  b',
      '--',
      '$HOME',
    );
    expect(await running.ended).toEqual([0, null]);
    expect(running.stdout()).toMatch(/^--json\|a {2}b\|--\|\$HOME\|http:\/\/127\.0\.0\.1:\d+\|$/);
  });

  if (spawnSync('python3', ['-V']).error === undefined) {
    it('a program of Python', async () => {
      const running = exec('--', 'python3', '-c', PUSH_FROM_PYTHON);
      expect(await running.ended).toEqual([0, null]);
      expect(running.stdout()).toBe('202\n');
    });
  }

  it('what reads its standard input', async () => {
    const running = exec('--', 'cat');
    running.child.stdin?.end('from outside');
    expect(await running.ended).toEqual([0, null]);
    expect(running.stdout()).toBe('from outside');
  });
});

describe('What cannot be run', () => {
  it('is 127 where it is not there', async () => {
    const running = exec('--', 'no-such-command');
    expect(await running.ended).toEqual([127, null]);
    expect(running.stderr()).toBe(
      'There is no command "no-such-command", or what it is to be run with is not there; look at its name and at PATH.\n',
    );
  });

  it('is 126 where it is no program', async () => {
    const file = join(folder, 'plain.txt');
    await writeFile(file, 'words');
    await chmod(file, 0o644);
    const running = exec('--', file);
    expect(await running.ended).toEqual([126, null]);
    expect(running.stderr()).toBe(
      `"${file}" may not be run: it is a folder, or a file that is not executable; chmod +x makes it so.\n`,
    );
  });
});

describe('Signals', () => {
  it.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
    '%s is passed on, and the command ends as it likes',
    async (signal) => {
      const running = exec('--', 'node', '-e', listen(signal));
      await untilSaid(running, /pid (\d+)\n/);
      running.child.kill(signal);
      expect(await running.ended).toEqual([40, null]);
      expect(running.stdout()).toContain(`got ${signal}\n`);
    },
  );

  it.each([
    ['SIGTERM', 143],
    ['SIGKILL', 137],
    ['SIGSEGV', 139],
  ])('%s that ends the command is told as %d', async (signal, code) => {
    const running = exec('--', 'sh', '-c', `kill -${signal.slice(3)} $$`);
    expect(await running.ended).toEqual([code, null]);
    expect(running.stderr()).toMatch(/^Nothing arrived at http:/);
  });

  it('none of which it hears, the command ends with it', async () => {
    const running = exec('--', 'node', '-e', listen('SIGUSR2'));
    const pid = Number(await untilSaid(running, /pid (\d+)\n/));
    running.child.kill('SIGKILL');
    await untilGone(pid);
    expect((await running.ended)[1]).toBe('SIGKILL');
  });

  it.skipIf(process.platform === 'win32')('to the npx that ran it end the command too', async () => {
    const running = run('npx', ['understudy', 'exec', '--', 'node', '-e', listen('SIGTERM')]);
    const pid = Number(await untilSaid(running, /pid (\d+)\n/));
    running.child.kill('SIGKILL');
    await untilGone(pid);
    await running.ended;
    expect(running.stdout()).toContain('got SIGTERM\n');
  });
});

/** An answer of the stand-in shows that exec has done all that it does when it starts something. */
const ASK = `node -e "fetch(process.env.UNDERSTUDY_URL + '/_control/health').then(() => console.log('ready'))"`;
/** Two that run at once and say their process ids; the second ends only when it is made to. */
const FAMILY = `sleep 4321 & echo "first $!"; (trap '' TERM; ${ASK}; exec sleep 4322) & echo "second $!"; wait; true`;

describe.skipIf(process.platform === 'win32')('What the command has started ends with exec', () => {
  it.each(['SIGTERM', 'SIGKILL'] as const)('that gets %s', { timeout: 20_000 }, async (signal) => {
    const running = exec('--', 'sh', '-c', FAMILY);
    await untilSaid(running, /(ready)/);
    const first = Number(await untilSaid(running, /first (\d+)\n/));
    const second = Number(await untilSaid(running, /second (\d+)\n/));
    running.child.kill(signal);
    await untilGone(first);
    await untilGone(second);
    expect(await running.ended).toEqual(signal === 'SIGKILL' ? [null, signal] : [143, null]);
  });

  it('that ends by itself, which does not wait for it', async () => {
    const running = exec('--', 'sh', '-c', 'sleep 4323 & echo "left $!"; exit 7');
    const left = Number(await untilSaid(running, /left (\d+)\n/));
    expect(await running.ended).toEqual([7, null]);
    await untilGone(left);
  });
});
