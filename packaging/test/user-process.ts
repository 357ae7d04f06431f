import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { delimiter, dirname, relative } from 'node:path';
import { createInterface } from 'node:readline';
import { ROOT } from '../build-packages.ts';
import { envOf } from '../npm.ts';

export type Ended = { readonly code: number | null; readonly stdout: string; readonly stderr: string };

/** Runs a command to its end as a user would who has no clone: nothing of it is on PATH but its Node. */
export async function runAsUser(cwd: string, command: string, words: readonly string[] = []): Promise<Ended> {
  const child = spawn(command, words, { cwd, env: userEnv(), stdio: ['ignore', 'pipe', 'pipe'] });
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  const [code] = await once(child, 'close');
  return { code, stdout, stderr };
}

/** The same, for a command that has to go well; what it wrote is in the error when it does not. */
export async function runWell(cwd: string, command: string, words: readonly string[] = []): Promise<string> {
  const { code, stdout, stderr } = await runAsUser(cwd, command, words);
  if (code !== 0) throw new Error(`${command} ${words.join(' ')} ended with ${code}.\n${stdout}${stderr}`);
  return stdout;
}

/** Starts a command that runs on; `line` is the first of its standard output. */
export function spawnAsUser(
  cwd: string,
  command: string,
  words: readonly string[],
): { readonly line: Promise<string>; readonly stop: () => Promise<void> } {
  const child = spawn(command, words, { cwd, env: userEnv(), stdio: ['ignore', 'pipe', 'inherit'] });
  const closed = once(child, 'close');
  const line = once(createInterface({ input: child.stdout }), 'line').then(([text]) => String(text));
  return {
    line: Promise.race([
      line,
      closed.then(([code]) => {
        throw new Error(`${command} ${words.join(' ')} ended with ${code} before it wrote a line.`);
      }),
    ]),
    stop: async () => {
      child.kill('SIGTERM');
      await closed;
    },
  };
}

export function userEnv(): NodeJS.ProcessEnv {
  const own = Object.entries(envOf(process.env)).filter(
    ([name]) =>
      !/^(UNDERSTUDY_|USERLIST_|VITEST|NODE_|JEST_|TEST$|MODE$|DEV$|PROD$|SSR$|BASE_URL$)/.test(name),
  );
  const path = (process.env.PATH ?? '').split(delimiter).filter(isOutside);
  return { ...Object.fromEntries(own), PATH: [dirname(process.execPath), ...path].join(delimiter) };
}

const isOutside = (folder: string): boolean => relative(ROOT, folder).startsWith('..');
