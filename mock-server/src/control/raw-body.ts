import type { components } from '@understudy/openapi/control/types';
import type { Exchange } from '../engine/exchange.ts';

const CHUNK = 8192;

/** The bytes of a body as text, or in base64 when they are not valid UTF-8. */
export function renderRawBody({ bytes, size, complete }: Exchange): components['schemas']['RawBody'] {
  try {
    // A body that was cut may end in the middle of a character; streaming leaves that one out.
    const stream = size > bytes.byteLength || !complete;
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes, { stream });
  } catch {
    return { base64: toBase64(bytes) };
  }
}

function toBase64(bytes: Uint8Array): string {
  const chunks: string[] = [];
  for (let at = 0; at < bytes.byteLength; at += CHUNK)
    chunks.push(String.fromCharCode(...bytes.subarray(at, at + CHUNK)));
  return btoa(chunks.join(''));
}
