import type { ServerResponse } from 'node:http';
import type { Answer } from '../engine/outcome.ts';

const NO_CONTENT = 204;
const NOT_MODIFIED = 304;
const NOTHING = new Uint8Array(0);

/** Writes the head of an answer onto a response; returns how many bytes of body are to follow. */
export function writeHead(response: ServerResponse, answer: Answer, closes: boolean): number {
  const { status, reason, body } = answer;
  const bytes = Buffer.byteLength(body);
  const headers = answer.headers.slice();
  const hasBody = status !== NO_CONTENT && status !== NOT_MODIFIED;
  // Without a length Node would send chunks, which the vendor does not.
  if (hasBody && !isNamed(headers, 'content-length')) headers.push('Content-Length', String(bytes));
  if (closes && !isNamed(headers, 'connection')) headers.push('Connection', 'close');
  response.writeHead(status, reason, headers);
  return hasBody && response.req.method !== 'HEAD' ? bytes : 0;
}

/** Writes the head of an answer whose body comes piece by piece, and sends it at once. */
export function writeOpenHead(response: ServerResponse, answer: Omit<Answer, 'body'>, closes: boolean): void {
  const headers = closes ? [...answer.headers, 'Connection', 'close'] : answer.headers.slice();
  response.writeHead(answer.status, answer.reason, headers);
  response.flushHeaders();
}

/**
 * The body of an answer as it is to be written first of all. With a text Node sends the head in the encoding of the text,
 * where headers are Latin-1.
 */
export function toChunk({ headers, body }: Answer): string | Uint8Array {
  return isAscii(headers) ? body : Buffer.from(body);
}

/** Sends a head that is written, ahead of so many bytes of body. */
export function flushHead(response: ServerResponse, { headers }: Answer, bodyBytes: number): void {
  if (isAscii(headers)) response.flushHeaders();
  else if (bodyBytes > 0) response.write(NOTHING);
  else response.end();
}

const isAscii = (headers: readonly string[]): boolean => headers.every((text) => /^[\t -~]*$/.test(text));

function isNamed(headers: readonly string[], name: string): boolean {
  for (let at = 0; at < headers.length; at += 2) {
    const each = headers[at];
    if (each !== undefined && each.length === name.length && each.toLowerCase() === name) return true;
  }
  return false;
}
