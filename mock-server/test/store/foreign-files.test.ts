import { copyFileSync, mkdirSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import { expectRefusal, messageOf } from './expect-refusal.ts';
import { contentsOf, makeFolder } from './folder.ts';
import { openKept } from './kept-engine.ts';
import { portrayAll } from './portrait.ts';

/** A journal of SQLite that says: before what is under way, the file had no page. */
const SAYS_EMPTY = Buffer.alloc(512);
SAYS_EMPTY.write('d9d505f920a163d7', 'hex');
SAYS_EMPTY.writeUInt32BE(512, 20);
SAYS_EMPTY.writeUInt32BE(4096, 24);

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
    writeFileSync(`${broken}-journal`, SAYS_EMPTY);
    expectRefusal(folder, broken, /is no file that Understudy wrote/);
    truncateSync(broken, 4096);
    expectRefusal(folder, broken, /is damaged/);
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
    writeFileSync(`${path}-journal`, SAYS_EMPTY);
    const kept = openKept(path);
    expect(await kept.post('/users', { identifier: 'u1' })).toBe(202);
    kept.close();
    expect(Object.keys(contentsOf(folder))).toEqual(['a.db']);
    const again = openKept(path);
    expect(portrayAll(again.engine)).toMatchObject([{ counts: { users: 1 } }]);
    again.close();
  });
});
