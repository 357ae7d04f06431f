import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { UserlistEngine } from '../../src/index.ts';
import type { Came, OfficialCall, sendCalls } from './official-calls.ts';

/** How what the official client sends, told nothing of us, comes to an engine. */
export type OfficialWay = {
  readonly engine: UserlistEngine;
  /** What the journal calls it. */
  readonly door: string;
  readonly send: typeof sendCalls;
  close(): Promise<void>;
};

/** A request to the process that has the client, and what it says. */
export type Errand = {
  readonly id: number;
  readonly pushKey: string | null;
  readonly calls: readonly OfficialCall[];
  readonly atOnce: boolean;
};

export type Report = { readonly id: number; readonly came: Came[] };

const PROGRAM = fileURLToPath(new URL('official-process.ts', import.meta.url));

/** A process that runs the official client under these flags and this environment, and has nothing of ours else. */
export function startOfficialProcess(
  execArgv: readonly string[],
  env: Readonly<Record<string, string>>,
): { readonly send: OfficialWay['send']; close(): Promise<void> } {
  const child: ChildProcess = fork(PROGRAM, {
    execArgv: [...execArgv],
    env,
    serialization: 'advanced',
    stdio: ['ignore', 'inherit', 'pipe', 'ipc'],
  });
  let told = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    told += text;
  });
  const ended = once(child, 'exit').then(([code]) => {
    throw new Error(`The process with the client ended with ${code}: ${told}`);
  });
  ended.catch(() => undefined);
  const waiting = new Map<number, (came: Came[]) => void>();
  child.on('message', ({ id, came }: Report) => waiting.get(id)?.(came));
  return {
    send(pushKey, calls, atOnce = false) {
      const id = waiting.size;
      const came = new Promise<Came[]>((resolve) => waiting.set(id, resolve));
      child.send({ id, pushKey, calls, atOnce } satisfies Errand);
      return Promise.race([came, ended]);
    },
    async close() {
      child.kill();
      await ended.catch(() => undefined);
    },
  };
}
