import type { Recorded } from './recorded.ts';

/** What the Push API reads; whatever else a browser or a proxy added is its own business, cookies above all. */
const HEADERS = new Set(['accept', 'content-encoding', 'content-type', 'user-agent']);
const UNAUTHORIZED = 401;

/**
 * The request to send again, with our key in the place of the one that was recorded; null when there is none like it.
 * One that was refused for its key goes without any, so that it is refused again.
 */
export function toRequest(
  { method, url, headers, body, status }: Recorded,
  target: { readonly url: string; readonly pushKey: string },
  signal: AbortSignal | null = null,
): Request | null {
  // Without the slash it would go on with the host of the target.
  if (!url.pathname.startsWith('/')) return null;
  const sent = new Headers();
  for (const [name, value] of headers) {
    // What an export has masked, no header can carry.
    if (HEADERS.has(name.toLowerCase()) && isSendable(value)) sent.append(name, value);
  }
  if (status !== UNAUTHORIZED) sent.set('Authorization', `Push ${target.pushKey}`);
  try {
    return new Request(`${target.url}${url.pathname}${url.search}`, {
      method,
      headers: sent,
      body,
      redirect: 'manual',
      signal,
    });
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}

function isSendable(value: string): boolean {
  return /^[\t\x20-\x7e\x80-\xff]*$/.test(value);
}
