import type { PushFailure } from '@understudy/client';
import { BAD_PORT, isInsecure } from './contact.ts';

/**
 * Why no other message would fare better after this failure; null when the failure may be the message's own.
 *
 * The Push API's paths and key do not depend on the message. [documented]
 */
export function toStopReason(
  failure: Pick<PushFailure, 'kind' | 'status' | 'rateLimit'>,
  url: string,
): string | null {
  const { status, rateLimit } = failure;
  if (failure.kind !== 'http' || status === null) return null;
  if (status === 401) return `The push key is not taken by ${url} (401). Give the right one with --push-key.`;
  if (status === 404 || status === 405) {
    return `${url} does not answer as the Push API does (${status}). Check --url.`;
  }
  if (status < 400) {
    return `${url} sends us elsewhere (${status === 0 ? 'a redirect' : status}), and the push key is not taken there. Check --url.`;
  }
  const pauseMs = rateLimit?.retryAfterMs ?? 0;
  if (status === 429 && pauseMs > LONGEST_PAUSE_MS) {
    return `${url} asks to wait ${Math.ceil(pauseMs / 60_000)} minutes. Send what is left after that.`;
  }
  return null;
}

/** The client does not wait longer than this. */
const LONGEST_PAUSE_MS = 3_600_000;

/** Whether a failure speaks of the service's state rather than of the message; the client has tried it again in vain. */
export function isOutage({ kind, status }: Pick<PushFailure, 'kind' | 'status'>): boolean {
  if (kind === 'network' || kind === 'timeout') return true;
  return kind === 'http' && (status === 408 || status === 429 || (status !== null && status >= 500));
}

/** Why sending ends when nobody could be reached. */
export function toLostReason(url: string, code: string): string {
  const { hostname, port } = new URL(url);
  const isLocal = ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN')
    return `The host ${hostname} cannot be found (${code}). Check --url.`;
  if (isInsecure(code)) {
    return `No secure connection to ${url} can be had (${code}). Check whether --url should begin with http://.`;
  }
  if (code === BAD_PORT) {
    return `Nothing can be sent to port ${port}: fetch refuses it on principle. Choose another port, and --url with it.`;
  }
  if (!isLocal) return `Nobody can be reached at ${url} (${code}). Check --url and the network.`;
  const command = `npx understudy start${port === '' || port === '4010' ? '' : ` --port ${port}`}`;
  return `Nothing listens at ${url} (${code}). Is the stand-in running? ${command}`;
}
