import { type ChildProcess, spawn } from 'node:child_process';
import { constants } from 'node:os';
import type { Io, StopReason } from '../io.ts';
import { toSpawnPlan } from './spawn-plan.ts';
import { createWatchdog } from './watchdog.ts';

/** How a command ended, or why it was not run. */
export type Ended =
  | { readonly kind: 'ended'; readonly exitCode: number }
  | { readonly kind: 'not-run'; readonly exitCode: number; readonly message: string };

type RunIo = Pick<Io, 'onStop' | 'sleep' | 'stdin' | 'stdout' | 'stderr'>;

/** Runs a command with an environment until it has ended. */
export type RunChild = (
  command: readonly [string, ...string[]],
  env: Readonly<Record<string, string | undefined>>,
  io: RunIo,
) => Promise<Ended>;

const NOT_FOUND = 127;
const NOT_RUNNABLE = 126;
const SIGNAL_BASE = 128;
/** How long a command whose starter is gone may take to end by itself. */
const GRACE_MS = 5000;

/**
 * Runs it with our own standard streams; signals are passed on, and it does not outlive us. Without a terminal all that it
 * starts is in a group with it, which is told and ended as a whole.
 */
export const runChild: RunChild = (command, env, io) =>
  new Promise((resolve) => {
    const { file, words, options } = toSpawnPlan(command, process.platform, env);
    // A terminal's own group is what Ctrl+C reaches and what may read from it; Windows has no groups.
    const hasGroup = !hasTerminal(io) && process.platform !== 'win32';
    const watchdog = createWatchdog();
    const child = spawn(file, words, { ...options, env, stdio: 'inherit', detached: hasGroup });
    if (child.pid !== undefined) watchdog.watch(hasGroup ? -child.pid : child.pid);
    const tell = toTeller(child, hasGroup);
    const forget = io.onStop((reason) => void passOn(tell, reason, io), { withHangUp: true });
    const end = (ended: Ended): void => {
      forget();
      // What is left of its group is ended, and asked first.
      watchdog.letGo({ isGone: !hasGroup || !tell(0) });
      resolve(ended);
    };
    child.on('error', (error: NodeJS.ErrnoException) => {
      // What cannot be stopped or told something is running all the same.
      if (child.pid === undefined) end(toNotRun(command[0], error));
    });
    child.on('exit', (code, signal) => end({ kind: 'ended', exitCode: toExitCode(code, signal) }));
  });

/** Sends a signal to what was started; false when nothing of it is there any more. */
type Tell = (signal: NodeJS.Signals | 0) => boolean;

function toTeller(child: ChildProcess, hasGroup: boolean): Tell {
  const { pid } = child;
  if (!hasGroup || pid === undefined) return (signal) => child.kill(signal);
  return (signal) => {
    try {
      return process.kill(-pid, signal);
    } catch {
      return false;
    }
  };
}

async function passOn(tell: Tell, reason: StopReason, io: RunIo): Promise<void> {
  // A terminal sends Ctrl+C to all that run in it; told twice, many programs end at once.
  if (reason === 'SIGINT' && hasTerminal(io)) return;
  if (reason !== 'orphaned') {
    tell(reason);
    return;
  }
  tell('SIGTERM');
  await io.sleep(GRACE_MS);
  tell('SIGKILL');
}

function hasTerminal({ stdin, stdout, stderr }: RunIo): boolean {
  return stdin.isTerminal || stdout.isTerminal || stderr.isTerminal;
}

/** As shells say it: 128 and the number of the signal that ended it. */
export function toExitCode(code: number | null, signal: NodeJS.Signals | null): number {
  if (code !== null) return code;
  return SIGNAL_BASE + (signal === null ? 0 : (constants.signals[signal] ?? 0));
}

function toNotRun(name: string, { code, message }: NodeJS.ErrnoException): Ended {
  const kind = 'not-run';
  if (code === 'ENOENT')
    return {
      kind,
      exitCode: NOT_FOUND,
      message: `There is no command "${name}", or what it is to be run with is not there; look at its name and at PATH.`,
    };
  if (code === 'EACCES')
    return {
      kind,
      exitCode: NOT_RUNNABLE,
      message: `"${name}" may not be run: it is a folder, or a file that is not executable; chmod +x makes it so.`,
    };
  return { kind, exitCode: NOT_RUNNABLE, message: `"${name}" cannot be run: ${message}.` };
}
