import { expect } from 'vitest';
import type { UserlistEngine } from '../../src/index.ts';
import { viewAll } from '../stand-in.ts';
import { EVERYTHING } from './official-calls.ts';

/** What every magic ending makes of pushes, one after the other. */
export const REFUSALS: Readonly<Record<string, readonly unknown[]>> = {
  401: [401, 401, 401],
  403: [403, 403, 403],
  413: [413, 413, 413],
  422: [422, 422, 422],
  429: [429, 429, 429],
  500: [500, 500, 500],
  503: [503, 503, 503],
  flaky: [202, 503, 202],
  hangup: ['failed', 'failed', 'failed'],
  // Two seconds late, and no refusal at all.
  slow: [202],
};

/** Says that all calls arrived as the client sends them, and left what they mean. */
export function expectEverything(engine: UserlistEngine, key: string, statuses: unknown, door: string): void {
  expect(statuses).toEqual(EVERYTHING.map(() => 202));
  const entries = [...engine.journal.entries()];
  expect(entries).toHaveLength(EVERYTHING.length);
  for (const entry of entries) {
    expect(entry).toMatchObject({ host: 'push.userlist.com', door, status: 202, delivered: 'full' });
    expectAsSent(entry.rawHeaders, key);
  }
  expectUsersAndCompanies(engine, key);
  expectRelationships(engine, key);
  expect(viewAll(engine, 'events', key)).toMatchObject([
    { name: 'project_created', user: 'ann', company: null, properties: { size: 1 } },
    { name: 'invoice_paid', user: null, company: 'acme' },
    { name: 'seat_added', user: 'hal', company: 'beta' },
  ]);
  expect(viewAll(engine, 'messages', key)).toMatchObject([
    { user: 'ann', template: 'welcome' },
    { user: null, to: 'zoe@example.com', subject: 'Hello', body: { type: 'text', content: 'Hello Zoe' } },
  ]);
}

/** Says that these headers are those of the client: bodies in chunks, on DELETE too. */
function expectAsSent(rawHeaders: readonly string[], key: string): void {
  const headers = new Map<string, string>();
  for (let at = 0; at + 1 < rawHeaders.length; at += 2)
    headers.set((rawHeaders[at] ?? '').toLowerCase(), rawHeaders[at + 1] ?? '');
  expect(Object.fromEntries(headers)).toMatchObject({
    authorization: `Push ${key}`,
    'content-type': 'application/json; charset=UTF-8',
    accept: 'application/json',
    'transfer-encoding': 'chunked',
  });
  expect(headers.has('content-length')).toBe(false);
}

function expectUsersAndCompanies(engine: UserlistEngine, key: string): void {
  const users = viewAll(engine, 'users', key);
  expect(users.map(({ identifier, email }) => identifier ?? email)).toEqual([
    'ann',
    'bob',
    'cid',
    'dan',
    'fay@example.com',
    'gus',
    'hal',
  ]);
  expect(users).toContainEqual(
    expect.objectContaining({ identifier: 'ann', properties: { plan_name: 'pro' } }),
  );
  expect(users).toContainEqual(
    expect.objectContaining({ email: 'fay@example.com', signed_up_at: '2026-01-02T03:04:05.678Z' }),
  );
  expect(viewAll(engine, 'companies', key)).toMatchObject([
    { identifier: 'acme', name: 'Acme Ltd' },
    { identifier: 'beta', name: 'Beta' },
    { identifier: 'zeta', name: null },
  ]);
}

function expectRelationships(engine: UserlistEngine, key: string): void {
  expect(viewAll(engine, 'relationships', key)).toEqual([
    { user: 'bob', company: 'acme', properties: {} },
    { user: 'cid', company: 'acme', properties: {} },
    { user: 'cid', company: 'beta', properties: {} },
    { user: 'gus', company: 'acme', properties: { role: 'member' } },
    { user: 'gus', company: 'beta', properties: { role: 'admin' } },
    { user: 'ann', company: 'acme', properties: {} },
    { user: { email: 'fay@example.com' }, company: 'zeta', properties: { seats: 2 } },
    { user: 'dan', company: 'beta', properties: { role: 'owner' } },
    { user: 'hal', company: 'beta', properties: {} },
  ]);
}
