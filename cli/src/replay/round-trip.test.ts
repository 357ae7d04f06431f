import { createUserlistEngine, type UserlistEngine } from '@understudy/mock-server';
import { createDesk } from '@understudy/mock-server/control';
import { toFetchHandler } from '@understudy/mock-server/fetch';
import { describe, expect, it } from 'vitest';
import { noon, url } from '../outgoing/test/set-up.ts';
import { run } from './test/set-up.ts';

describe('push, export, replay', () => {
  const COLLECTIONS = ['users', 'companies', 'relationships', 'events', 'messages'];

  /** The whole of what is stored for a key. */
  const storedIn = (engine: UserlistEngine, key: string): unknown => {
    const account = engine.accounts.find(key);
    const all = { identifier: null, email: null, name: null, after: null, limit: 1000 };
    return COLLECTIONS.map((name) => account && engine.service.view(account.world, name, all));
  };

  it('leads to the same state', async () => {
    const clock = { now: () => noon };
    const engine = createUserlistEngine({ clock });
    const handle = toFetchHandler(engine);
    const push = async (method: string, path: string, body: unknown, headers = {}): Promise<number> => {
      const request = new Request(`${url}${path}`, {
        method,
        headers: {
          Authorization: 'Push a-long-recorded-key',
          'Content-Type': 'application/json',
          ...headers,
        },
        body: body instanceof Uint8Array ? (body as Uint8Array<ArrayBuffer>) : JSON.stringify(body),
      });
      return (await handle(request)).status;
    };
    const statuses = [
      await push('POST', '/users', {
        identifier: 'ada',
        email: 'ada@example.com',
        properties: { Größe: 'é' },
      }),
      await push('POST', '/companies', { identifier: 'acme', users: ['ada', 'bob'] }),
      await push('POST', '/events', { name: 'Signed Up', user: 'cyd', occurred_at: '2026-01-01T00:00:00Z' }),
      await push('POST', '/messages', { user: 'ada', template: 'welcome' }),
      await push('POST', '/users', {}),
      await push('POST', '/users', { identifier: 'nobody' }, { Authorization: 'Bearer wrong' }),
      await push('POST', '/users', new Uint8Array([0xff, 0xfe])),
      await push('POST', '/users', { identifier: 'big' }, { 'Content-Type': 'text/plain' }),
      await push('POST', '/nowhere', {}),
      await push('DELETE', '/users', { identifier: 'bob' }),
      await push('DELETE', '/users/ada%20b', {}),
    ];
    expect(statuses).toEqual([202, 202, 202, 202, 422, 401, 400, 422, 404, 202, 202]);

    const desk = createDesk({ engine, version: '1' });
    const exported = await toFetchHandler(engine, desk)(new Request(`${url}/_control/export?format=har`));
    const har = await exported.text();
    expect(har).not.toContain('a-long-recorded-key');

    const fresh = createUserlistEngine({ clock });
    const { code, summary } = await run(har, () => toFetchHandler(fresh), { compare: true });
    expect([code, summary.differing]).toMatchObject([0, { count: 0 }]);
    expect(summary).toMatchObject({ entries: statuses.length, taken: statuses.length, ignored: [] });
    expect(storedIn(engine, 'a-long-recorded-key')).toMatchObject(
      [2, 1, 1, 1, 1].map((items) => ({ items: { length: items } })),
    );
    expect(storedIn(fresh, 'key-of-a-test-1234')).toEqual(storedIn(engine, 'a-long-recorded-key'));
  });
});
