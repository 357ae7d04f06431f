import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { TARGETS } from '../executable/targets.ts';
import { run } from './spawned.ts';

const page = await readFile(new URL('../../docs/executable.md', import.meta.url), 'utf8');
const { scripts } = JSON.parse(await readFile(new URL('../../package.json', import.meta.url), 'utf8'));
const BUILD = fileURLToPath(new URL('../executable/build.ts', import.meta.url));

describe('The page on the executable', () => {
  it('builds by a script that there is, for targets that there are', () => {
    expect(scripts['build:executable']).toBe('node cli/executable/build.ts');
    const [, target, others = ''] = /--target ([\w-]+) +# or ([^:]*):/.exec(page) ?? [];
    expect([target, ...others.split(', ')].sort()).toEqual(TARGETS.map(({ name }) => name).sort());
  });

  it('says what is left to do to each', () => {
    for (const { leftToDo } of TARGETS)
      for (const line of leftToDo.filter((each) => each.startsWith('  ')))
        expect(page).toContain(`\`${line.trim()}\``);
  });

  it('has the steps for macOS printed, which ends with 2 as nothing is built', async () => {
    const [, words = ''] = /`npm run build:executable -- (--target macos)` prints/.exec(page) ?? [];
    const printed = run('node', [BUILD, ...words.split(' ')]);
    expect(await printed.ended).toEqual([2, null]);
    expect(printed.stdout()).toBe('');
    expect(printed.stderr()).toMatch(
      /codesign --remove-signature .*\n.*postject.*\n.*\n {2}codesign --sign - /,
    );
  });

  it('is told of a flag that there is not', async () => {
    const refused = run('node', [BUILD, '--tagret', 'win-x64']);
    expect(await refused.ended).toEqual([2, null]);
    expect(refused.stderr()).toContain("'--tagret'");
  });
});
