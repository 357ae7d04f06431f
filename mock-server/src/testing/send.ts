import { request as requestPlainly } from 'node:http';
import { request as requestOverTls } from 'node:https';

export type Sent = {
  readonly method: string;
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | null;
  readonly signal: AbortSignal | null;
  /** For how many milliseconds of real time nothing may come. */
  readonly patienceMs: number;
};

export type Received = { readonly status: number; readonly text: string };

/** Longer timers overflow, and are over at once. */
const LONGEST_MS = 2_000_000_000;

/**
 * Sends one request on a connection of its own. Not with fetch: tests put their own in its place, some environments have
 * none, and it refuses some ports. Its time-out is the socket's, which fake timers leave alone.
 */
export function send({ method, url, headers, body, signal, patienceMs }: Sent): Promise<Received> {
  return new Promise((resolve, reject) => {
    const request = url.protocol === 'https:' ? requestOverTls : requestPlainly;
    const length = body === null ? {} : { 'Content-Length': String(Buffer.byteLength(body)) };
    const timeout = Math.min(patienceMs, LONGEST_MS);
    const options = { method, agent: false, headers: { ...headers, ...length }, timeout };
    const asked = request(url, signal === null ? options : { ...options, signal }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, text: Buffer.concat(chunks).toString() }),
      );
    });
    asked.on('error', reject);
    asked.on('timeout', () => {
      reject(new Error(`nothing came for ${timeout} ms`));
      asked.destroy();
    });
    asked.end(body ?? undefined);
  });
}
