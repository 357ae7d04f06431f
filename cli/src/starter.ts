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

const SHELL = /^-?(?:sh|dash|ash|bash|zsh|ksh|busybox)$/;
const RUNNER = /^(?:npm|npx|pnpm|pnpx|yarn)\b/;
/** Nobody nests shells deeper than that. */
const MOST_SHELLS = 8;

/**
 * The npm, npx, pnpm or yarn that runs a process, directly or through shells; null when there is none.
 * A process that was detached (`setsid`, `spawn` with `detached`, a job of an interactive shell) lives for nobody.
 */
export function findStarter(pid: number, readProcess: ReadProcess): Starter | null {
  const self = readProcess(pid);
  if (self === null) return null;
  let candidate = self.parent;
  for (let shells = 0; shells <= MOST_SHELLS; shells += 1) {
    const facts = readProcess(candidate);
    if (facts === null || facts.group !== self.group) return null;
    if (isRunner(facts.command)) return toStarter(candidate, facts, readProcess);
    if (!SHELL.test(toName(facts.command.split(' ', 1)[0] ?? ''))) return null;
    candidate = facts.parent;
  }
  return null;
}

function toStarter(pid: number, then: ProcessFacts, readProcess: ReadProcess): Starter {
  return {
    pid,
    isGone: () => {
      const now = readProcess(pid);
      // The number may have been given to another process since.
      return now === null || now.group !== then.group || !isRunner(now.command);
    },
  };
}

/** `npm start` is how npm titles itself; `node /usr/lib/node_modules/pnpm/bin/pnpm.cjs start` is how others look. */
function isRunner(command: string): boolean {
  return command
    .split(' ', 2)
    .some((word) => RUNNER.test(toName(word)));
}

function toName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
