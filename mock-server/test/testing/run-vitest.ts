import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** What came of a run of Vitest. */
export type Run = {
  readonly code: number | null;
  /** What is wrong with each test, by its full name; empty for those that passed. */
  readonly tests: Readonly<Record<string, string>>;
  /** What is wrong with files as such, by their names. */
  readonly files: Readonly<Record<string, string>>;
  /** What Vitest told beside. */
  readonly told: string;
};

type Report = {
  readonly testResults: readonly {
    readonly name: string;
    readonly message: string;
    readonly assertionResults: readonly {
      readonly fullName: string;
      readonly status: string;
      readonly failureMessages: readonly string[];
    }[];
  }[];
};

const vitest = new URL('../vitest.mjs', import.meta.resolve('vitest'));

/** Runs Vitest in a process of its own, with a configuration or in a folder. */
export async function runVitest(words: readonly string[], cwd: string): Promise<Run> {
  const folder = await mkdtemp(join(tmpdir(), 'understudy-vitest-'));
  try {
    return await runInto(join(folder, 'report.json'), words, cwd);
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function runInto(file: string, words: readonly string[], cwd: string): Promise<Run> {
  const child = spawn(
    process.execPath,
    [fileURLToPath(vitest), 'run', '--reporter=json', `--outputFile=${file}`, '--no-color', ...words],
    // Of our own environment it has nothing: there Vitest tells its workers that they are some.
    { cwd, env: { PATH: process.env.PATH }, stdio: ['ignore', 'ignore', 'pipe'] },
  );
  let told = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    told += text;
  });
  const [code] = (await once(child, 'close')) as [number | null];
  const { testResults } = JSON.parse(await readFile(file, 'utf8')) as Report;
  return {
    code,
    tests: Object.fromEntries(
      testResults.flatMap(({ assertionResults }) =>
        assertionResults.map(({ fullName, status, failureMessages }) => [
          fullName,
          status === 'passed' ? '' : [status, ...failureMessages].join('\n'),
        ]),
      ),
    ),
    files: Object.fromEntries(testResults.map(({ name, message }) => [name.replace(/.*\//, ''), message])),
    told,
  };
}
