import { createManualClock, type ManualClock } from '../engine/clock.ts';
import { createEngine, type Engine } from '../engine/engine.ts';
import { createIds } from '../engine/ids.ts';
import { JOURNAL_BOUNDS } from '../engine/journal.ts';
import { type Refusal, refuse } from '../engine/refusal.ts';
import type { Answer } from '../engine/outcome.ts';
import type { Service } from '../engine/service.ts';

/** Bodies that the service accepted, in order. */
export type FakeWorld = { readonly bodies: string[] };

const STATUS: Readonly<Record<string, number>> = {
  bad_request: 400,
  unauthorized: 401,
  not_found: 404,
  request_timeout: 408,
  content_too_large: 413,
  too_many_requests: 429,
  request_header_fields_too_large: 431,
  internal_server_error: 500,
};

/** A vendor with one path, `/users`, whose errors are `{"fake": code}`: nobody else's errors look like that. */
export function createFakeService(): Service<FakeWorld> {
  return {
    name: 'fake',
    requestBytes: 1000,
    route(call) {
      if (call.target === '/crash') throw new Error('on purpose');
      if (call.target !== '/users' || !['POST', 'DELETE'].includes(call.method)) return null;
      const decide = (payload: unknown) => ({
        kind: 'decision' as const,
        apply(world: FakeWorld) {
          world.bodies.push(String(payload));
          return null;
        },
      });
      return { id: 'pushUser', operation: { decide }, params: null };
    },
    readKey(call) {
      const key = call.headers['authorization'];
      return typeof key === 'string' ? { kind: 'key', key } : { kind: 'none', reason: 'No key.' };
    },
    read: (call) => ({ kind: 'payload', payload: new TextDecoder().decode(call.bytes) }),
    createWorld: () => ({ bodies: [] }),
    accepted: { status: 202, reason: 'Accepted', headers: ['Content-Length', '0'], body: '', close: false },
    render: (refusal) => toAnswer(refusal),
    refusals: {
      notFound: () => refuse('not_found', 'No such path.'),
      tooLarge: () => refuse('content_too_large', 'Too large.'),
      unauthorized: (reason) => refuse('unauthorized', reason),
      overRate: () => refuse('too_many_requests', 'Too many.'),
      malformed: (cause, reason) =>
        refuse(
          { syntax: 'bad_request', 'headers-too-large': 'request_header_fields_too_large', timeout: 'request_timeout' }[cause],
          reason,
        ),
      crashed: () => refuse('internal_server_error', 'Crashed.'),
    },
    explain: () => ({ diagnostics: [], diagnosticsDropped: 0, changes: [], body: undefined }),
    counts: (world) => ({ bodies: world.bodies.length }),
    view: () => null,
    maskHeader: (_name, value) => value,
  } as Service<FakeWorld>;
}

function toAnswer({ code }: Refusal): Answer {
  const body = JSON.stringify({ fake: code });
  return { status: STATUS[code] ?? 500, reason: code, headers: ['Content-Type', 'application/json'], body, close: false };
}

export function createFakeEngine(): { engine: Engine<FakeWorld>; clock: ManualClock } {
  const clock = createManualClock(1_700_000_000_000);
  const engine = createEngine({
    service: createFakeService(),
    clock,
    ids: createIds(),
    elapsed: () => 0,
    sha256: (text) => Array.from(text, (letter) => letter.charCodeAt(0).toString(16).padStart(2, '0')).join('').padEnd(64, '0'),
    keys: [],
    rate: null,
    journal: JOURNAL_BOUNDS,
    mostAccounts: 100,
  });
  return { engine, clock };
}
