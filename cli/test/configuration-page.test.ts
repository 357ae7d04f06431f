import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { runCommandLine } from '../src/run-command-line.ts';
import { createScriptedIo } from './scripted-io.ts';
import { useStarted } from './started.ts';
import { useTemporaryFolders } from './temporary-folder.ts';

const start = useStarted();
const createFolder = useTemporaryFolders();
const NAME = 'understudy.config.yaml';
const page = await readFile(new URL('../../docs/configuration.md', import.meta.url), 'utf8');

/** The blocks of a kind below a heading of the page. */
const blocksOf = (heading: string, kind: string): string[] => {
  const section = page.split(/^## /m).find((each) => each.startsWith(`${heading}\n`)) ?? '';
  return [...section.matchAll(new RegExp(`^\`\`\`${kind}\n(.*?)^\`\`\``, 'gms'))].map(
    ([, text = '']) => text,
  );
};

const blockOf = (heading: string, kind: string): string => {
  const [block = '', ...others] = blocksOf(heading, kind);
  expect(others).toEqual([]);
  expect(block).not.toBe('');
  return block;
};

const startWith = async (config: string, more: Record<string, string> = {}, words: readonly string[] = []) =>
  start(words, { cwd: await createFolder({ [NAME]: config, ...more }) });

describe('The page on the configuration', () => {
  it('says how the file comes about', async () => {
    const [, words = ''] = /^npx understudy (\S+) +#/m.exec(page) ?? [];
    const io = createScriptedIo({ cwd: await createFolder() });
    expect(await runCommandLine([words], io)).toBe(0);
  });

  it('shows flags that count', async () => {
    const { line, push } = await startWith(blockOf('Flags', 'yaml'));
    expect(line.push_key).toBe('dev');
    expect((await push('/users', { identifier: 1 }, 'other')).status).toBe(202);
    expect((await push('/users', { identifier: 1 }, 'third')).status).toBe(401);
    expect((await push('/users', { identifier: 1, unheard: 1 })).status).toBe(422);
  });

  it('shows settings that count', async () => {
    const { ask } = await startWith(blockOf('Accounts', 'yaml'));
    expect(await ask('/accounts/dev/settings')).toMatchObject({
      features: { messages: false, companies: true },
      topics: ['product-news'],
      rate_limit: 'tiny',
      rate_limit_headers: true,
    });
    expect(await ask('/accounts/other/settings')).toMatchObject({ features: { messages: true } });
    expect(await ask('/accounts/any/settings')).toMatchObject({ features: { messages: false } });
  });

  it('shows seeds that are stored', async () => {
    const { ask } = await startWith(blockOf('Seeds', 'yaml'));
    expect(await ask('/accounts/dev')).toMatchObject({
      requests: 0,
      counts: { users: 1, companies: 1, relationships: 1, events: 1 },
    });
    expect(await ask('/accounts/other')).toMatchObject({ counts: { users: 1 } });
  });

  it('shows faults and timelines that are armed', async () => {
    const config = blockOf('Faults and timelines', 'yaml');
    const files = { 'dev.timeline.yaml': blockOf('Faults and timelines', 'json') };
    const { ask } = await startWith(config, files);
    expect(await ask('/faults')).toMatchObject({
      items: [
        { account: null, times: 2 },
        { name: 'flaky', account: expect.stringMatching(/^acct_/) },
      ],
      timelines: expect.arrayContaining([
        expect.objectContaining({ account: null }),
        expect.objectContaining({ account: expect.stringMatching(/^acct_/) }),
      ]),
    });
    const steps = await startWith('', files, ['--timeline', 'dev.timeline.yaml']);
    expect(await steps.ask('/faults')).toMatchObject({
      timelines: [{ account: expect.stringMatching(/^acct_/) }],
    });
  });

  it('shows mistakes as they are told', async () => {
    const complaintOf = async (config: string): Promise<string> => {
      const io = createScriptedIo({ cwd: await createFolder({ [NAME]: config }) });
      expect(await runCommandLine(['start', '--port', '0'], io)).toBe(2);
      return io.complained();
    };
    const unknown = await complaintOf('rate_limt: tiny\n');
    const refused = await complaintOf('# One.\nseeds:\n  users:\n    - email: nobody\n');
    expect([unknown, refused]).toEqual(blocksOf('Mistakes', 'text'));
    expect(await complaintOf('rate_limt: tiny\nseeds:\n  users:\n    - email: nobody\n')).toBe(unknown);
  });
});
