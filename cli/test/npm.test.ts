import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { BIN, run, type Spawned, untilGone } from './spawned.ts';

const START = ['start', '--port', '0', '--json'];
const WAYS: readonly (readonly [string, () => Spawned])[] = [
  ['npm start', () => run('npm', ['start', '--silent', '--', '--port', '0', '--json'])],
  ['npx understudy start', () => run('npx', ['understudy', ...START])],
];

describe.skipIf(process.platform === 'win32').each(WAYS)('%s', (_way, runIt) => {
  it.each(['SIGTERM', 'SIGKILL'] as const)('leaves no process behind on %s', async (signal) => {
    const { child, line, ended } = runIt();
    const { pid, url } = await line;
    expect(pid).not.toBe(child.pid);
    child.kill(signal);
    await ended;
    await untilGone(pid);
    await expect(fetch(url)).rejects.toThrow();
  });
});

describe.skipIf(process.platform === 'win32')('A server in the background', () => {
  it('outlives the shell that started it', async () => {
    const { child, line } = run('sh', ['-c', `node ${BIN} ${START.join(' ')} &`]);
    await once(child, 'exit');
    const { pid, url } = await line;
    expect((await fetch(`${url}/_control/health`)).status).toBe(200);
    process.kill(pid, 'SIGTERM');
    await untilGone(pid);
  });

  it('outlives its shell, and ends with the npm that ran the shell', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'understudy-npm-'));
    const scripts = {
      pretest: `mkfifo said; node ${BIN} ${START.join(' ')} > said & read -r line < said; echo "$line"`,
      test: 'echo testing; cat',
    };
    await writeFile(join(folder, 'package.json'), JSON.stringify({ name: 'tested', scripts }));
    const { child, line, ended, stdout } = run('npm', ['test', '--silent'], folder);
    const { pid, url } = await line;
    while (!stdout().includes('testing')) await once(child.stdout ?? child, 'data');
    expect((await fetch(`${url}/_control/health`)).status).toBe(200);
    child.stdin?.end();
    await ended;
    await untilGone(pid);
    await rm(folder, { recursive: true });
  });
});
