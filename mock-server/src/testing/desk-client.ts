import {
  type DeskOperationId,
  type DeskParams,
  type DeskQueries,
  deskRoutes,
} from '@understudy/openapi/control/routes';
import type { components } from '@understudy/openapi/control/types';
import type { Asked, Value } from '../control/handler.ts';
import { UsageError } from '../engine/usage-error.ts';
import { isAnswer } from './desk-answer.ts';
import { ExpectationError } from './expectation-error.ts';
import { type Received, send } from './send.ts';

/** The desk of a stand-in, asked over HTTP. */
export type DeskClient = {
  /** Where the stand-in is, without a trailing slash. */
  readonly url: string;
  /**
   * What the desk answers. Rejects with an ExpectationError where what was to be verified is not so, with a UsageError
   * where the desk says what is wrong with the question.
   */
  ask<Id extends DeskOperationId>(id: Id, question?: Question<Id>): Promise<Value<Id>>;
};

export type Question<Id extends DeskOperationId> = {
  readonly params?: DeskParams[Id];
  readonly query?: Partial<DeskQueries[Id]>;
  readonly body?: Asked<Id>['body'];
  readonly signal?: AbortSignal | undefined;
};

type Problem = components['schemas']['Problem']['error'];

/** What a slow machine may take, beyond what the desk is told to wait. */
const USUAL_PATIENCE_MS = 10_000;

/** Throws a UsageError on what is no URL of HTTP. Patience is real time, in milliseconds. */
export function createDeskClient(
  url: string,
  token: string | null,
  patienceMs = USUAL_PATIENCE_MS,
): DeskClient {
  const { base, whole } = toBase(url);
  const headers = token === null ? {} : { Authorization: `Bearer ${token}` };

  return {
    url: base,
    async ask(id, { params = {}, query = {}, body, signal } = {}) {
      const route = deskRoutes.find((each) => each.id === id);
      if (route === undefined) throw new Error(`The desk has no operation ${id}.`);
      const { status, text } = await send({
        method: route.method,
        url: toTarget(whole, route.path, params, query),
        headers,
        body: body == null ? null : JSON.stringify(body),
        signal: signal ?? null,
        patienceMs: patienceMs + toWait(body),
      }).catch((error: unknown) => {
        if (signal?.aborted === true) throw signal.reason;
        throw new UsageError(`Nothing answers at ${base} (${toWhy(error)}); does the stand-in still run?`);
      });
      const value = parse(text);
      if (status < 300 && isAnswer(id, value)) return value as Value<typeof id>;
      throw toError(base, { status, text }, value);
    },
  };
}

function toBase(url: string): { readonly base: string; readonly whole: URL } {
  const whole = URL.canParse(url) ? new URL(url) : null;
  if (whole === null || !/^https?:$/.test(whole.protocol)) {
    // What is before an @ may be a password.
    const given = String(url).includes('@') ? 'What was given' : JSON.stringify(url);
    throw new UsageError(`${given} is not the URL of a stand-in; give one such as http://127.0.0.1:4010.`);
  }
  if (whole.username !== '' || whole.password !== '')
    throw new UsageError(
      'The URL of a stand-in has no name and password; leave them out, and give the token of its desk as controlToken.',
    );
  return { base: url.replace(/\/+$/, ''), whole };
}

/** For how long the desk is told to hold back its answer. */
function toWait(body: object | null | undefined): number {
  return body != null && 'timeout_ms' in body && typeof body.timeout_ms === 'number' ? body.timeout_ms : 0;
}

function toTarget(whole: URL, path: string, params: object, query: object): URL {
  const filled = Object.entries(params).reduce(
    (rest, [name, value]) => rest.replace(`{${name}}`, () => encodeURIComponent(String(value))),
    path,
  );
  const target = new URL(whole);
  target.pathname = `${whole.pathname.replace(/\/+$/, '')}${filled}`;
  for (const [name, value] of Object.entries(query))
    if (value !== undefined) target.searchParams.set(name, String(value));
  return target;
}

function toError(base: string, { status }: Received, value: unknown): Error {
  const problem = toProblem(value);
  if (problem === null)
    return new UsageError(`Something other than Understudy answers at ${base}, with ${status}.`);
  const { code, message, path } = problem;
  if (code === 'expectation_failed' || code === 'wait_timed_out') return new ExpectationError(message);
  if (code === 'token_wanted') return new UsageError(`${message} Give it as controlToken.`);
  if (status < 500) return new UsageError(path === null || path === '' ? message : `${path}: ${message}`);
  return new Error(`The stand-in at ${base} says: ${message}`);
}

function toProblem(value: unknown): Problem | null {
  if (typeof value !== 'object' || value === null || !('error' in value)) return null;
  const { error } = value as { readonly error: Partial<Problem> | null };
  return typeof error?.message === 'string' ? (error as Problem) : null;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function toWhy(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return 'code' in error && typeof error.code === 'string' ? error.code : error.message;
}
