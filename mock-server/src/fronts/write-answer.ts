import type { ServerResponse } from 'node:http';
import type { Answer } from '../engine/outcome.ts';

/** Writes an answer onto a response; returns how many bytes of body that is. */
export function writeAnswer(response: ServerResponse, answer: Answer, closes: boolean): number {
  const { status, reason, body } = answer;
  const bytes = Buffer.byteLength(body);
  const headers = answer.headers.slice();
  // Without a length Node would send chunks, which the vendor does not.
  if (!isNamed(headers, 'content-length')) headers.push('Content-Length', String(bytes));
  if (closes && !isNamed(headers, 'connection')) headers.push('Connection', 'close');
  response.writeHead(status, reason, headers);
  return response.req.method === 'HEAD' ? 0 : bytes;
}

function isNamed(headers: readonly string[], name: string): boolean {
  for (let at = 0; at < headers.length; at += 2) {
    const each = headers[at];
    if (each !== undefined && each.length === name.length && each.toLowerCase() === name) return true;
  }
  return false;
}
