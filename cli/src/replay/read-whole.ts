import { type Input, toReadReason } from '../outgoing/open-input.ts';
import { UsageError } from '../usage-error.ts';

/** An archive is one JSON text, so all of it has to be in memory at once. */
const MOST_MEBIBYTES = 256;
const MEBIBYTE = 1024 * 1024;

/** Reads an input to its end as UTF-8. Throws a UsageError when that cannot be done. */
export async function readWhole(input: Input, mostMebibytes: number = MOST_MEBIBYTES): Promise<string> {
  const parts: Uint8Array[] = [];
  let bytes = 0;
  try {
    for await (const chunk of input.chunks) {
      bytes += chunk.byteLength;
      if (bytes > mostMebibytes * MEBIBYTE) {
        throw new UsageError(
          `${input.name} has more than ${mostMebibytes} MiB; export less at a time, such as one account.`,
        );
      }
      parts.push(chunk);
    }
  } catch (error) {
    throw error instanceof UsageError ? error : new UsageError(toReadReason(input.name, error));
  } finally {
    input.close();
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(parts, bytes));
  } catch {
    throw new UsageError(`${input.name} is not UTF-8; export it again.`);
  }
}
