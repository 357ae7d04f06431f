import { describe, expect, it } from 'vitest';
import { UsageError } from '../engine/usage-error.ts';
import { toDamaged, toProblem } from './problem.ts';

const sqlite = (errcode: number): Error => Object.assign(new Error('words of SQLite'), { errcode });

describe('What is wrong with a file', () => {
  it.each([
    [5, /^a\.db is in use by another stand-in; /],
    [26, /^a\.db is no file that Understudy wrote, /],
    [11, /^a\.db is damaged \(words of SQLite\), /],
    // A finer distinction of the same.
    [11 | (2 << 8), /^a\.db is damaged \(words of SQLite\), /],
    [14, /^a\.db cannot be opened \(words of SQLite\); /],
  ])('is told by the code %i', (code, sentence) => {
    const problem = toProblem('a.db', sqlite(code));
    expect(problem).toBeInstanceOf(UsageError);
    expect(problem.message).toMatch(sentence);
  });

  it.each([
    ['ELOOP', 'its links lead in a circle'],
    ['ENAMETOOLONG', 'its name is too long'],
    ['ENOTDIR', 'what it names as its folder is a file'],
    ['EACCES', 'it or its folder may not be read'],
    ['EIO', 'the system says EIO'],
  ])('is told by the code %s of the system', (code, why) => {
    const problem = toProblem('a.db', Object.assign(new Error('stack'), { code, syscall: 'stat' }));
    expect(problem).toBeInstanceOf(UsageError);
    expect(problem.message).toBe(`a.db cannot be opened, since ${why}; name another file.`);
  });

  it('is one sentence in one line, whatever SQLite says', () => {
    expect(toDamaged('a.db', '*** in database main ***\nPage 3: never used\n').message).toBe(
      'a.db is damaged (*** in database main *** Page 3: never used), and was left as it is; put a good copy in its place, or name another file.',
    );
  });

  it('stays as it was said', () => {
    const said = toDamaged('a.db', 'x');
    expect(toProblem('b.db', said)).toBe(said);
  });
});
