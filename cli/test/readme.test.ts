import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { COMMANDS } from '../src/commands.ts';

const readme = await readFile(new URL('../README.md', import.meta.url), 'utf8');

/** The part of the README under a heading of the second level. */
const sectionOf = (title: string): string =>
  readme.split(/^## /m).find((section) => section.startsWith(`${title}\n`)) ?? '';

/** Flags as `--help` says them, with the default or an empty text. */
const flagsIn = (help: string): (readonly [string, string])[] =>
  [...help.matchAll(/^ {2}--([a-z-]+)(.*?)(?=^ {2}--)/gms)].map(([, flag = '', text = '']) => {
    const [, standard = ''] = /\(.*default ([^,)]+)/.exec(text.replaceAll(/\s+/g, ' ')) ?? [];
    return [flag, standard] as const;
  });

describe('the README', () => {
  it.each(COMMANDS)('has the flags of $name, with their defaults', async ({ name, load }) => {
    const told = new Map(
      [...sectionOf(name).matchAll(/^\| `--([a-z-]+)[^`]*` \| ([^|]*) \|/gm)].map(
        ([, flag = '', standard = '']) => [flag, standard],
      ),
    );
    const flags = flagsIn((await load()).renderHelp());
    expect([...told.keys()]).toEqual(flags.map(([flag]) => flag));
    const withDefault = flags.filter(([, standard]) => standard !== '');
    expect(withDefault.map(([flag]) => [flag, told.get(flag)])).toEqual(withDefault);
  });
});
