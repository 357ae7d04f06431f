import { afterEach } from 'vitest';
import type { Io } from '../src/io.ts';
import { runCommandLine } from '../src/run-command-line.ts';
import { createScriptedIo, type Script, type ScriptedIo } from './scripted-io.ts';

/** What `--json` says. */
export type StartLine = {
  readonly url: string;
  readonly push_key: string;
  readonly control_url: string;
  readonly control_token?: string;
  readonly pid: number;
};

export type Started = {
  readonly io: ScriptedIo;
  readonly line: StartLine;
  /** The exit code. */
  readonly code: Promise<number>;
  push(path: string, body: unknown, key?: string): Promise<Response>;
  /** The answer of the desk, read. */
  ask(path: string, init?: RequestInit): Promise<unknown>;
};

/** Says how to start stand-ins on ports of the system's choice, which are stopped after the test. */
export function useStarted(): (
  words?: readonly string[],
  script?: Script,
  own?: Partial<Io>,
) => Promise<Started> {
  const running: Pick<Started, 'io' | 'code'>[] = [];
  afterEach(async () => {
    for (const { io, code } of running.splice(0)) {
      io.stop('SIGTERM');
      await code;
    }
  });
  return async (words = [], script = {}, own = {}) => {
    const io = createScriptedIo(script);
    const code = runCommandLine(['start', '--port', '0', '--json', ...words], { ...io, ...own });
    running.push({ io, code });
    await Promise.race([io.untilSaid('\n'), code]);
    if (io.said() === '') throw new Error(`It did not start: ${io.complained()}`);
    const line: StartLine = JSON.parse(io.said());
    const token = line.control_token === undefined ? {} : { authorization: `Bearer ${line.control_token}` };
    return {
      io,
      line,
      code,
      push: (path, body, key = line.push_key) =>
        fetch(`${line.url}${path}`, {
          method: 'POST',
          headers: { authorization: `Push ${key}`, 'content-type': 'application/json' },
          body: JSON.stringify(body),
        }),
      ask: async (path, init = {}) =>
        (await fetch(`${line.control_url}${path}`, { headers: token, ...init })).json(),
    };
  };
}
