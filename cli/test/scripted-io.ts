import type { Io, StopReason } from '../src/io.ts';

/** An io whose output can be read and whose time and signals are told. */
export type ScriptedIo = Io & {
  /** What was written on standard output so far. */
  said(): string;
  /** What was written on standard error so far. */
  complained(): string;
  /** Resolves when standard output holds a text. */
  untilSaid(text: string): Promise<void>;
  stop(reason: StopReason): void;
  /** How many listeners wait for a request to stop. */
  listeners(): number;
  /** Lets time pass; so does every sleep. */
  pass(ms: number): void;
};

export type Script = {
  readonly env?: Readonly<Record<string, string>>;
  readonly isTerminal?: boolean;
  /** A folder without a configuration, unless given. */
  readonly cwd?: string;
};

export function createScriptedIo({
  env = {},
  isTerminal = false,
  cwd = import.meta.dirname,
}: Script = {}): ScriptedIo {
  const listeners = new Set<(reason: StopReason) => void>();
  const waiting = new Map<string, () => void>();
  let said = '';
  let complained = '';
  let elapsed = 0;

  return {
    stdin: { isTerminal, chunks: (async function* (): AsyncGenerator<Uint8Array> {})() },
    stdout: {
      isTerminal,
      write(text) {
        said += text;
        for (const [wanted, resolve] of waiting) if (said.includes(wanted)) resolve();
      },
    },
    stderr: {
      isTerminal,
      write(text) {
        complained += text;
      },
    },
    env,
    pid: 4321,
    cwd,
    onStop(listener) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    elapsed: () => elapsed,
    async sleep(ms) {
      elapsed += ms;
    },
    said: () => said,
    complained: () => complained,
    untilSaid: (text) =>
      new Promise((resolve) => {
        if (said.includes(text)) resolve();
        else waiting.set(text, resolve);
      }),
    stop(reason) {
      for (const listener of [...listeners]) listener(reason);
    },
    listeners: () => listeners.size,
    pass(ms) {
      elapsed += ms;
    },
  };
}
