import { copyFileSync, mkdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import { contentsOf, makeFolder } from './folder.ts';
import { type KeptEngine, openKept } from './kept-engine.ts';
import { portrayAll } from './portrait.ts';

/** Stores a little of everything. */
async function stock(kept: KeptEngine): Promise<void> {
  await kept.post('/users', {
    identifier: 'u1',
    email: 'a@x',
    properties: { plan: 'pro' },
    companies: ['c1'],
  });
  await kept.post('/users', { email: 'b@x' }, 'another-push-key');
  await kept.post('/events', { name: 'opened', user: 'u1', properties: { n: 1 } });
  await kept.post('/messages', { template: 'welcome', user: 'u1' });
}

/** A file that was closed, and one beside whose last requests stand as a killed process would have left them. */
async function makeFiles(): Promise<{ folder: string; clean: string; left: string }> {
  const folder = makeFolder();
  const [clean, left] = [join(folder, 'clean.db'), join(folder, 'left.db')];
  const kept = openKept(clean);
  await stock(kept);
  kept.close();
  const running = openKept(join(folder, 'running.db'));
  await stock(running);
  for (const end of ['', '-wal']) copyFileSync(join(folder, `running.db${end}`), `${left}${end}`);
  running.close();
  return { folder, clean, left };
}

function messageOf(open: () => unknown): string {
  try {
    open();
  } catch (error) {
    if (error instanceof Error && error.name === 'UsageError') return error.message;
    throw error;
  }
  return 'It was opened.';
}

/** Says that a file is refused in one sentence, and that neither it nor anything beside it has changed. */
function expectRefusal(folder: string, path: string, sentence: RegExp): void {
  const before = contentsOf(folder);
  const message = messageOf(() => openKept(path).close());
  expect(message).toMatch(sentence);
  expect(message).toMatch(/^[^\n]*\.$/);
  expect(message).toContain(path);
  expect(contentsOf(folder)).toEqual(before);
}

const change = (path: string, sql: string): void => {
  const db = new DatabaseSync(path);
  db.exec(sql);
  db.close();
};

describe('A file that is not ours is refused in one sentence and left as it is when', () => {
  it('it is no database', () => {
    const folder = makeFolder();
    const path = join(folder, 'notes.txt');
    for (const text of ['x', 'notes', 'SQLite format 3\u0000', 'a line\n'.repeat(3000)]) {
      writeFileSync(path, text);
      expectRefusal(folder, path, /is no file that Understudy wrote|is damaged/);
    }
  });

  it('it is the database of somebody else, even one that was left in the middle of something', () => {
    const folder = makeFolder();
    const path = join(folder, 'theirs.db');
    const db = new DatabaseSync(path);
    db.exec('PRAGMA journal_mode = WAL; CREATE TABLE log (seq INTEGER); INSERT INTO log VALUES (1)');
    for (const end of ['', '-wal', '-shm']) copyFileSync(`${path}${end}`, join(folder, `left.db${end}`));
    db.close();
    expectRefusal(folder, path, /is no file that Understudy wrote/);
    expectRefusal(folder, join(folder, 'left.db'), /is no file that Understudy wrote/);
    const broken = join(folder, 'broken-off.db');
    copyFileSync(path, broken);
    writeFileSync(`${broken}-journal`, 'a journal of theirs');
    expectRefusal(folder, broken, /is no file that Understudy wrote/);
  });

  it('it is a folder, or lies in one that is not there', () => {
    const folder = makeFolder();
    mkdirSync(join(folder, 'inner'));
    expectRefusal(
      folder,
      join(folder, 'missing', 'a.db'),
      /cannot be made, since the folder .*missing is not there/,
    );
    expect(messageOf(() => openKept(join(folder, 'inner')))).toMatch(
      /is a folder; name a file in it, such as .*understudy\.db\.$/,
    );
    expect(messageOf(() => openKept('/dev/null'))).toMatch(/is no file that Understudy wrote/);
  });

  it('it cannot be written', () => {
    // Nobody, root neither, can make a file there.
    expect(messageOf(() => openKept('/proc/understudy.db'))).toMatch(
      /cannot be opened \(.+\); see that its folder can be written to/,
    );
  });
});

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

describe('An empty file', () => {
  it('is taken for one that is not there yet', async () => {
    const folder = makeFolder();
    const path = join(folder, 'a.db');
    writeFileSync(path, '');
    const kept = openKept(path);
    expect(await kept.post('/users', { identifier: 'u1' })).toBe(202);
    kept.close();
    expect(Object.keys(contentsOf(folder))).toEqual(['a.db']);
    const again = openKept(path);
    expect(portrayAll(again.engine)).toMatchObject([{ counts: { users: 1 } }]);
    again.close();
  });
});

describe('A file whose making was broken off', () => {
  it('is made anew', async () => {
    const folder = makeFolder();
    const path = join(folder, 'a.db');
    openKept(path).close();
    truncateSync(path, 4096);
    // A journal of SQLite that says: before this, the file had no page.
    const journal = Buffer.alloc(512);
    journal.write('d9d505f920a163d7', 'hex');
    journal.writeUInt32BE(512, 20);
    journal.writeUInt32BE(4096, 24);
    writeFileSync(`${path}-journal`, journal);
    const kept = openKept(path);
    expect(await kept.post('/users', { identifier: 'u1' })).toBe(202);
    kept.close();
    expect(Object.keys(contentsOf(folder))).toEqual(['a.db']);
    const again = openKept(path);
    expect(portrayAll(again.engine)).toMatchObject([{ counts: { users: 1 } }]);
    again.close();
  });
});
