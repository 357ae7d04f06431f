import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { BIN, run } from './spawned.ts';
import { useStarted } from './started.ts';
import { useTemporaryFolders } from './temporary-folder.ts';

const page = await readFile(new URL('../../docs/journal.md', import.meta.url), 'utf8');
const PRINTED = 'http://localhost:4010';

/** The blocks of code under a heading, in order. */
const blocksOf = (title: string) => {
  const [section = ''] = page.split(/^## /m).filter((each) => each.startsWith(`${title}\n`));
  return [...section.matchAll(/^```(\w+)\n(.*?)^```$/gms)].map(([, language, text = '']) => ({
    language,
    text,
  }));
};

/** What the page sends with the key `dev`, from its beginning to its end. */
const sentOnThePage = [
  ...page.matchAll(
    /^curl -X POST localhost:4010(\/\S+) -H 'Authorization: Push dev' [^\n]*?(?:\\\n\s*)?-d '([^']+)'/gm,
  ),
].map(([, path = '', body = '']) => [path, JSON.parse(body)] as const);

const start = useStarted();
const makeFolder = useTemporaryFolders();

describe('the page on the journal', () => {
  it('exports and replays as it prints', async () => {
    const { line, push } = await start();
    const folder = await makeFolder();
    for (const [path, body] of sentOnThePage) await push(path, body, 'dev');

    expect(sentOnThePage.map(([path]) => path)).toEqual(['/users', '/events', '/users']);

    const exported: string[] = [];
    for (const { text } of blocksOf('Export')) {
      for (const command of text.trim().split('\n')) {
        const [, path = '', file = ''] = /^curl -fsS 'localhost:4010(\S+)' -o (\S+)$/.exec(command) ?? [];
        const answer = await fetch(`${line.url}${path}`);
        expect(answer.status, command).toBe(200);
        await writeFile(join(folder, file), await answer.text());
        exported.push(file);
      }
    }
    expect(exported).toEqual(['run.har', 'run.ndjson']);

    const replayed: string[] = [];
    for (const { language, text } of blocksOf('Replay')) {
      if (language === 'text') {
        const shown = replayed.at(-1)?.replace(line.url, PRINTED);
        expect(shown?.replace(/in \d+\.\d s/, 'in 0.0 s')).toBe(text);
        continue;
      }
      const [, words = ''] = /^npx understudy (replay .*)$/.exec(text.trim()) ?? [];
      const { ended, stdout, stderr } = run('node', [BIN, ...words.split(' '), '--url', line.url], folder);
      expect([await ended, stderr()]).toEqual([[0, null], '']);
      replayed.push(stdout());
    }
    expect(replayed).toHaveLength(2);

    const ofLines = run('node', [BIN, 'replay', 'run.ndjson', '--url', line.url], folder);
    expect(await ofLines.ended).toEqual([2, null]);
    expect(ofLines.stderr()).toBe(
      'run.ndjson has an exchange a line; export it with ?format=har to send it again.\n',
    );
  });
});
