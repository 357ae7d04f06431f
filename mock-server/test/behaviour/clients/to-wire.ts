import type { Client, Headers, Replay } from './replay.ts';

/** A replay as its client puts it into HTTP. */
export type Written = {
  readonly method: string;
  readonly path: string;
  /** As spelled and in order. */
  readonly headers: Headers;
  readonly body: Uint8Array;
  readonly isChunked: boolean;
};

/** Writes a request as its client does, with a key. */
export function write(client: Client, replay: Replay, key: string): Written {
  const { method = 'POST', path, body, host = 'push.userlist.com' } = replay;
  const bytes = new TextEncoder().encode(toText(client, body));
  const headers = body === undefined ? (client.bareHeaders ?? client.headers) : client.headers;
  const filled = headers.map(
    ([name, value]) =>
      [
        name,
        value.replace('{host}', host).replace('{key}', key).replace('{length}', String(bytes.byteLength)),
      ] as const,
  );
  const isChunked = headers.some(([name]) => name.toLowerCase() === 'transfer-encoding');
  return { method, path, headers: filled, body: bytes, isChunked };
}

function toText(client: Client, body: unknown): string {
  if (body === undefined) return '';
  return typeof body === 'string' ? body : client.toJson(body);
}

/** The bytes of a request, one after the other, as they leave the client. */
export function toBytes({ method, path, headers, body, isChunked }: Written): Uint8Array {
  const head = `${method} ${path} HTTP/1.1\r\n${headers.map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n`;
  const chunk = [`${body.byteLength.toString(16)}\r\n`, body, '\r\n0\r\n\r\n'];
  const parts = [head, ...(isChunked ? chunk : [body])];
  return Buffer.concat(parts.map((part) => Buffer.from(part)));
}
