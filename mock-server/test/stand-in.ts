import { afterAll, afterEach, beforeAll, beforeEach, describe, expect } from 'vitest';
import type { Change, Diagnostic } from '../src/engine/diagnostic.ts';
import {
  createManualClock,
  createUserlistEngine,
  type Exchange,
  type Explanation,
  type ManualClock,
  type UserlistEngine,
  type UserlistEngineOptions,
} from '../src/index.ts';
import { openSharedDoor, type SharedDoor } from './doors/shared-door.ts';
import { type DoorName, doorNames, doors, type Reply, type Sent } from './doors.ts';

export type { Reply } from './doors.ts';

/** A stored thing as the desk shows it. */
export type Stored = Readonly<Record<string, unknown>>;

export type PushOptions = {
  /** The push key; `dev` if absent, null sends no Authorization header. */
  readonly key?: string | null;
  /** Beside those that every push has; null leaves one of those out. */
  readonly headers?: Readonly<Record<string, string | null>>;
  /** The host it is meant for; one that is nobody's if absent. */
  readonly host?: string;
};

/** The simulated Userlist behind one door; the door is opened once, the engine behind it is fresh for every test. */
export type StandIn = {
  readonly clock: ManualClock;
  readonly engine: UserlistEngine;
  /** Sends a request exactly as it is. */
  send(sent: Sent): Promise<Reply>;
  /** Texts and bytes are sent as they are, anything else as JSON, undefined as no body at all. */
  post(path: string, body?: unknown, options?: PushOptions): Promise<Reply>;
  delete(path: string, body?: unknown, options?: PushOptions): Promise<Reply>;
  request(method: string, path: string, body?: unknown, options?: PushOptions): Promise<Reply>;
  users(key?: string): readonly Stored[];
  companies(key?: string): readonly Stored[];
  relationships(key?: string): readonly Stored[];
  events(key?: string): readonly Stored[];
  messages(key?: string): readonly Stored[];
  lastExchange(): Exchange;
  explanation(): Explanation;
  /** What was said of the last exchange. */
  diagnostics(): readonly Diagnostic[];
  /** The codes of what was said of the last exchange, in order. */
  codes(): readonly string[];
  changes(): readonly Change[];
};

/** The beginning of time in every test; no whole second, so that rounding shows. */
export const START = Date.parse('2026-11-23T07:00:00.250Z');
export const START_TEXT = '2026-11-23T07:00:00.250Z';

const JSON_TYPE = 'application/json; charset=utf-8';

/** Runs the same tests through every door, or some of them; a request on which our own code failed fails its test. */
export function describeThroughDoors(
  title: string,
  behave: (standIn: StandIn, doorName: DoorName) => void,
  options: UserlistEngineOptions = {},
  names: readonly DoorName[] = doorNames,
): void {
  for (const name of names) {
    describe(`${title} (${name})`, () => {
      let door: SharedDoor | null = null;
      let current: { engine: UserlistEngine; clock: ManualClock; door: SharedDoor } | null = null;

      beforeAll(async () => {
        door = await openSharedDoor(doors[name], createUserlistEngine(), options.delays);
      });

      afterAll(() => door?.close());

      beforeEach(() => {
        if (door === null) return;
        const clock = createManualClock(START);
        const engine = createUserlistEngine({ clock, ...options });
        door.leadTo(engine);
        current = { engine, clock, door };
      });

      afterEach(() => {
        const crashed = [...(current?.engine.journal.entries() ?? [])].filter((exchange) => exchange.crashed);
        expect(crashed.map(({ reason }) => reason)).toEqual([]);
      });

      behave(
        toStandIn(() => {
          if (current === null) throw new Error('The stand-in is there only while a test runs.');
          return current;
        }),
        name,
      );
    });
  }
}

