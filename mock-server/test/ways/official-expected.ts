import { expect } from 'vitest';
import type { UserlistEngine } from '../../src/index.ts';
import { viewAll } from '../stand-in.ts';

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

/** Says that all fifteen calls arrived as the client sends them, and left what they mean. */
export function expectEverything(engine: UserlistEngine, key: string, statuses: unknown, door: string): void {
  expect(statuses).toEqual(Array.from({ length: 15 }, () => 202));
  const entries = [...engine.journal.entries()];
  expect(entries).toHaveLength(15);
  for (const entry of entries) {
    expect(entry).toMatchObject({ host: 'push.userlist.com', door, status: 202, delivered: 'full' });
    const names = entry.rawHeaders.filter((_, index) => index % 2 === 0).map((name) => name.toLowerCase());
    expect(names).toContain('transfer-encoding');
    expect(names).not.toContain('content-length');
  }
  const identifiers = (collection: string): unknown[] =>
    viewAll(engine, collection, key).map(({ identifier }) => identifier);
  expect(identifiers('users').toSorted()).toEqual(['ann', 'bob', 'cid', 'dan']);
  expect(identifiers('companies').toSorted()).toEqual(['acme', 'beta']);
  expect(viewAll(engine, 'users', key)).toContainEqual(
    expect.objectContaining({ identifier: 'ann', properties: { plan_name: 'pro' } }),
  );
  expect(viewAll(engine, 'companies', key)).toContainEqual(
    expect.objectContaining({ identifier: 'acme', name: 'Acme Ltd' }),
  );
  expect(viewAll(engine, 'relationships', key)).toEqual([
    { user: 'bob', company: 'acme', properties: {} },
    { user: 'cid', company: 'acme', properties: {} },
    { user: 'cid', company: 'beta', properties: {} },
    { user: 'ann', company: 'acme', properties: {} },
    { user: 'dan', company: 'beta', properties: { role: 'owner' } },
  ]);
  expect(viewAll(engine, 'events', key)).toMatchObject([
    { name: 'project_created', user: 'ann', company: null, properties: { size: 1 } },
    { name: 'invoice_paid', user: null, company: 'acme' },
  ]);
  expect(viewAll(engine, 'messages', key)).toMatchObject([
    { user: 'ann', template: 'welcome' },
    { user: null, to: 'zoe@example.com', subject: 'Hello', body: { type: 'text', content: 'Hello Zoe' } },
  ]);
}
