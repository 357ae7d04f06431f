import type { components } from '@understudy/openapi/control/types';
import type { Answer } from '../engine/outcome.ts';
import { isProblem, type Problem, type Reply, type TextReply } from './problem.ts';

/** An answer of the desk; one that comes piece by piece has its pieces in the place of a body. */
export type DeskAnswer = Answer | (Omit<Answer, 'body'> & { readonly pieces: AsyncIterable<string> });

const REASONS: Readonly<Record<number, string>> = {
  200: 'OK',
  201: 'Created',
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  405: 'Method Not Allowed',
  408: 'Request Timeout',
  409: 'Conflict',
  413: 'Content Too Large',
  500: 'Internal Server Error',
  503: 'Service Unavailable',
};

const HEADERS: readonly string[] = [
  'Content-Type',
  'application/json; charset=utf-8',
  // Bodies that programs sent are shown again here; no browser may take one for a page.
  'X-Content-Type-Options',
  'nosniff',
  'Cache-Control',
  'no-store',
];

/** Turns what an operation came to into what goes over the wire. */
export function renderReply(reply: Reply<unknown> | TextReply): DeskAnswer {
  if (reply.kind === 'text') return renderText(reply);
  const { status } = reply;
  return {
    status,
    reason: REASONS[status] ?? '',
    headers: headersOf(reply),
    // A terminal shows its prompt behind the last line.
    body: `${JSON.stringify(isProblem(reply) ? renderProblem(reply) : reply.value)}\n`,
    close: false,
  };
}

function renderText({ mediaType, text }: TextReply): DeskAnswer {
  const headers = ['Content-Type', mediaType, ...HEADERS.slice(2)];
  const head = { status: 200, reason: 'OK', headers, close: false };
  if (typeof text === 'string') return { ...head, body: text };
  // A proxy that gathers pieces would hold back what is to be seen at once.
  return { ...head, headers: [...headers, 'X-Accel-Buffering', 'no'], pieces: text };
}

function headersOf(reply: Reply<unknown>): readonly string[] {
  if (reply.status === 405) return [...HEADERS, 'Allow', allowOf(reply)];
  return reply.status === 401 ? [...HEADERS, 'WWW-Authenticate', 'Bearer'] : HEADERS;
}

function allowOf(reply: Reply<unknown>): string {
  return isProblem(reply) ? (reply.allowed ?? []).join(', ') : '';
}

function renderProblem({ code, message, path, allowed }: Problem): components['schemas']['Problem'] {
  return { error: { code, message, path, ...(allowed === undefined ? {} : { allowed: [...allowed] }) } };
}