function toStandIn(current: () => { engine: UserlistEngine; clock: ManualClock; door: SharedDoor }): StandIn {
  const view =
    (collection: string) =>
    (key = 'dev') =>
      viewAll(current().engine, collection, key);
  const request = (
    method: string,
    target: string,
    body?: unknown,
    options: PushOptions = {},
  ): Promise<Reply> =>
    current().door.send({
      method,
      target,
      headers: toHeaders(options),
      body: toBytes(body),
      ...(options.host === undefined ? {} : { host: options.host }),
    });
  const lastExchange = (): Exchange => {
    const last = [...current().engine.journal.entries()].at(-1);
    if (last === undefined) throw new Error('Nothing is in the journal yet.');
    return last;
  };
  const explanation = (): Explanation => current().engine.service.explain(lastExchange());

  return {
    get clock() {
      return current().clock;
    },
    get engine() {
      return current().engine;
    },
    send: (sent) => current().door.send(sent),
    request,
    post: (path, body, options) => request('POST', path, body, options),
    delete: (path, body, options) => request('DELETE', path, body, options),
    users: view('users'),
    companies: view('companies'),
    relationships: view('relationships'),
    events: view('events'),
    messages: view('messages'),
    lastExchange,
    explanation,
    diagnostics: () => explanation().diagnostics,
    codes: () => explanation().diagnostics.map(({ code }) => code),
    changes: () => explanation().changes,
  };
}

/** Everything that a collection of one account holds. */
export function viewAll(engine: UserlistEngine, collection: string, key: string): readonly Stored[] {
  const account = engine.accounts.named(key);
  if (account === null) return [];
  const query = { identifier: null, email: null, name: null, after: null, limit: 100_000 };
  return (engine.service.view(account.world, collection, query)?.items ?? []) as readonly Stored[];
}

export function toBytes(body: unknown): Uint8Array {
  if (body === undefined) return new Uint8Array(0);
  if (body instanceof Uint8Array) return body;
  return new TextEncoder().encode(typeof body === 'string' ? body : JSON.stringify(body));
}

function toHeaders({ key = 'dev', headers = {} }: PushOptions): (readonly [string, string])[] {
  const all: Record<string, string | null> = {
    Authorization: key === null ? null : `Push ${key}`,
    'Content-Type': JSON_TYPE,
    Accept: 'application/json',
    ...headers,
  };
  return Object.entries(all).flatMap(([name, value]) => (value === null ? [] : [[name, value] as const]));
}

/** Says that a request was accepted: 202, no body. */
export function expectAccepted(reply: Reply): void {
  expect({ status: reply.status, reason: reply.reason, body: reply.body }).toEqual({
    status: 202,
    reason: 'Accepted',
    body: '',
  });
  expect(reply.headers['content-length']).toBe('0');
}

/** The name and the reason phrase of every refusal that tests look at. */
const REFUSALS: Readonly<Record<number, readonly [code: string, reason: string]>> = {
  400: ['bad_request', 'Bad Request'],
  401: ['unauthorized', 'Unauthorized'],
  403: ['forbidden', 'Forbidden'],
  404: ['not_found', 'Not Found'],
  413: ['content_too_large', 'Content Too Large'],
  422: ['unprocessable_content', 'Unprocessable Entity'],
  429: ['too_many_requests', 'Too Many Requests'],
};

/** Says that a request was refused in the vendor's envelope, with exactly these texts. */
export function expectRefusal(reply: Reply, status: number, texts: readonly string[]): void {
  const [code, reason] = REFUSALS[status] ?? [];
  expect({ status: reply.status, body: reply.body, reason: reply.reason }).toEqual({
    status,
    body: JSON.stringify({ status, code, errors: texts }),
    reason,
  });
  expect(reply.headers['content-type']).toBe('application/json');
}

export const TEXT_400 = 'The request body could not be parsed as JSON.';
export const TEXT_401 = 'Invalid Push key or authorization scheme.';
export const TEXT_403 = 'This feature is not included in your plan.';
export const TEXT_404 = 'The requested resource could not be found on the server.';
