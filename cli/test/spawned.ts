import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { readProcess } from '../src/read-process.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
export const BIN = fileURLToPath(new URL('../bin/understudy.js', import.meta.url));

export type Spawned = {
  readonly child: ChildProcess;
  stdout(): string;
  stderr(): string;
  /** Resolves with the first line of standard output that is an object, parsed; rejects when there will be none. */
  readonly line: Promise<{
    url: string;
    https_url?: string;
    ca_file?: string;
    push_key: string;
    control_url: string;
    pid: number;
  }>;
  /** Resolves with exit code and signal when it and all that wrote for it are gone. */
  readonly ended: Promise<readonly [number | null, NodeJS.Signals | null]>;
};

/** Runs a command, in the repository unless told otherwise, without the variables of the npm that runs the tests, with `more`. */
export function run(
  command: string,
  words: readonly string[],
  cwd = ROOT,
  more: Readonly<Record<string, string>> = {},
): Spawned {
  const own = Object.entries(process.env).filter(
    ([name]) => !/^(npm_|UNDERSTUDY_|VITEST|NODE_ENV)/.test(name),
  );
  const child = spawn(command, words, {
    cwd,
    env: { ...Object.fromEntries(own), ...more },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  let stdout = '';
  let stderr = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  const line = new Promise<string>((resolve, reject) => {
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout += text;
      const found = /^\{.*\}$/m.exec(stdout);
      if (found !== null) resolve(found[0]);
    });
    child.on('close', () => reject(new Error(`It ended without a line: ${stdout}${stderr}`)));
  }).then((text) => JSON.parse(text));
  // Who does not ask for a line has no use for its absence.
  line.catch(() => {});
  const ended = once(child, 'close').then(([code, signal]) => [code, signal] as const);
  return { child, stdout: () => stdout, stderr: () => stderr, line, ended };
}

/** Resolves once a process is gone; the test's own timeout is the only one. */
export async function untilGone(pid: number): Promise<void> {
  while (readProcess(pid) !== null) await sleep(20);
}
