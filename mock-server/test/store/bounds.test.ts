import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Contract, contract } from '@understudy/openapi/contract';
import { describe, expect, it } from 'vitest';
import { createDesk } from '../../src/control/desk.ts';
import { readAnswer, toCall } from '../desk/desk-fixture.ts';
import { toBytes, viewAll } from '../stand-in.ts';
import { contentsOf, makeFolder } from './folder.ts';
import { type KeptEngine, openKept } from './kept-engine.ts';
import { portrayAll } from './portrait.ts';

const narrow: Contract = { ...contract, bounds: { ...contract.bounds, accounts: 3, activity: 5 } };

const ask = async ({ engine }: KeptEngine, method: string, target: string, body?: unknown) => {
  const desk = createDesk({ engine, version: '0' });
  const bytes = body === undefined ? new Uint8Array() : toBytes(body);
  return readAnswer(await desk.answer(toCall({ method, target, bytes, size: bytes.byteLength })));
};

describe('With a file', () => {
  it('no account makes room for another: one too many is 503 until one is removed', async () => {
    const kept = openKept(join(makeFolder(), 'a.db'), { contract: narrow });
    for (const key of ['one', 'two', 'three'])
      expect(await kept.post('/users', { identifier: 'u' }, key)).toBe(202);
    expect(await kept.post('/users', { identifier: 'u' }, 'four')).toBe(503);
    expect([...kept.engine.journal.entries()].at(-1)).toMatchObject({
      code: 'service_unavailable',
      reason:
        'There are as many accounts as can be kept, and this key would open another; remove one at the desk first.',
    });
    expect(await ask(kept, 'PUT', '/_control/accounts/four/settings', { rate_limit: 'tiny' })).toMatchObject({
      status: 503,
      json: { error: { code: 'no_room' } },
    });
    expect(kept.engine.accounts.evicted).toBe(0);
    expect(await kept.post('/users', { identifier: 'v' }, 'one')).toBe(202);
    expect((await ask(kept, 'DELETE', '/_control/accounts/two')).status).toBe(200);
    expect(await kept.post('/users', { identifier: 'u' }, 'four')).toBe(202);
    kept.close();
  });

  it('all accounts are there again, even where fewer are allowed by now', async () => {
    const path = join(makeFolder(), 'a.db');
    const before = openKept(path);
    for (const key of ['one', 'two', 'three', 'four']) await before.post('/users', { identifier: 'u' }, key);
    before.close();
    const after = openKept(path, { contract: narrow, pushKeys: ['one', 'five'] });
    const isThere = ['one', 'two', 'three', 'four'].map((key) => {
      const handle = before.engine.accounts.handleOf(key);
      return after.engine.accounts.named(handle)?.world.users.size;
    });
    expect(isThere).toEqual([1, 1, 1, 1]);
    // It is on disk, but its key is none of those that are let in now.
    expect(await after.post('/users', { identifier: 'v' }, 'two')).toBe(401);
    expect(await after.post('/users', { identifier: 'v' }, 'one')).toBe(202);
    expect(viewAll(after.engine, 'users', 'one')).toMatchObject([{ identifier: 'u' }, { identifier: 'v' }]);
    after.close();
  });

  it('no event and no message makes room for another', async () => {
    const path = join(makeFolder(), 'a.db');
    const kept = openKept(path, { contract: narrow });
    for (let number = 0; number < 8; number += 1) {
      await kept.post('/events', { name: `e${number}`, user: 'u' });
      await kept.post('/messages', { template: 't', user: 'u' });
    }
    kept.close();
    const again = openKept(path, { contract: narrow });
    expect(portrayAll(again.engine)).toMatchObject([
      { counts: { events: 8, messages: 8, events_dropped: 0, messages_dropped: 0 } },
    ]);
    again.close();
  });

  it('the key of an account is nowhere in it', async () => {
    const folder = makeFolder();
    const path = join(folder, 'a.db');
    const kept = openKept(path);
    const key = 'a-key-that-nobody-may-read';
    await kept.post('/users', { identifier: 'u' }, key);
    const inUse = readFileSync(`${path}-wal`).toString('latin1');
    kept.close();
    const closed = readFileSync(path).toString('latin1');
    for (const text of [inUse, closed]) {
      expect(text).toContain(kept.engine.accounts.handleOf(key));
      expect(text).not.toContain(key);
    }
    expect(Object.keys(contentsOf(folder))).toEqual(['a.db']);
  });
});

describe('A full disk', () => {
  it('is a 503 that changes nothing, and after a reset there is room again', async () => {
    const path = join(makeFolder(), 'a.db');
    const kept = openKept(path, { mostBytes: 200_000, mostLogBytes: 20_000 });
    const accepted: string[] = [];
    let status = 202;
    for (let number = 0; status === 202; number += 1) {
      const properties = { text: 'x'.repeat(3000) };
      const users = [`u${number}a`, `u${number}b`].map((identifier) => ({ identifier, properties }));
      status = await kept.post('/companies', { identifier: `c${number}`, users });
      if (status === 202) accepted.push(...users.map(({ identifier }) => identifier));
    }
    expect(status).toBe(503);
    expect(accepted.length).toBeGreaterThan(20);
    expect([...kept.engine.journal.entries()].at(-1)?.reason).toContain('database or disk is full');
    const identifiers = ({ engine }: KeptEngine) =>
      viewAll(engine, 'users', 'dev').map(({ identifier }) => identifier);
    expect(identifiers(kept)).toEqual(accepted);
    const full = portrayAll(kept.engine);
    kept.close();

    const again = openKept(path, { mostBytes: 200_000, mostLogBytes: 20_000 });
    expect(portrayAll(again.engine)).toEqual(full);
    expect(await again.post('/users', { identifier: 'v', properties: { text: 'x'.repeat(50_000) } })).toBe(
      503,
    );
    expect((await ask(again, 'POST', '/_control/reset')).status).toBe(200);
    expect(await again.post('/users', { identifier: 'v', properties: { text: 'x'.repeat(50_000) } })).toBe(
      202,
    );
    again.close();
    const empty = openKept(path);
    expect(identifiers(empty)).toEqual(['v']);
    empty.close();
  });
});
