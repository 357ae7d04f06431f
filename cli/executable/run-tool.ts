import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);
/** npm lists what it has packed; nothing else says much. */
const MOST_BYTES = 16 * 1024 * 1024;

/** Runs a program to its end, and resolves with what it wrote on standard output. Rejects with all that it wrote. */
export async function runTool(file: string, words: readonly string[], cwd: string): Promise<string> {
  const { stdout } = await run(file, words, { cwd, maxBuffer: MOST_BYTES });
  return stdout;
}

/** The same, or false where there is no such program. */
export async function tryTool(file: string, words: readonly string[], cwd: string): Promise<boolean> {
  try {
    await runTool(file, words, cwd);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return false;
    throw error;
  }
}
