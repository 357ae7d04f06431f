import { request as requestPlainly } from 'node:http';
import { request as requestOverTls } from 'node:https';

export type Sent = {
  readonly method: string;
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | null;
  readonly signal: AbortSignal | null;
};

export type Received = { readonly status: number; readonly text: string };

/**
 * Sends one request on a connection of its own. Not with fetch: tests put their own in its place, some environments have
 * none, and it refuses some ports.
 */
export function send({ method, url, headers, body, signal }: Sent): Promise<Received> {
  return new Promise((resolve, reject) => {
    const request = url.protocol === 'https:' ? requestOverTls : requestPlainly;
    const length = body === null ? {} : { 'Content-Length': String(Buffer.byteLength(body)) };
    const options = { method, agent: false, headers: { ...headers, ...length } };
    const asked = request(url, signal === null ? options : { ...options, signal }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, text: Buffer.concat(chunks).toString() }),
      );
    });
    asked.on('error', reject);
    asked.end(body ?? undefined);
  });
}
