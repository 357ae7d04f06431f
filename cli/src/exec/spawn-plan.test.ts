import { describe, expect, it } from 'vitest';
import { toSpawnPlan } from './spawn-plan.ts';

describe('A command line', () => {
  it('is run word by word', () => {
    expect(toSpawnPlan(['npm', 'test', '--', 'a b'], 'linux', {})).toEqual({
      file: 'npm',
      words: ['test', '--', 'a b'],
      options: {},
    });
  });

  it('goes through the shell on Windows, where npm is a script', () => {
    expect(
      toSpawnPlan(['npm', 'run', 'a b', '50%', 'say "hi"', 'C:\\dir\\'], 'win32', { ComSpec: 'C:\\cmd.exe' }),
    ).toEqual({
      file: 'C:\\cmd.exe',
      words: ['/d', '/s', '/c', String.raw`"npm ^"run^" ^"a^ b^" ^"50^%^" ^"say^ \^"hi\^"^" ^"C:\dir\\^""`],
      options: { windowsVerbatimArguments: true },
    });
  });

  it('does not where Windows runs it itself', () => {
    expect(toSpawnPlan(['C:\\node.exe', 'a b'], 'win32', {})).toEqual({
      file: 'C:\\node.exe',
      words: ['a b'],
      options: {},
    });
  });
});
