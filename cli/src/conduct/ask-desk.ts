import { get as getHttp } from 'node:http';
import { get as getHttps } from 'node:https';
import { UsageError } from '../usage-error.ts';

/** Asks the desk of a running stand-in for a path below `/_control`; resolves with what it says. Throws a UsageError. */
export type AskDesk = (path: string) => Promise<unknown>;

/** A report over a full journal takes a while. */
const PATIENCE_MS = 60_000;
const MOST_BYTES = 64 * 1024 * 1024;

/** Makes what asks the desk at an address, with its token if there is one. Not with fetch, which refuses some ports. */
export function createAskDesk(url: string, token: string | undefined): AskDesk {
  const headers = token === undefined ? {} : { authorization: `Bearer ${token}` };
  return async (path) => {
    const { status, text } = await request(`${url}/_control${path}`, headers).catch((error: unknown) => {
      throw new UsageError(`Nothing answers at ${url} (${toWhy(error)}); is "understudy start" running?`);
    });
    const value = parse(text);
    if (status === 200 && value !== undefined) return value;
    const said = toMessage(value);
    if (said === null)
      throw new UsageError(`Something other than Understudy answers at ${url}, with ${status}.`);
    const remedy = status === 401 ? ' Give it with --control-token.' : '';
    throw new UsageError(`The stand-in at ${url} says: ${said}${remedy}`);
  };
}

function request(
  url: string,
  headers: Readonly<Record<string, string>>,
): Promise<{ readonly status: number; readonly text: string }> {
  return new Promise((resolve, reject) => {
    const get = url.startsWith('https:') ? getHttps : getHttp;
    const signal = AbortSignal.timeout(PATIENCE_MS);
    const asked = get(url, { agent: false, signal, headers }, (response) => {
      const chunks: Buffer[] = [];
      let bytes = 0;
      response.on('data', (chunk: Buffer) => {
        chunks.push(chunk);
        bytes += chunk.byteLength;
        if (bytes > MOST_BYTES) response.destroy(new Error('it does not stop talking'));
      });
      response.on('error', reject);
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, text: Buffer.concat(chunks).toString() }),
      );
    });
    asked.on('error', reject);
  });
}

function toWhy(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error.name === 'AbortError' || error.name === 'TimeoutError') return 'no answer';
  return 'code' in error && typeof error.code === 'string' ? error.code : error.message;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** What a problem of the desk says; null when it is none. */
function toMessage(value: unknown): string | null {
  if (typeof value !== 'object' || value === null || !('error' in value)) return null;
  const { error } = value;
  if (typeof error !== 'object' || error === null || !('message' in error)) return null;
  return typeof error.message === 'string' ? error.message : null;
}
