import { copyFileSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import { expectRefusal, makeFiles, messageOf } from './expect-refusal.ts';
import { contentsOf, makeFolder } from './folder.ts';
import { openKept } from './kept-engine.ts';
import { portrayAll } from './portrait.ts';

const change = (path: string, sql: string): void => {
  const db = new DatabaseSync(path);
  db.exec(sql);
  db.close();
};

describe('A file of ours is refused in one sentence and left as it is when', () => {
  it('a newer version wrote it', async () => {
    const { folder, clean } = await makeFiles();
    change(clean, 'PRAGMA user_version = 2');
    expectRefusal(folder, clean, /was written by a newer Understudy, in format 2 where this one knows 1/);
  });

  it('a part of it is missing', async () => {
    const { folder, clean, left } = await makeFiles();
    truncateSync(clean, readFileSync(clean).length / 2);
    expectRefusal(folder, clean, /is damaged \(.+\)/);
    truncateSync(clean, 50);
    expectRefusal(folder, clean, /is damaged|is no file/);
    truncateSync(left, 4096);
    writeFileSync(left, readFileSync(left).fill(7, 200));
    expectRefusal(folder, left, /is damaged \(.+\)/);
  });

  it.each([
    ['a table was added', 'CREATE TABLE mine (a)', /its tables are not as they were made/],
    ['a table is gone', 'DROP TABLE snapshot', /its tables are not as they were made/],
    [
      'a record was changed',
      `UPDATE record SET value = replace(value, 'pro', 'max')`,
      /record \d of account 1 is not as it was written/,
    ],
    ['an account was changed', `UPDATE account SET masked_key = 'x'`, /account 1 is not as it was written/],
    ['an account is gone', 'DELETE FROM account WHERE id = 2', /some records are of no account/],
    ['a user is gone', 'DELETE FROM record WHERE account = 1 AND id = 1', /record 1 is missing/],
    ['nothing tells where the log begins', 'DELETE FROM snapshot', /nothing tells where its log begins/],
    [
      'the beginning of the log was changed',
      'UPDATE snapshot SET seq = 3',
      /the beginning of its log is not as it was written/,
    ],
  ])('%s', async (_what, sql, sentence) => {
    const { folder, clean } = await makeFiles();
    change(clean, sql);
    expectRefusal(folder, clean, sentence);
  });

  it.each([
    ['an entry of the log is gone', 'DELETE FROM log WHERE seq = 2', /entry 2 of its log is missing/],
    [
      'an entry was changed',
      `UPDATE log SET body = x'7b7d' WHERE seq = 2`,
      /entry 2 of its log is not as it was written/,
    ],
    [
      'two entries changed places',
      'UPDATE log SET seq = 9 WHERE seq = 2; UPDATE log SET seq = 2 WHERE seq = 3; UPDATE log SET seq = 3 WHERE seq = 9',
      /entry 2 of its log is not as it was written/,
    ],
  ])('%s', async (_what, sql, sentence) => {
    const { folder, left } = await makeFiles();
    change(left, sql);
    expectRefusal(folder, left, sentence);
  });

  it('this version would not have accepted a request in it', async () => {
    const folder = makeFolder();
    const path = join(folder, 'a.db');
    const kept = openKept(path);
    await kept.post('/users', { identifier: 'u1' });
    const copy = join(folder, 'left.db');
    for (const end of ['', '-wal']) copyFileSync(`${path}${end}`, `${copy}${end}`);
    kept.close();
    const before = contentsOf(folder);
    const refusing = { User: { is: () => false, explain: () => undefined } };
    const { checks } = await import('@understudy/openapi/checks');
    expect(messageOf(() => openKept(copy, { checks: { ...checks, ...refusing } }))).toMatch(
      /cannot be read back \(entry 1 of its log, pushUser: it is refused: .*\), and was left as it is/,
    );
    expect(contentsOf(folder)).toEqual(before);
    openKept(copy).close();
  });

  it.each(['clean', 'left'] as const)(
    'any one byte of it was changed, unless nothing depends on it (%s)',
    async (name) => {
      const { folder, [name]: path } = await makeFiles();
      const [bytes, beside] = [readFileSync(path), name === 'left' ? readFileSync(`${path}-wal`) : null];
      const original = openKept(path);
      const stored = portrayAll(original.engine);
      original.close();
      const spoilt = join(folder, 'spoilt.db');
      let refused = 0;
      // A prime goes through all places of a page.
      for (let at = 0; at < bytes.length; at += 131) {
        const copy = Buffer.from(bytes);
        copy[at] = (copy[at] ?? 0) ^ 0x15;
        writeFileSync(spoilt, copy);
        if (beside !== null) writeFileSync(`${spoilt}-wal`, beside);
        const before = contentsOf(folder);
        const message = messageOf(() => {
          const kept = openKept(spoilt);
          const found = portrayAll(kept.engine);
          kept.close();
          expect(found).toEqual(stored);
        });
        if (message === 'It was opened.') continue;
        refused += 1;
        expect(message).toMatch(/^[^\n]*(is damaged|is no file that|newer Understudy)[^\n]*\.$/);
        expect(contentsOf(folder)).toEqual(before);
      }
      expect(refused).toBeGreaterThan(name === 'clean' ? 10 : 0);
    },
  );
});
