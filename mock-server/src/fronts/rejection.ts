import { METHODS } from 'node:http';
import type { Malformation } from '../engine/service.ts';

/** What Node's HTTP server hands to `clientError`. */
export type ClientError = Error & {
  readonly code?: unknown;
  /** The parser's own words, never bytes of the request. */
  readonly reason?: unknown;
  /** The bytes at which the parser failed, if it was the parser. */
  readonly rawPacket?: unknown;
  readonly bytesParsed?: unknown;
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

const REQUEST_LINE = /^([\w!#$%&'*+.^`|~-]{1,40}) ([!-~]{1,8000}) HTTP\/\d/;
/** The parser reads these too, and refuses them only when they are whole. */
const RTSP_METHODS = [
  'ANNOUNCE',
  'DESCRIBE',
  'FLUSH',
  'GET_PARAMETER',
  'PAUSE',
  'PLAY',
  'RECORD',
  'REDIRECT',
  'SETUP',
  'SET_PARAMETER',
  'TEARDOWN',
];
const READABLE_METHODS = [...METHODS, ...RTSP_METHODS];
const LONGEST_LINE = 8100;
const HTTP2_PREFACE = { method: 'PRI', target: '*' };
const TLS_HANDSHAKE = 0x16;
const TLS_MAJOR = 0x03;

/** True when the sender closed its side in the middle of a request. */
export function isEarlyEnd(error: ClientError): boolean {
  return error.code === 'HPE_INVALID_EOF_STATE';
}

/** True for what came behind a request that closes its connection: it is no request, and nobody waits for an answer. */
export function isBehindLast(error: ClientError): boolean {
  return error.code === 'HPE_CLOSED_CONNECTION';
}

/** Reads a `clientError`; null when the connection itself broke, so that nobody is left to answer. */
export function toRejection(error: ClientError): Rejection | null {
  const code = String(error.code);
  const packet = error.rawPacket instanceof Uint8Array ? error.rawPacket : new Uint8Array(0);
  const failedAt = Number(error.bytesParsed ?? 0);
  // This one is found when the head is over; at the same place any other has to do with what comes behind it.
  const isOfHead = code === 'HPE_INVALID_TRANSFER_ENCODING';
  const line = toRequestLine(packet, isOfHead ? failedAt - 1 : failedAt);
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
  if (code === 'HPE_PAUSED_H2_UPGRADE') {
    return {
      cause: 'syntax',
      reason: 'The sender speaks HTTP/2; this port takes HTTP/1.1.',
      ...HTTP2_PREFACE,
    };
  }
  if (!code.startsWith('HPE_')) return null;
  return { cause: 'syntax', reason: toReason(error, packet), ...line };
}

function toReason(error: ClientError, packet: Uint8Array): string {
  if (packet[0] === TLS_HANDSHAKE && packet[1] === TLS_MAJOR) {
    return 'A TLS handshake came in at a plain HTTP port; the address should begin with http://.';
  }
  if (isEarlyEnd(error)) return 'The connection ended in the middle of the request.';
  const words = typeof error.reason === 'string' && error.reason !== '' ? error.reason : error.message;
  return `This is not HTTP/1.1: ${words}.`;
}

/**
 * The line of the request that failed. A packet may hold earlier requests and may begin anywhere, so a line counts only
 * when no head ends between it and the failure; `HTTP/` at its end keeps a piece of a split header from passing for one.
 */
function toRequestLine(packet: Uint8Array, failedAt: number): { method: string; target: string } {
  const text = new TextDecoder('latin1').decode(packet);
  let found = { method: '', target: '' };
  for (let start = 0; start >= 0 && start <= failedAt; start = text.indexOf('\n', start) + 1 || -1) {
    const [, method, target] = REQUEST_LINE.exec(text.slice(start, start + LONGEST_LINE)) ?? [];
    if (method === undefined || target === undefined) continue;
    const isRead = text.slice(start, failedAt).includes('\r\n\r\n');
    found = isRead || !isMethod(method, failedAt - start) ? { method: '', target: '' } : { method, target };
  }
  return found;
}

/**
 * Whether a method can be what the parser read up to where it failed. When a body ends right before a request, its last
 * bytes stand on the same line.
 */
function isMethod(method: string, readBytes: number): boolean {
  if (readBytes > method.length) return READABLE_METHODS.includes(method);
  return READABLE_METHODS.some((each) => each.startsWith(method.slice(0, readBytes)));
}
