import { describe, expect, it } from 'vitest';
import { createScriptedIo } from '../test/scripted-io.ts';
import { COMMANDS } from './commands.ts';
import { runCommandLine } from './run-command-line.ts';
import { VERSION } from './version.ts';

const run = async (...words: string[]) => {
  const io = createScriptedIo();
  const code = await runCommandLine(words, io);
  return { code, said: io.said(), complained: io.complained() };
};

describe('understudy', () => {
  it.each([[[]], [['--help']], [['-h']], [['help']]])(
    '%j prints all commands and ends with 0',
    async (words) => {
      const { code, said, complained } = await run(...words);
      expect(code).toBe(0);
      expect(complained).toBe('');
      for (const { name, summary } of COMMANDS)
        expect(said).toMatch(new RegExp(`^  ${name} +${summary.slice(0, 20)}`, 'm'));
    },
  );

  it.each(['--version', '-v'])('%s prints the version and nothing else', async (word) => {
    expect(await run(word)).toEqual({ code: 0, said: `${VERSION}\n`, complained: '' });
  });

  it.each([
    ['strat', 'There is no command "strat"; did you mean start?\n'],
    ['frobnicate', 'There is no command "frobnicate"; "understudy --help" lists those there are.\n'],
    ['--port', 'There is no flag --port here; name a command first, such as understudy start.\n'],
  ])('does not know %s', async (word, complaint) => {
    expect(await run(word)).toEqual({ code: 2, said: '', complained: complaint });
  });
});

describe('Every command', () => {
  it.each(COMMANDS.map(({ name }) => name))('%s says what it can do', async (name) => {
    const { code, said } = await run(name, '--port', 'x', '--help');
    expect(code).toBe(0);
    expect(said).toContain(`Usage: understudy ${name} `);
    expect(await run('help', name)).toEqual({ code: 0, said, complained: '' });
  });

  it.each(COMMANDS.map(({ name }) => name))(
    '%s wants no line of help wider than a terminal',
    async (name) => {
      const { said } = await run(name, '--help');
      expect(Math.max(...said.split('\n').map((line) => line.length))).toBeLessThanOrEqual(110);
    },
  );

  it.each(COMMANDS.map(({ name }) => name))(
    '%s ends with 2 on a flag that it does not know',
    async (name) => {
      const { code, said, complained } = await run(name, '--frobnicate');
      expect({ code, said }).toEqual({ code: 2, said: '' });
      expect(complained).toBe(
        `There is no flag --frobnicate; "understudy ${name} --help" lists those there are.\n`,
      );
    },
  );

  it('has no use for words that it did not ask for', async () => {
    const { code, complained } = await run('start', 'now');
    expect(code).toBe(2);
    expect(complained).toBe('understudy start does not know what to do with "now": it takes only flags.\n');
  });
});
