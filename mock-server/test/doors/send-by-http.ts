import type { ClientRequest, RequestOptions } from 'node:http';
import { BrokenReply } from './broken-reply.ts';
import { ANY_HOST, type Reply, type Sent, toPieces } from './door.ts';

/** Sends with Node's own client; `begin` is told what it is to send, and where is its own matter. */
export function sendByHttp(begin: (options: RequestOptions) => ClientRequest, sent: Sent): Promise<Reply> {
  const { method, target, headers, host = ANY_HOST, body, comes = 'whole', isLast = false } = sent;
  return new Promise((resolve, reject) => {
    const request = begin({
      method,
      path: target,
      headers: ['Host', host, ...headers.flat(), ...toFraming(comes, body)],
      ...(isLast ? { agent: false } : {}),
    });
    request.on('response', (response) => {
      const chunks: Buffer[] = [];
      const toReply = (): Reply => ({
        status: response.statusCode ?? 0,
        reason: response.statusMessage ?? '',
        headers: toLower(response.headers),
        body: Buffer.concat(chunks).toString(),
      });
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => resolve(toReply()));
      response.on('error', (error) => reject(new BrokenReply(toReply(), error)));
    });
    request.on('error', reject);
    if (comes === 'whole') request.end(body);
    else sendPieces(request, body, comes === 'broken off');
  });
}

function toFraming(comes: NonNullable<Sent['comes']>, body: Uint8Array): string[] {
  return comes === 'in pieces'
    ? ['Transfer-Encoding', 'chunked']
    : ['Content-Length', String(body.byteLength)];
}

function sendPieces(request: ClientRequest, body: Uint8Array, breaksOff: boolean): void {
  const pieces = toPieces(body);
  if (!breaksOff) {
    for (const piece of pieces) request.write(piece);
    request.end();
    return;
  }
  request.write(pieces[0] ?? body, () => request.destroy(new Error('The sender is gone.')));
}

function toLower(headers: NodeJS.Dict<string | string[]>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]));
}
