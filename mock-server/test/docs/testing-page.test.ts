import { readFile } from 'node:fs/promises';
import { userlistMatchers } from '@understudy/mock-server/matchers';
import { startUserlist } from '@understudy/mock-server/start';
import { describe, expect, it, onTestFinished } from 'vitest';
import { pushUser } from '../testing/push.ts';
import { readSections } from './page.ts';

const PAGE = 'test-helpers.md';
const sections = await readSections(PAGE);
const page = await readFile(new URL(`../../../docs/${PAGE}`, import.meta.url), 'utf8');

const printed = (section: string): readonly (string | undefined)[] =>
  (sections.get(section) ?? []).map(({ text }) => text);

const read = (...paths: readonly string[]): Promise<string[]> =>
  Promise.all(paths.map((path) => readFile(new URL(`../../../${path}`, import.meta.url), 'utf8')));

/** What a table of the page has in its first column, each as it begins. */
function namesIn(title: string): string[] {
  const [, rest = ''] = page.split(`| ${title} | |\n| --- | --- |\n`);
  const [table = ''] = rest.split('\n\n');
  const cells = table.split('\n').map((row) => row.split(' | ')[0] ?? '');
  return cells.flatMap((cell) => [...cell.matchAll(/`\.?(\w+)/g)].map(([, name = '']) => name));
}

describe('The page on test helpers', () => {
  it('prints examples that are run', async () => {
    expect(printed('In any runner')).toEqual(
      await read('examples/node-test/sign-up.js', 'examples/node-test/sign-up.test.js'),
    );
    expect(printed('Types')).toEqual(await read('mock-server/test/examples/typed-matchers.test.ts'));
    expect(printed('Vitest')).toEqual(
      await read(
        'examples/vitest/sign-up.test.ts',
        'examples/vitest/vitest.config.ts',
        'mock-server/test/testing/runs/tiny/global-setup.ts',
      ),
    );
    const [manifest = '', ...jest] = printed('Jest');
    const { type, scripts, jest: config } = JSON.parse((await read('examples/jest/package.json')).join(''));
    expect(JSON.parse(manifest)).toEqual({ type, scripts, jest: config });
    expect(jest).toEqual(
      await read('examples/jest/sign-up.test.js', 'mock-server/test/testing/jest-matchers.d.ts'),
    );
    expect([...sections.values()].flat()).toHaveLength(10);
  });

  it('lists all that a stand-in and an account have', async () => {
    await using userlist = await startUserlist();
    const both = namesIn('Both, for all accounts or for one');
    expect([...namesIn('A stand-in'), ...both].sort()).toEqual(Object.keys(userlist).sort());
    expect([...namesIn('An account'), ...both].sort()).toEqual(Object.keys(userlist.account()).sort());
  });

  it('lists all that faults, clock and journal have', async () => {
    await using userlist = await startUserlist();
    for (const name of ['faults', 'clock', 'journal'] as const) {
      const [row = ''] = page.split('\n').filter((line) => line.startsWith(`| \`${name}\` |`));
      const named = [...row.matchAll(/`(\w+)\(/g)].map(([, each]) => each);
      expect(new Set(named)).toEqual(new Set(Object.keys(userlist[name])));
    }
  });

  it('lists the matchers', () => {
    const named = namesIn('`await expect(account)`').filter((name) => name.startsWith('toHave'));
    expect(named).toEqual(Object.keys(userlistMatchers));
  });

  it('says what Vitest would print of a late request', async () => {
    const userlist = await startUserlist();
    onTestFinished(() => userlist.close().catch(() => undefined));
    const account = userlist.account();
    await pushUser(account, { identifier: 'in time' });
    await account.end({ name: 'is told that the service is down' });
    await pushUser(account, { identifier: 'late' });
    const error: unknown = await userlist.close().catch((thrown: unknown) => thrown);
    expect(printed('What fails a test')).toEqual([`${String(error)}\n`]);
  });
});
