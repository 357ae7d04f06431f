import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { runSuite, type SuiteRun } from './run-suite.ts';
import { findTool } from './tool.ts';

let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'understudy-tool-'));
  await writeFile(join(folder, 'there'), '', { mode: 0o755 });
  await writeFile(join(folder, 'plain'), '', { mode: 0o644 });
  await mkdir(join(folder, 'folder'));
});

afterAll(() => rm(folder, { recursive: true }));

/** Runs the suites that need a tool, as CI or as a person does. */
const runSuites = (tool: string, isCi: boolean): Promise<SuiteRun> =>
  runSuite('needs-a-tool', isCi, {
    PATH: [folder, dirname(process.execPath)].join(delimiter),
    TOOL: tool,
  });

describe('A suite that needs a program', () => {
  it('is run where the program is', async () => {
    expect(await runSuites('there', true)).toMatchObject({ code: 0, closing: '3 passed, 0 failed' });
  });

  it('fails in CI where it is not, and says what to install', async () => {
    const { code, closing, complained } = await runSuites('missing', true);
    expect([code, closing]).toEqual([1, '1 passed, 1 failed']);
    expect(complained).toContain(
      'there is no missing on PATH; on Debian `apt-get install missing` brings it.',
    );
  });

  it('is skipped for a person without it, and one that is only welcome is left out, in words', async () => {
    const { code, closing, complained } = await runSuites('missing', false);
    expect([code, closing]).toEqual([0, '1 passed, 0 failed, 1 skipped']);
    expect(complained).toContain('Not run: a suite that is welcome; there is no missing on PATH;');
  });
});

describe('A program', () => {
  it('is what may be run, and neither another file nor a folder', () => {
    vi.stubEnv('PATH', folder);
    const found = ['there', 'plain', 'folder', 'missing'].map(findTool);
    vi.unstubAllEnvs();
    expect(found).toEqual([join(folder, 'there'), null, null, null]);
  });
});
