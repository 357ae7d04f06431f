import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';

const CHILD = fileURLToPath(new URL('./serving-child.ts', import.meta.url));

export type Served = {
  readonly url: string;
  /** Kills the process as nobody expects, and resolves when it is gone. */
  kill(): Promise<void>;
};

/** Starts a process that serves from a file. Rejects with what it says when it does not. */
export async function serve(path: string): Promise<Served> {
  // Twenty starts of the same program need not compile it twenty times.
  const env = { ...process.env, NODE_COMPILE_CACHE: `${path}.cache` };
  const child = spawn(process.execPath, [CHILD, path], { stdio: ['ignore', 'pipe', 'pipe'], env });
  const gone = once(child, 'close');
  onTestFinished(() => void child.kill('SIGKILL'));
  return {
    url: await firstLineOf(child),
    async kill() {
      child.kill('SIGKILL');
      await gone;
    },
  };
}

async function firstLineOf({ stdout, stderr }: ChildProcess): Promise<string> {
  let [out, error] = ['', ''];
  stderr?.setEncoding('utf8').on('data', (text: string) => {
    error += text;
  });
  for await (const text of stdout?.setEncoding('utf8') ?? []) {
    out += String(text);
    if (out.includes('\n')) {
      // Whoever stops reading must not make the writer fail.
      stdout?.resume();
      return out.split('\n')[0] ?? '';
    }
  }
  throw new Error(error);
}
