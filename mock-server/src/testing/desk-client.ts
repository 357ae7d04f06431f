import {
  type DeskOperationId,
  type DeskParams,
  type DeskQueries,
  deskRoutes,
} from '@understudy/openapi/control/routes';
import type { components } from '@understudy/openapi/control/types';
import type { Asked, Value } from '../control/handler.ts';
import { UsageError } from '../engine/usage-error.ts';
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

/** Throws a UsageError on what is no URL of HTTP. */
export function createDeskClient(url: string, token: string | null): DeskClient {
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
      }).catch((error: unknown) => {
        if (signal?.aborted === true) throw signal.reason;
        throw new UsageError(`Nothing answers at ${base} (${toWhy(error)}); does the stand-in still run?`);
      });
      const value = parse(text);
      if (status < 300 && value !== undefined) return value as Value<typeof id>;
      throw toError(base, { status, text }, value);
    },
  };
}

function toBase(url: string): { readonly base: string; readonly whole: URL } {
  const whole = URL.canParse(url) ? new URL(url) : null;
  if (whole === null || !/^https?:$/.test(whole.protocol))
    throw new UsageError(
      `${JSON.stringify(url)} is not the URL of a stand-in; give one such as http://127.0.0.1:4010.`,
    );
  return { base: url.replace(/\/+$/, ''), whole };
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
