import { open } from 'node:fs/promises';
import type { Io } from '../io.ts';
import { UsageError } from '../usage-error.ts';

export type Input = {
  /** As it is called in sentences. */
  readonly name: string;
  readonly chunks: AsyncIterable<Uint8Array>;
  close(): void;
};

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EACCES: 'it may not be read',
  EISDIR: 'it is a folder',
};

/** Opens a file, or stdin for `-` and for no name. Throws a UsageError, `wanted`, when there is nothing to read from. */
export async function openInput(
  file: string | undefined,
  stdin: Io['stdin'],
  wanted: string,
): Promise<Input> {
  if (file === undefined && stdin.isTerminal) throw new UsageError(wanted);
  if (file === undefined || file === '-') {
    return { name: 'stdin', chunks: stdin.chunks, close: () => undefined };
  }
  try {
    const handle = await open(file);
    if ((await handle.stat()).isDirectory()) {
      await handle.close();
      throw Object.assign(new Error('a folder'), { code: 'EISDIR' });
    }
    const stream = handle.createReadStream();
    return { name: file, chunks: stream, close: () => stream.destroy() };
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    throw new UsageError(`${file} cannot be read: ${REASONS[code] ?? code}.`);
  }
}

/** The chunks up to an error, which goes to `onError`, and up to an abort, even while the next one is awaited. */
export async function* untilAborted(
  chunks: AsyncIterable<Uint8Array>,
  signal: AbortSignal,
  onError: (error: unknown) => void,
): AsyncGenerator<Uint8Array> {
  const iterator = chunks[Symbol.asyncIterator]();
  let stop = (): void => undefined;
  const onAbort = (): void => stop();
  signal.addEventListener('abort', onAbort, { once: true });
  try {
    while (!signal.aborted) {
      // A race against one promise for the whole run would keep every chunk in memory.
      const next = await new Promise<IteratorResult<Uint8Array> | null>((resolve, reject) => {
        stop = () => resolve(null);
        iterator.next().then(resolve, reject);
      });
      if (next === null || next.done === true) return;
      yield next.value;
    }
  } catch (error) {
    if (!signal.aborted) onError(error);
  } finally {
    signal.removeEventListener('abort', onAbort);
  }
}

/** Why reading ended before its time. */
export function toReadReason(name: string, error: unknown): string {
  return `Reading ${name} failed: ${error instanceof Error ? error.message : String(error)}.`;
}
