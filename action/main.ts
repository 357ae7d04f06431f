import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, openSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { readInput, toSecrets, toStartWords } from './inputs.ts';
import { install } from './install.ts';
import { escapeData, tellRunner } from './runner-file.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const BIN = join(ROOT, 'cli/bin/understudy.js');
type Started = {
  readonly url: string;
  readonly push_key: string;
  readonly control_url: string;
  readonly control_token?: string;
  readonly https_url?: string;
  readonly ca_file?: string;
  readonly pid: number;
};

const { env } = process;
try {
  const words = toStartWords(env);
  for (const key of toSecrets(readInput('push-key', env))) mask(key);
  install(ROOT);
  const folder = mkdtempSync(join(env.RUNNER_TEMP || tmpdir(), 'understudy-'));
  const started = await start(words, join(folder, 'understudy.log'));
  tell(started, join(folder, 'understudy.log'));
  const ready = [BIN, 'ready', '--wait', '--url', started.url];
  const { status } = spawnSync(process.execPath, ready, { stdio: 'inherit' });
  if (status !== 0) throw new Error('It was started, but is not ready.');
} catch (error) {
  const text = error instanceof Error ? error.message : String(error);
  process.stdout.write(`::error title=Understudy::${escapeData(text)}\n`);
  process.exitCode = 1;
}

/** Starts it so that it outlives this step; resolves with what it says of itself once it is ready. */
async function start(words: readonly string[], log: string): Promise<Started> {
  const child = spawn(process.execPath, [BIN, 'start', '--json', ...words], {
    cwd: env.GITHUB_WORKSPACE || process.cwd(),
    detached: true,
    stdio: ['ignore', 'pipe', openSync(log, 'a')],
    windowsHide: true,
  });
  const { stdout } = child;
  if (stdout === null) throw new Error('It was not started.');
  const lines = createInterface({ input: stdout });
  const [line] = await Promise.race([once(lines, 'line'), once(child, 'close').then(() => [null])]);
  if (line === null) throw new Error(readFileSync(log, 'utf8').trim() || 'It ended without a word.');
  stdout.destroy();
  child.unref();
  return JSON.parse(line);
}

function tell(started: Started, log: string): void {
  const { url, push_key, control_url, control_token, https_url, ca_file, pid } = started;
  // First of all, so that it is stopped whatever comes.
  tellRunner('GITHUB_STATE', { pid: String(pid), url, log, token: control_token }, env);
  if (control_token !== undefined) mask(control_token);
  tellRunner(
    'GITHUB_OUTPUT',
    { url, 'push-key': push_key, 'control-url': control_url, 'https-url': https_url, 'ca-file': ca_file },
    env,
  );
  tellRunner(
    'GITHUB_ENV',
    {
      USERLIST_PUSH_ENDPOINT: url,
      USERLIST_PUSH_KEY: push_key,
      UNDERSTUDY_URL: url,
      UNDERSTUDY_HTTPS_URL: https_url,
      UNDERSTUDY_CA_FILE: ca_file,
      UNDERSTUDY_CONTROL_TOKEN: control_token,
    },
    env,
  );
}

function mask(text: string): void {
  process.stdout.write(`::add-mask::${escapeData(text)}\n`);
}
