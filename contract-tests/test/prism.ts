import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { createInterface } from 'node:readline';
import { onTestFinished } from 'vitest';

const BINARY = createRequire(import.meta.url).resolve('@stoplight/prism-cli/dist/index.js');
const contractAt = (file: string): string => new URL(`../../openapi/${file}`, import.meta.url).pathname;

/** Puts Prism between a client and a server, where it judges both by the contract; it stops with the test. */
export async function startPrismProxy(
  upstream: string,
  file: 'push-api.yaml' | 'incoming-api.yaml' | 'control-api.yaml' = 'push-api.yaml',
): Promise<{ readonly url: string }> {
  const words = ['proxy', contractAt(file), upstream, '--errors', '--port', '0'];
  const prism = spawn(process.execPath, [BINARY, ...words], { stdio: ['ignore', 'pipe', 'pipe'] });
  onTestFinished(() => stop(prism));
  return { url: await listeningUrl(prism) };
}

async function listeningUrl(prism: ChildProcess): Promise<string> {
  const said: string[] = [];
  if (prism.stdout === null) throw new Error('Prism has no output.');
  for await (const line of createInterface({ input: prism.stdout })) {
    said.push(line);
    const url = /listening on (http:\/\/[\d.:]+)/.exec(line)?.[1];
    if (url !== undefined) return url;
  }
  throw new Error(`Prism ended before it listened:\n${said.join('\n')}`);
}

/** By its own id: npx would put a process in between that swallows the signal. */
async function stop(prism: ChildProcess): Promise<void> {
  if (prism.exitCode !== null || prism.signalCode !== null) return;
  const ended = once(prism, 'exit');
  prism.kill('SIGKILL');
  await ended;
}
