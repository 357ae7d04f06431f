import { spawn } from 'node:child_process';

/**
 * Waits for a word on its input. When the input ends without one, whoever held it is gone: the process is asked to end,
 * and after five seconds made to.
 */
const SCRIPT = [
  'read -r word && exit 0',
  'kill -TERM "$1" 2>/dev/null || exit 0',
  'for second in 1 2 3 4 5; do sleep 1; kill -0 "$1" 2>/dev/null || exit 0; done',
  'kill -KILL "$1" 2>/dev/null',
].join('\n');

/**
 * Has a process end when we do, even when we are killed without a word, until the returned function is called. On
 * Windows Node sees to that itself.
 */
export function watchOver(pid: number): () => void {
  if (process.platform === 'win32') return () => {};
  // In a session of its own, or Ctrl+C would end it first.
  const watch = spawn('/bin/sh', ['-c', SCRIPT, 'understudy', String(pid)], {
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  // Without a shell there is nobody to watch; the command itself runs all the same.
  watch.on('error', () => {});
  watch.stdin.on('error', () => {});
  watch.unref();
  return () => void watch.stdin.end('done\n');
}
