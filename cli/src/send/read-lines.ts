/** One line that is not blank; `number` counts from 1, blank lines too. */
export type Line =
  | { readonly kind: 'text'; readonly number: number; readonly text: string; readonly bytes: number }
  | { readonly kind: 'unreadable'; readonly number: number; readonly reason: string }
  /** The whole input is something else than text in UTF-8; the last line there is. */
  | { readonly kind: 'foreign'; readonly number: 1; readonly reason: string };

/** Bytes of one line that are kept; a request has at most a fortieth of them. */
const MOST_LINE_BYTES = 4 * 1024 * 1024;
const LINE_FEED = 10;

/**
 * Splits bytes into lines of UTF-8, with line feed or CRLF, and leaves out the blank ones and a byte-order mark.
 *
 * Never holds more than one chunk and `mostBytes`, however long a line is.
 */
export async function* readLines(
  chunks: AsyncIterable<Uint8Array>,
  mostBytes: number = MOST_LINE_BYTES,
): AsyncGenerator<Line> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let parts: Uint8Array[] = [];
  let bytes = 0;
  let number = 1;
  let isFirst = true;

  const add = (part: Uint8Array): void => {
    bytes += part.byteLength;
    if (bytes <= mostBytes) parts.push(part);
    else parts = [];
  };
  const take = (): Line | null => {
    const line = toLine(decoder, parts, bytes, number, mostBytes);
    parts = [];
    bytes = 0;
    number += 1;
    return line;
  };

  for await (const chunk of chunks) {
    const format = isFirst ? toForeignFormat(chunk) : null;
    isFirst = false;
    if (format !== null) {
      yield { kind: 'foreign', number: 1, reason: `The input is ${format}.` };
      return;
    }
    let start = 0;
    for (;;) {
      const end = chunk.indexOf(LINE_FEED, start);
      if (end === -1) break;
      add(chunk.subarray(start, end));
      const line = take();
      if (line !== null) yield line;
      start = end + 1;
    }
    if (start < chunk.byteLength) add(chunk.subarray(start));
  }
  const last = take();
  if (last !== null) yield last;
}

function toLine(
  decoder: TextDecoder,
  parts: readonly Uint8Array[],
  bytes: number,
  number: number,
  mostBytes: number,
): Line | null {
  if (bytes > mostBytes) {
    const reason = `The line has ${bytes} bytes, and at most ${mostBytes} are read: one message a line.`;
    return { kind: 'unreadable', number, reason };
  }
  try {
    const [only] = parts;
    const text = decoder.decode(parts.length === 1 ? only : Buffer.concat(parts, bytes));
    return text.trim() === '' ? null : { kind: 'text', number, text, bytes };
  } catch {
    return { kind: 'unreadable', number, reason: 'The line is not UTF-8.' };
  }
}

/** What else a file beginning with these bytes may be; otherwise each of its lines would be reported. */
function toForeignFormat(start: Uint8Array): string | null {
  const [first, second] = start;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) {
    return 'UTF-16: save it as UTF-8';
  }
  if (first === 0x1f && second === 0x8b) return 'compressed with gzip: unpack it first';
  return null;
}
