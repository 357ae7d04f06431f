import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process';
import { once } from 'node:events';

/** The processes that a run has started and that must not outlive it. */
export type Children = {
  /** Runs this Node with some words, in a surrounding that is the same for all. */
  spawn(words: readonly string[], options?: SpawnOptions): ChildProcess;
  /** Asks one to end, and makes it end when it does not. */
  end(child: ChildProcess): Promise<void>;
  /** Ends all that are left, at once. */
  endAll(): void;
};

/** Nothing else gets through: NODE_OPTIONS, NODE_ENV and the like change what is measured. */
const PASSED_ON = ['PATH', 'HOME', 'TMPDIR', 'TEMP', 'TMP', 'SystemRoot', 'LANG', 'TZ'];
const PATIENCE_MS = 3000;

export function createChildren(): Children {
  const running = new Set<ChildProcess>();
  const base = Object.fromEntries(PASSED_ON.map((name) => [name, process.env[name]]));

  return {
    spawn(words, options = {}) {
      const env = { ...base, ...options.env };
      const child = spawn(process.execPath, [...words], { ...options, env });
      running.add(child);
      const forget = (): void => void running.delete(child);
      child.once('exit', forget);
      child.once('error', forget);
      return child;
    },
    async end(child) {
      if (!running.has(child)) return;
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      const impatience = setTimeout(() => child.kill('SIGKILL'), PATIENCE_MS);
      await ended;
      clearTimeout(impatience);
    },
    endAll() {
      for (const child of running) child.kill('SIGKILL');
    },
  };
}
