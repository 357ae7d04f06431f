import { readFileSync } from 'node:fs';
import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { describeWhereFound, describeWithTool } from '../../test/tool.ts';
import { ROOT } from '../build-packages.ts';
import { runAsUser } from './user-process.ts';

/** The languages of the examples that are no projects of npm's: a section of the page, a folder, and what it needs. */
const LANGUAGES = [
  { title: 'Ruby', folder: 'ruby', tool: 'ruby', programs: 2 },
  { title: 'Python', folder: 'python', tool: 'python3', programs: 2 },
  { title: 'PHP', folder: 'php', tool: 'php', programs: 1 },
  { title: 'Shell', folder: 'shell', tool: 'curl', programs: 2 },
  { title: 'Go', folder: 'go', tool: 'go', programs: 2 },
] as const;

/** Not in our CI, as the page says. */
const WELCOME = 'go';

const sections = readFileSync(join(ROOT, 'docs/languages.md'), 'utf8').split(/^## /m);

/** Runs the programs of the page on other languages in a project that has installed the packages, away from the clone. */
export function describePrograms(getFolder: () => string): void {
  for (const { title, folder, tool, programs } of LANGUAGES) {
    const section = sections.find((text) => text.startsWith(`${title}\n`)) ?? '';
    const lines = [...section.matchAll(/^npx (understudy exec -- (?!phpunit).+)/gm)].map(
      ([, line = '']) => line,
    );

    const suite = (): void => {
      beforeAll(async () => {
        const from = join('examples', folder);
        await cp(join(ROOT, from), join(getFolder(), from), { recursive: true });
      });

      it.each(lines)('`npx %s` does its work', { timeout: 300_000 }, async (line) => {
        const { code, stdout, stderr } = await runAsUser(getFolder(), 'sh', [
          '-c',
          `npx --no-install ${line}`,
        ]);
        expect(code, stdout + stderr).toBe(0);
        expect(stderr).toMatch(/pushEvent: .*202 × \d/);
      });
    };

    describe(`The examples in ${title}`, () => {
      it(`are named by the page`, () => {
        expect(lines).toHaveLength(programs);
      });
    });
    if (tool === WELCOME) describeWhereFound(`The examples in ${title}, run`, tool, suite);
    else describeWithTool(`The examples in ${title}, run`, tool, suite);
  }
}
