import { spawn } from 'node:child_process';

/**
 * Waits for a word on its input. When the input ends without one, whoever held it is gone: the process is asked to end,
 * and after five seconds made to. A number below zero means a group.
 */
const SCRIPT = [
  'read -r word && exit 0',
  'kill -s TERM -- "$1" 2>/dev/null || exit 0',
  'for second in 1 2 3 4 5; do sleep 1; kill -s 0 -- "$1" 2>/dev/null || exit 0; done',
  'kill -s KILL -- "$1" 2>/dev/null',
].join('\n');

/** Called once there is nothing to wait for; what is not gone by then is ended without us. */
export type LetGo = (how: { readonly isGone: boolean }) => void;

/**
 * Has a process, or a group by its negative number, end when we do, even when we are killed without a word, until the
 * returned function is called. On Windows Node sees to that itself.
 */
export function watchOver(pid: number): LetGo {
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
  return ({ isGone }) => void watch.stdin.end(isGone ? 'done\n' : '');
}
