import { setTimeout as sleep } from 'node:timers/promises';
import { isatty } from 'node:tty';
import type { Io, Output, StopReason } from './io.ts';
import { readProcess } from './read-process.ts';
import { findStarter } from './starter.ts';

/** How often it is looked whether the npm that started us still lives. */
const WATCH_MS = 250;
const [STDIN, STDOUT, STDERR] = [0, 1, 2];

/** What a real process offers to a command. */
export function createProcessIo(process: NodeJS.Process): Io {
  return {
    stdin: {
      isTerminal: isatty(STDIN),
      // Opened only by who reads it.
      get chunks() {
        return process.stdin;
      },
    },
    stdout: toOutput(process.stdout),
    stderr: toOutput(process.stderr),
    env: process.env,
    pid: process.pid,
    // Asked for only by who needs it: it fails where the folder is gone.
    get cwd() {
      return process.cwd();
    },
    onStop: (listener, { withHangUp = false } = {}) => listenForStop(process, listener, withHangUp),
    elapsed: () => performance.now(),
    sleep: (ms) => sleep(ms),
  };
}

function toOutput(stream: NodeJS.WriteStream): Output {
  // A reader who went away (`| head -1`, a closed terminal) is no reason to die.
  stream.on('error', () => {});
  return {
    write(text) {
      if (stream.writable) stream.write(text);
    },
    isTerminal: stream.isTTY === true,
  };
}

function listenForStop(
  process: NodeJS.Process,
  listener: (reason: StopReason) => void,
  withHangUp: boolean,
): () => void {
  const onSignal = (signal: NodeJS.Signals): void => listener(signal as StopReason);
  const hasTerminal = [STDIN, STDOUT, STDERR].some((stream) => isatty(stream));
  // Node undoes what nohup did; without a terminal there is nothing that could hang up.
  const onHangUp = hasTerminal || withHangUp ? onSignal : (): void => {};
  process.on('SIGINT', onSignal);
  process.on('SIGTERM', onSignal);
  process.on('SIGHUP', onHangUp);
  const unwatch = watchStarter(process, () => listener('orphaned'));
  return () => {
    process.off('SIGINT', onSignal);
    process.off('SIGTERM', onSignal);
    process.off('SIGHUP', onHangUp);
    unwatch();
  };
}

/** npm and npx leave their child behind when they are killed, and some shells between do when they are asked to end. */
function watchStarter(process: NodeJS.Process, onGone: () => void): () => void {
  // Both npm and npx set it, and so do pnpm and yarn; without it there is no need to look.
  if (process.env.npm_lifecycle_event === undefined) return () => {};
  const starter = findStarter(process, readProcess);
  if (starter === null) return () => {};
  const timer = setInterval(() => {
    if (!starter.isGone()) return;
    clearInterval(timer);
    onGone();
  }, WATCH_MS);
  timer.unref();
  return () => clearInterval(timer);
}
