import { crc32 } from 'node:zlib';
import type { LogEntry } from '../engine/store.ts';

/** A line of the log as it stands in its table. */
export type LogRow = {
  readonly seq: number;
  /** JSON; all but the body. */
  readonly entry: string;
  readonly body: Uint8Array;
  readonly sum: number;
};

const NO_BODY = new Uint8Array(0);

export function toLogRow(seq: number, entry: LogEntry): LogRow {
  const [text, body] = split(entry);
  return { seq, entry: text, body, sum: crc32(body, crc32(text, seq)) };
}

function split(entry: LogEntry): [text: string, body: Uint8Array] {
  if (entry.kind !== 'call') return [JSON.stringify(entry), NO_BODY];
  const { bytes, ...rest } = entry;
  return [JSON.stringify(rest), bytes];
}

/** Throws an error on a row that is not as it was written. */
export function fromLogRow(row: LogRow): LogEntry {
  const { seq, entry, body, sum } = row;
  if (crc32(body, crc32(entry, seq)) !== sum)
    throw new Error(`entry ${seq} of its log is not as it was written`);
  const read = JSON.parse(entry) as LogEntry;
  return read.kind === 'call' ? { ...read, bytes: body } : read;
}

/** The sum of a text that belongs to a number. */
export function sumOf(id: number, text: string): number {
  // The least significant bits are enough to tell that a row stands in another's place.
  return crc32(text, id >>> 0);
}

/** Throws an error unless the sum is that of the text; `what` names it. */
export function expectSum(sum: unknown, id: number, text: string, what: string): void {
  if (sum !== sumOf(id, text)) throw new Error(`${what} is not as it was written`);
}
