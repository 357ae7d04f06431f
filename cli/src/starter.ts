/** What can be told of a running process. */
export type ProcessFacts = {
  readonly parent: number;
  /** Its process group. */
  readonly group: number;
  /** Its title or its command line. */
  readonly command: string;
};

/** Facts of a process; null when it is gone, or when this system does not tell. */
export type ReadProcess = (pid: number) => ProcessFacts | null;

/** The package runner that a process lives for. */
export type Starter = {
  readonly pid: number;
  isGone(): boolean;
};

/** The process that asks. */
export type Self = {
  readonly pid: number;
  /** Changes when the parent dies. */
  readonly ppid: number;
};

const SHELL = /^-?(?:sh|dash|ash|bash|zsh|ksh|busybox)$/;
const RUNNER = /^(?:npm|npx|pnpm|pnpx|yarn)\b/;
/** Nobody nests shells deeper than that. */
const MOST_SHELLS = 8;

/**
 * The npm, npx, pnpm or yarn that runs a process, directly or through shells; null when there is none.
 * A process that was detached (`setsid`, `spawn` with `detached`, a job of an interactive shell) lives for nobody.
 */
export function findStarter(self: Self, readProcess: ReadProcess): Starter | null {
  const own = readProcess(self.pid);
  if (own === null) return null;
  let candidate = self.ppid;
  for (let shells = 0; shells <= MOST_SHELLS; shells += 1) {
    const facts = readProcess(candidate);
    if (facts === null || facts.group !== own.group) return null;
    if (isRunner(facts.command)) return toStarter(candidate, shells === 0, self, readProcess);
    if (!SHELL.test(toName(facts.command.split(' ', 1)[0] ?? ''))) return null;
    candidate = facts.parent;
  }
  return null;
}

function toStarter(pid: number, isParent: boolean, self: Self, readProcess: ReadProcess): Starter {
  // Cheaper than asking the system, and it cannot be fooled by a number that was given out again.
  if (isParent) return { pid, isGone: () => self.ppid !== pid };
  return { pid, isGone: () => !isRunner(readProcess(pid)?.command ?? '') };
}

/** `npm start` is how npm titles itself; `node /usr/lib/node_modules/pnpm/bin/pnpm.cjs start` is how others look. */
function isRunner(command: string): boolean {
  return command.split(' ', 2).some((word) => RUNNER.test(toName(word)));
}

function toName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
