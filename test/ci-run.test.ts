import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import { findTool } from './tool.ts';

const SCRIPT = fileURLToPath(new URL('../.ci/run', import.meta.url));
const TOOLS = ['chromium', 'curl', 'php', 'python3', 'ruby'];
const folders: string[] = [];

afterEach(async () => {
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true });
});

type Machine = {
  /** The programs that are there. */
  readonly has: readonly string[];
  readonly isRoot?: boolean;
  /** The programs that apt-get brings when it is asked for anything. */
  readonly brings?: readonly string[];
};

/** Runs the script where nothing is but what is named; every call of a program is written down. */
async function runCi({ has, isRoot = true, brings = [] }: Machine) {
  const bin = await mkdtemp(join(tmpdir(), 'understudy-ci-'));
  folders.push(bin);
  for (const real of ['bash', 'dirname', 'env', 'cp']) await symlink(findTool(real) ?? '', join(bin, real));
  const log = join(bin, 'log');
  const write = (name: string, lines: readonly string[]): Promise<void> =>
    writeFile(join(bin, name), ['#!/bin/sh', `echo "${name} $*" >> '${log}'`, ...lines, ''].join('\n'), {
      mode: 0o755,
    });
  await write('id', [`echo ${isRoot ? 0 : 1000}`]);
  await write('npm', ['echo "npm says CI=$CI"']);
  for (const name of has) {
    if (name === 'apt-get')
      await write(
        name,
        brings.map((tool) => `[ "$1" = update ] || cp '${bin}/id' '${bin}/${tool}'`),
      );
    else await write(name, name === 'sudo' ? ['exec "$@"'] : []);
  }
  const child = spawn(join(bin, 'bash'), [SCRIPT], { env: { PATH: bin }, stdio: ['ignore', 'pipe', 'pipe'] });
  const [said, complained, [code]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'close'),
  ]);
  const calls = await readFile(log, 'utf8').catch(() => '');
  return {
    code,
    said,
    complained,
    calls: calls
      .trim()
      .split('\n')
      .filter((line) => !line.startsWith('id ')),
  };
}

const CHECK = ['npm ci', 'npm run check'];

describe('.ci/run', () => {
  it('checks at once where all is there', async () => {
    expect(await runCi({ has: TOOLS })).toEqual({
      code: 0,
      said: 'npm says CI=true\nnpm says CI=true\n',
      complained: '',
      calls: CHECK,
    });
  });

  it('has apt-get bring what is not, by its names in Debian', async () => {
    const { code, calls, complained } = await runCi({
      has: ['curl', 'python3', 'ruby', 'apt-get'],
      brings: ['chromium', 'php'],
    });
    expect([code, complained]).toEqual([0, '']);
    expect(calls).toEqual([
      'apt-get update -qq',
      'apt-get install -y -qq --no-install-recommends chromium php-cli',
      ...CHECK,
    ]);
  });

  it('asks sudo where it is not root', async () => {
    const { code, calls } = await runCi({ has: ['sudo', 'apt-get'], isRoot: false, brings: TOOLS });
    expect(code).toBe(0);
    expect(calls[0]).toBe('sudo apt-get update -qq');
    expect(calls).toContain(
      `apt-get install -y -qq --no-install-recommends ${TOOLS.join(' ').replace('php', 'php-cli')}`,
    );
    expect(calls.slice(-2)).toEqual(CHECK);
  });

  it.each([
    ['without apt-get', { has: ['curl', 'php', 'python3', 'ruby'] }, 'and there is no apt-get. '],
    ['without root and sudo', { has: ['apt-get'], isRoot: false }, 'and only root may install them. '],
    [
      'after apt-get in vain',
      { has: ['apt-get'], brings: ['ruby'] },
      'does not bring the programs that the tests need. ',
    ],
  ])('says what to install and ends with 1 %s', async (_where, machine, sentence) => {
    const { code, complained, calls } = await runCi(machine);
    expect(code).toBe(1);
    expect(complained).toContain(sentence);
    expect(complained).toMatch(/Install them, then run \.ci\/run again: chromium\b.*\n$/);
    expect(calls).not.toContain('npm ci');
  });
});
