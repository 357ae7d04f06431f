import type { components } from '@understudy/openapi/control/types';
import type { Answer } from '../engine/outcome.ts';
import { isProblem, type Problem, type Reply } from './problem.ts';

const REASONS: Readonly<Record<number, string>> = {
  200: 'OK',
  400: 'Bad Request',
  403: 'Forbidden',
  404: 'Not Found',
  405: 'Method Not Allowed',
  408: 'Request Timeout',
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
export function renderReply(reply: Reply<unknown>): Answer {
  const { status } = reply;
  return {
    status,
    reason: REASONS[status] ?? '',
    headers: status === 405 ? [...HEADERS, 'Allow', allowOf(reply)] : HEADERS,
    // A terminal shows its prompt behind the last line.
    body: `${JSON.stringify(isProblem(reply) ? renderProblem(reply) : reply.value)}\n`,
    close: false,
  };
}

function allowOf(reply: Reply<unknown>): string {
  return isProblem(reply) ? (reply.allowed ?? []).join(', ') : '';
}

function renderProblem({ code, message, path, allowed }: Problem): components['schemas']['Problem'] {
  return { error: { code, message, path, ...(allowed === undefined ? {} : { allowed: [...allowed] }) } };
}
