import type { components } from '@understudy/openapi/control/types';

export type ProblemCode = components['schemas']['ProblemCode'];

/** A symbol, since bodies are looked at before they are checked and may hold any text. */
const PROBLEM = Symbol('problem');

/** Why the desk does not do what it was asked: a value, never thrown. */
export type Problem = {
  readonly kind: typeof PROBLEM;
  readonly status: number;
  readonly code: ProblemCode;
  /** What is wrong and what to do about it. Never holds a push key. */
  readonly message: string;
  /** A JSON Pointer into the body, or `?` and the name of a query parameter; null for the request as a whole. */
  readonly path: string | null;
  /** Everything that would have been right, where that is a closed list. */
  readonly allowed?: readonly string[];
};

/** What an operation of the desk comes to. */
export type Reply<Value> =
  | { readonly kind: 'reply'; readonly status: number; readonly value: Value }
  | Problem;

/** What an operation comes to that answers with something else than JSON. */
export type TextReply = {
  readonly kind: 'text';
  readonly mediaType: string;
  /** Pieces are asked for as fast as the reader takes them. */
  readonly text: string | AsyncIterable<string>;
};

const STATUS: Readonly<Record<ProblemCode, number>> = {
  unknown_path: 404,
  method_not_allowed: 405,
  unknown_parameter: 400,
  invalid_parameter: 400,
  invalid_path: 400,
  invalid_body: 400,
  body_too_large: 413,
  unknown_account: 404,
  unknown_exchange: 404,
  foreign_host: 403,
  foreign_origin: 403,
  token_wanted: 401,
  no_room: 503,
  expectation_failed: 409,
  wait_timed_out: 408,
  too_many_waits: 503,
  stopping: 503,
  crashed: 500,
};

/** Makes a problem; its status follows from the code. */
export function toProblem(
  code: ProblemCode,
  message: string,
  path: string | null = null,
  allowed?: readonly string[],
): Problem {
  const problem = { kind: PROBLEM, status: STATUS[code], code, message, path } as const;
  return allowed === undefined ? problem : { ...problem, allowed };
}

/** Makes the reply that an operation gives when all is well. */
export function toReply<Value>(value: Value, status = 200): Reply<Value> {
  return { kind: 'reply', status, value };
}

/** Tells a problem from anything that was read instead, whatever shape that has. */
export function isProblem(value: unknown): value is Problem {
  return typeof value === 'object' && value !== null && (value as { kind?: unknown }).kind === PROBLEM;
}
