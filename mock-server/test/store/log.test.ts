import { copyFileSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import type { LoggedCall } from '../../src/index.ts';
import { createUserlistEngine } from '../../src/index.ts';
import { openStore } from '../../src/store/open-store.ts';
import { toBytes, viewAll } from '../stand-in.ts';
import { makeFolder } from './folder.ts';
import { openKept } from './kept-engine.ts';

/** How many entries and records stand in a file, as it is at this moment. */
function countRows(path: string): { log: unknown; record: unknown } {
  const copy = `${path}.copy`;
  for (const end of ['', '-wal'])
    if (existsSync(`${path}${end}`)) copyFileSync(`${path}${end}`, `${copy}${end}`);
  const db = new DatabaseSync(copy);
  const count = (table: string): unknown => db.prepare(`SELECT count(*) AS rows FROM ${table}`).get()?.rows;
  const rows = { log: count('log'), record: count('record') };
  db.close();
  return rows;
}

const toEntry = (body: unknown): LoggedCall => ({
  kind: 'call',
  account: 'acct_0123456789ab',
  maskedKey: '••••',
  operation: 'pushUser',
  params: null,
  contentType: 'application/json',
  bytes: toBytes(body),
  at: 0,
  ids: [],
});

describe('The log', () => {
  it('is emptied when it is long, and only what has changed is saved', async () => {
    const path = join(makeFolder(), 'a.db');
    const kept = openKept(path, { mostLogBytes: 2000 });
    const lengths: unknown[] = [];
    for (let number = 0; number < 40; number += 1) {
      await kept.post('/users', { identifier: `u${number % 3}`, properties: { number } });
      lengths.push(countRows(path).log);
    }
    // One entry has some 200 bytes.
    expect(Math.max(...lengths.map(Number))).toBeLessThan(15);
    expect(lengths.filter((length) => length === 1).length).toBeGreaterThan(2);
    // Three users, and what is kept of the account as a whole.
    expect(countRows(path).record).toBe(4);
    kept.close();
  });

  it('is emptied at a clean end, and at the start after another one', async () => {
    const folder = makeFolder();
    const [path, left] = [join(folder, 'a.db'), join(folder, 'left.db')];
    const kept = openKept(path);
    await kept.post('/users', { identifier: 'u1' });
    expect(countRows(path)).toEqual({ log: 1, record: 0 });
    for (const end of ['', '-wal']) copyFileSync(`${path}${end}`, `${left}${end}`);
    kept.close();
    expect(countRows(path)).toEqual({ log: 0, record: 2 });
    const again = openKept(left);
    expect(countRows(left)).toEqual({ log: 0, record: 2 });
    again.close();
  });

  it('is emptied by a reset of everything, records and all', async () => {
    const path = join(makeFolder(), 'a.db');
    const kept = openKept(path, { mostLogBytes: 500 });
    for (let number = 0; number < 9; number += 1) await kept.post('/users', { identifier: `u${number}` });
    kept.engine.reset(['state']);
    expect(countRows(path)).toEqual({ log: 0, record: 0 });
    kept.close();
  });

  it('takes all entries of a turn or none', () => {
    const path = join(makeFolder(), 'a.db');
    const opened = openStore(path);
    const engine = createUserlistEngine({ store: opened.store });
    opened.restore(engine);
    const bad = { ...toEntry({ identifier: 'u2' }), bytes: 'no bytes' } as never;
    expect(() => opened.store.append([toEntry({ identifier: 'u1' }), bad])).toThrow();
    expect(countRows(path).log).toBe(0);
    opened.store.append([toEntry({ identifier: 'u3' })]);
    expect(countRows(path).log).toBe(1);
    opened.close();
  });
});

describe('A store', () => {
  it('writes what is under way before it closes, and takes nothing after', async () => {
    const path = join(makeFolder(), 'a.db');
    const kept = openKept(path);
    const underWay = kept.engine.answer({
      method: 'POST',
      target: '/users',
      host: 'localhost',
      headers: { authorization: 'Push dev' },
      rawHeaders: [],
      bytes: toBytes({ identifier: 'u1' }),
      size: toBytes({ identifier: 'u1' }).byteLength,
      complete: true,
      receivedAt: 0,
      door: 'test',
    });
    kept.close();
    expect(underWay.kind === 'later' && (await underWay.outcome).exchange.status).toBe(202);
    expect(await kept.post('/users', { identifier: 'u2' })).toBe(503);
    kept.close();
    const again = openKept(path);
    expect(viewAll(again.engine, 'users', 'dev')).toMatchObject([{ identifier: 'u1' }]);
    again.close();
  });

  it('takes nothing before it has given back what it holds, and wants an engine that was made with it', async () => {
    const opened = openStore(join(makeFolder(), 'a.db'));
    expect(() => opened.store.append([toEntry({ identifier: 'u1' })])).toThrow('the file is not open');
    expect(() => opened.restore(createUserlistEngine())).toThrow(
      'The engine was made without a store; give it the one of this file.',
    );
    opened.close();
  });

  it('says how far it is with a long file', async () => {
    const path = join(makeFolder(), 'a.db');
    const kept = openKept(path);
    const companies = Array.from({ length: 5100 }, (_, index) => `c${index}`);
    for (let round = 0; round < 10; round += 1) {
      const own = companies.map((company) => `${round}${company}`);
      expect(await kept.post('/users', { identifier: `u${round}`, companies: own })).toBe(202);
    }
    kept.close();
    const opened = openStore(path);
    const engine = createUserlistEngine({ store: opened.store });
    const told: string[] = [];
    opened.restore(engine, (done, total) => told.push(`${done} of ${total}`));
    opened.close();
    expect(told).toEqual(['100000 of 102011']);
  });
});
