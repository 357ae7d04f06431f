import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Results } from './results.ts';

const RUN = fileURLToPath(new URL('./run.ts', import.meta.url));
const run = (...words: readonly string[]) => promisify(execFile)(process.execPath, [RUN, ...words]);

describe('npm run bench', () => {
  it('puts load on a server, prints its tables and keeps the figures', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'understudy-bench-test-'));
    onTestFinished(() => rm(folder, { recursive: true }));
    const file = join(folder, 'figures.json');
    const { stdout } = await run('--quick', '--only', 'fastify', '--json', file);
    expect(stdout).toMatch(/^\| bare Fastify \| [\d,]+ \| 100 % \|/m);
    const { load, startUps }: Results = JSON.parse(await readFile(file, 'utf8'));
    expect(load.map(({ subject, size }) => [subject, size])).toEqual([
      ['fastify', 'small'],
      ['fastify', 'large'],
    ]);
    expect(load.flatMap(({ samples }) => samples).every(({ answers }) => answers > 0)).toBe(true);
    expect(startUps.map(({ cache, ms }) => [cache, ms.length])).toEqual([
      ['none', 1],
      ['warm', 1],
    ]);
  });

  it('names the servers there are when asked for another, and measures nothing', async () => {
    await expect(run('--only', 'mockoon')).rejects.toMatchObject({
      code: 2,
      stdout: '',
      stderr: expect.stringContaining('No server is called "mockoon"; there are built, '),
    });
  });

  it('says what it can do', async () => {
    expect((await run('--help')).stdout).toContain('--quick');
  });
});
