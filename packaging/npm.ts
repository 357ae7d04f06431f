import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/** Runs npm in a folder and returns what it wrote; rejects with all of that when npm fails. */
export async function npm(cwd: string, words: readonly string[]): Promise<string> {
  try {
    const { stdout } = await promisify(execFile)('npm', words, {
      cwd,
      env: envOf(process.env),
      maxBuffer: 64 * 1024 * 1024,
      // There npm is a script of the shell.
      shell: process.platform === 'win32',
    });
    return stdout;
  } catch (error) {
    throw new Error(`npm ${words.join(' ')} failed in ${cwd}.\n${renderOutput(error)}`, { cause: error });
  }
}

/** Without what an npm that runs this told its own scripts, which is about another folder. */
export function envOf(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(
    Object.entries(env).filter(
      ([name]) =>
        !/^npm_/i.test(name) || /^npm_config_(registry|cache|userconfig|cafile|.*proxy)$/i.test(name),
    ),
  );
}

function renderOutput(error: unknown): string {
  const { stdout = '', stderr = '' } = error as { stdout?: string; stderr?: string };
  return `${stdout}${stderr}` || String(error);
}
