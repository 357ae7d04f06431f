import { spawn } from 'node:child_process';

/**
 * Reads a process id, then waits for a word. When the input ends without one, whoever held it is gone: the process is
 * asked to end, and after five seconds made to. A number below zero means a group.
 */
const SCRIPT = [
  'read -r whom || exit 0',
  'read -r word && exit 0',
  'kill -s TERM -- "$whom" 2>/dev/null || exit 0',
  'for second in 1 2 3 4 5; do sleep 1; kill -s 0 -- "$whom" 2>/dev/null || exit 0; done',
  'kill -s KILL -- "$whom" 2>/dev/null',
].join('\n');

/** Sees to it that what we start does not outlive us. */
export type Watchdog = {
  /** Has a process, or a group by its negative number, end when we do, even when we are killed without a word. */
  watch(pid: number): void;
  /** Called once there is nothing to wait for; what is not gone by then is ended without us. */
  letGo(how: { readonly isGone: boolean }): void;
};

/**
 * Made before what it is to watch: starting it takes longer than that may take to begin. On Windows Node sees to all this
 * itself.
 */
export function createWatchdog(): Watchdog {
  if (process.platform === 'win32') return { watch: () => {}, letGo: () => {} };
  // In a session of its own, or Ctrl+C would end it first.
  const watchdog = spawn('/bin/sh', ['-c', SCRIPT, 'understudy'], {
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  // Without a shell there is nobody to watch; the command itself runs all the same.
  watchdog.on('error', () => {});
  watchdog.stdin.on('error', () => {});
  watchdog.unref();
  return {
    watch: (pid) => void watchdog.stdin.write(`${pid}\n`),
    letGo: ({ isGone }) => void watchdog.stdin.end(isGone ? 'done\n' : ''),
  };
}
