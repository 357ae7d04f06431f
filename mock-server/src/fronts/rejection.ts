import type { Malformation } from '../engine/service.ts';

/** What Node's HTTP server hands to `clientError`. */
export type ClientError = Error & {
  readonly code?: string | undefined;
  /** The parser's own words, never bytes of the request. */
  readonly reason?: string | undefined;
  readonly rawPacket?: Uint8Array | undefined;
  readonly bytesParsed?: number | undefined;
};

/** Why a request was given up, and what can be told of it. */
export type Rejection = {
  readonly cause: Malformation;
  /** Holds nothing of the request: its head may carry a key. */
  readonly reason: string;
  /** Empty when it could not be read; so is `target`. */
  readonly method: string;
  readonly target: string;
};

const REQUEST_LINE = /^([!-~]{1,40}) ([!-~]{1,8000}) HTTP\/\d/;
const TLS_HANDSHAKE = 0x16;
const TLS_MAJOR = 0x03;

/** True when the sender closed its side in the middle of a request. */
export function isEarlyEnd(error: ClientError): boolean {
  return error.code === 'HPE_INVALID_EOF_STATE';
}

/** Reads a `clientError`; null when the connection itself broke, so that nobody is left to answer. */
export function toRejection(error: ClientError): Rejection | null {
  const { code = '' } = error;
  const line = toRequestLine(error);
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') {
    return { cause: 'timeout', reason: 'The request did not arrive in time.', ...line };
  }
  if (code === 'HPE_HEADER_OVERFLOW') {
    return {
      cause: 'headers-too-large',
      reason: 'The request head is larger than the server reads.',
      ...line,
    };
  }
  if (!code.startsWith('HPE_')) return null;
  return { cause: 'syntax', reason: toReason(error), ...line };
}

function toReason(error: ClientError): string {
  const { rawPacket, reason = '' } = error;
  if (rawPacket?.[0] === TLS_HANDSHAKE && rawPacket[1] === TLS_MAJOR) {
    return 'A TLS handshake came in at a plain HTTP port; the address should begin with http://.';
  }
  if (isEarlyEnd(error)) return 'The connection ended in the middle of the request.';
  return `This is not HTTP/1.1: ${reason === '' ? error.message : reason}.`;
}

/** The last request line at or before the byte that failed: earlier ones in the packet belong to requests already read. */
function toRequestLine({ rawPacket, bytesParsed }: ClientError): { method: string; target: string } {
  if (rawPacket === undefined) return { method: '', target: '' };
  const lines = new TextDecoder('latin1').decode(rawPacket).split('\n');
  let start = 0;
  let found = { method: '', target: '' };
  for (const line of lines) {
    if (start > (bytesParsed ?? 0)) break;
    const [, method, target] = REQUEST_LINE.exec(line) ?? [];
    if (method !== undefined && target !== undefined) found = { method, target };
    start += line.length + 1;
  }
  return found;
}
