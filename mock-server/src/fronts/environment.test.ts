import { spawnSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { toNoProxy, withRequired } from './environment.ts';

const HOSTS = ['push.userlist.com', 'localhost'];
const proxied = { HTTPS_PROXY: 'http://proxy:3128' };

it.each(['http_proxy', 'HTTP_PROXY', 'https_proxy', 'HTTPS_PROXY', 'all_proxy', 'ALL_PROXY'])(
  'keeps hosts from the proxy that %s names, by both spellings',
  (name) => {
    const hosts = 'push.userlist.com,localhost';
    expect(toNoProxy({ [name]: 'http://proxy:3128' }, HOSTS)).toEqual({ no_proxy: hosts, NO_PROXY: hosts });
  },
);

it('says nothing where there is no proxy', () => {
  expect(toNoProxy({ NO_PROXY: 'a', HTTPS_PROXY: '' }, HOSTS)).toEqual({});
});

it.each([
  [{ NO_PROXY: 'a, b' }, 'a,b,push.userlist.com,localhost', 'a,b,push.userlist.com,localhost'],
  [{ no_proxy: 'a', NO_PROXY: 'b' }, 'a,push.userlist.com,localhost', 'b,push.userlist.com,localhost'],
  [{ no_proxy: 'localhost' }, 'localhost,push.userlist.com', 'localhost,push.userlist.com'],
  [{ NO_PROXY: '*' }, '*', '*'],
])('keeps what %j has', (env, lower, upper) => {
  expect(toNoProxy({ ...proxied, ...env }, HOSTS)).toEqual({ no_proxy: lower, NO_PROXY: upper });
});

it.each([
  ['', '--require "/a b/c.cjs"'],
  [' ', '--require "/a b/c.cjs"'],
  ['--no-warnings', '--no-warnings --require "/a b/c.cjs"'],
  ['--require "/a b/c.cjs" --no-warnings', '--require "/a b/c.cjs" --no-warnings'],
])('has Node load a file besides what %j says', (options, expected) => {
  expect(withRequired(options, '/a b/c.cjs')).toBe(expected);
});

it.skipIf(process.platform === 'win32')('has Node find a file of any name', async () => {
  const folder = await mkdtemp(join(tmpdir(), `a b "c" \\d 'e' %20 $F`));
  onTestFinished(() => rm(folder, { recursive: true }));
  const file = join(folder, 'first.cjs');
  await writeFile(file, 'console.log("loaded");');
  const { stdout, stderr } = spawnSync(process.execPath, ['--eval', ''], {
    env: { NODE_OPTIONS: withRequired('--no-warnings', file) },
    encoding: 'utf8',
  });
  expect([stdout, stderr]).toEqual(['loaded\n', '']);
});
