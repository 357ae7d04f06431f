import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { addToSummary } from './runner-file.ts';
import { toSummary } from './to-summary.ts';

const BIN = fileURLToPath(new URL('../cli/bin/understudy.js', import.meta.url));
/** It is on the same machine, and the job waits. */
const PATIENCE_MS = 10_000;

const {
  STATE_pid: pid = '',
  STATE_url: url = '',
  STATE_log: log = '',
  STATE_token: token = '',
} = process.env;

// Without it nothing was started, and the first step has said why.
if (pid !== '') {
  try {
    const metrics = await askMetrics();
    const conduct = metrics === null ? '' : askConduct();
    addToSummary(toSummary({ metrics, conduct, log: readFileSync(log, 'utf8') }), process.env);
  } finally {
    stop(Number(pid));
  }
}

async function askMetrics(): Promise<string | null> {
  const headers: Record<string, string> = token === '' ? {} : { authorization: `Bearer ${token}` };
  try {
    const answer = await fetch(`${url}/_control/metrics`, {
      headers,
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    return answer.ok ? await answer.text() : null;
  } catch {
    return null;
  }
}

function askConduct(): string {
  const words = [BIN, 'conduct', '--all', '--url', url];
  const env = { ...process.env, ...(token === '' ? {} : { UNDERSTUDY_CONTROL_TOKEN: token }) };
  const { stdout, stderr } = spawnSync(process.execPath, words, {
    encoding: 'utf8',
    timeout: PATIENCE_MS,
    env,
  });
  return `${stdout ?? ''}${stderr ?? ''}`;
}

function stop(id: number): void {
  try {
    process.kill(id, 'SIGTERM');
  } catch {
    // It has ended by itself.
  }
}
