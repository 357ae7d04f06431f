import type { Io, StopReason } from '../../io.ts';

export const noon = Date.UTC(2026, 10, 23, 12);
export const url = 'http://127.0.0.1:4010';

/** One chunk of text, or chunks as they come. */
export type TestInput = string | AsyncIterable<Uint8Array>;

/** An io that remembers what was written; `stop` asks the command to stop. */
export function createTestIo(input: TestInput, { isTerminal = false } = {}) {
  const texts = { stdout: '', stderr: '' };
  const listeners = new Set<(reason: StopReason) => void>();
  const write = (to: 'stdout' | 'stderr', text: string): void => {
    texts[to] += text;
  };
  const io: Io = {
    stdin: { isTerminal, chunks: typeof input === 'string' ? chunksOf(input) : input },
    stdout: { write: (text) => write('stdout', text), isTerminal },
    stderr: { write: (text) => write('stderr', text), isTerminal },
    env: {},
    pid: 1,
    cwd: '/',
    onStop(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    elapsed: () => 0,
    sleep: () => Promise.resolve(),
  };
  const stop = (reason: StopReason): void => {
    for (const listener of listeners) listener(reason);
  };
  return { io, texts, stop };
}

async function* chunksOf(text: string): AsyncGenerator<Uint8Array> {
  yield new TextEncoder().encode(text);
}

export function accepted(): Response {
  return new Response(null, { status: 202 });
}

export function refused(status: number, text: string, headers: Record<string, string> = {}): Response {
  const body = JSON.stringify({ status, code: 'a_code', errors: [text] });
  return new Response(body, { status, headers: { 'content-type': 'application/json', ...headers } });
}

/** What fetch throws when nobody listens. */
export function nobody(): Error {
  const cause = Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' });
  return new TypeError('fetch failed', { cause });
}
