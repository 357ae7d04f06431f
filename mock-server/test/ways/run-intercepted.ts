import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

export const DOOR = '@understudy/mock-server/intercept';

export type Ended = { readonly code: number | null; readonly out: string; readonly told: string };

/** Runs Node under the intercept door; of our own environment it has nothing. */
export function runIntercepted(words: readonly string[], env: Record<string, string> = {}): Promise<Ended> {
  return runNode(['--import', DOOR, ...words], env);
}

/** Runs Node as it comes; of our own environment it has nothing. */
export async function runNode(words: readonly string[], env: Record<string, string> = {}): Promise<Ended> {
  const child = spawn(process.execPath, words, {
    cwd: fileURLToPath(new URL('.', import.meta.url)),
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let out = '';
  let told = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    out += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    told += text;
  });
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, out, told };
}
