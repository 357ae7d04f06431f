import { open, stat } from 'node:fs/promises';
import { isUsageError, UsageError } from '../usage-error.ts';

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  ENOTDIR: 'there is no such file',
  EACCES: 'it may not be read',
  EISDIR: 'it is a folder',
};

/** What a shell puts in the place of a file for `<(command)`, and what people name for nothing or for standard input. */
const STREAM = /^\/(?:dev\/(?:null|stdin|fd\/\d+)|proc\/(?:self|\d+)\/fd\/\d+)$/;

/** The text of a file of at most so many bytes; null when there is none. Throws a UsageError on one that cannot be read. */
export async function readBoundedFile(
  path: string,
  shown: string,
  mostBytes: number,
): Promise<string | null> {
  const bytes = await readBytes(path, shown, mostBytes);
  if (bytes === null) return null;
  if (bytes.byteLength > mostBytes) {
    throw new UsageError(
      `${shown} has more than ${mostBytes / 1024 / 1024} MiB; send what it is to store with "understudy send" instead.`,
    );
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new UsageError(`${shown} is no text in UTF-8; save it as such.`);
  }
}

/** At most one byte more than may be there, so that a device without an end does not matter. */
async function readBytes(path: string, shown: string, mostBytes: number): Promise<Uint8Array | null> {
  try {
    const found = await stat(path);
    // A pipe that nobody writes to would be waited for without an end.
    if (!found.isFile() && !found.isDirectory() && !STREAM.test(path))
      throw new UsageError(
        `${shown} cannot be read: it is no regular file; name one, or /dev/stdin for standard input.`,
      );
    await using handle = await open(path);
    const buffer = new Uint8Array(mostBytes + 1);
    let length = 0;
    for (;;) {
      const { bytesRead } = await handle.read(buffer, length, buffer.byteLength - length);
      length += bytesRead;
      if (bytesRead === 0 || length === buffer.byteLength) return buffer.subarray(0, length);
    }
  } catch (error) {
    if (isUsageError(error)) throw error;
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    if (code === 'ENOENT') return null;
    throw new UsageError(`${shown} cannot be read: ${REASONS[code] ?? code}.`);
  }
}
