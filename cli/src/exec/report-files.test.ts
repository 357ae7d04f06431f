import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createUserlistEngine } from '@understudy/mock-server';
import { toVerdict } from '@understudy/mock-server/conduct';
import { createDesk } from '@understudy/mock-server/control';
import { expect, it } from 'vitest';
import { useTemporaryFolders } from '../../test/temporary-folder.ts';
import { placeReports } from '../conduct/report-file.ts';
import { EXEC_FORMATS } from './exec-formats.ts';
import { writeExecReports } from './report-files.ts';

const createFolder = useTemporaryFolders();
const place = (texts: readonly string[], cwd: string) => placeReports(texts, EXEC_FORMATS, { cwd });
const KEY = 'a-key-that-nobody-may-see';

/** The desk of a stand-in that was sent a user, a wrong path and a user with the key in its body. */
async function createServed(controlToken: string | null) {
  const engine = createUserlistEngine();
  for (const [path, identifier] of [
    ['users', 'ann'],
    ['nowhere', 'bob'],
    ['users', `of ${KEY}`],
  ])
    await engine.handle(
      new Request(`https://push.userlist.com/${path}`, {
        method: 'POST',
        headers: { authorization: `Push ${KEY}`, 'content-type': 'application/json' },
        body: JSON.stringify({ identifier }),
      }),
    );
  return { desk: createDesk({ engine, version: '1.2.3', token: controlToken }), controlToken };
}

it.each([null, 'a-token'])(
  'the journal is written with the keys hidden, also where the desk wants %j',
  async (token) => {
    const folder = await createFolder();
    const texts = ['har=sent.har', 'ndjson=sent.ndjson', 'text=conduct.txt'];
    expect(
      await writeExecReports(place(texts, folder), toVerdict([], []), await createServed(token)),
    ).toEqual([]);
    const read = (name: string): Promise<string> => readFile(join(folder, name), 'utf8');
    const [har, ndjson] = [await read('sent.har'), await read('sent.ndjson')];
    expect(JSON.parse(har).log).toMatchObject({
      creator: { name: 'understudy', version: '1.2.3' },
      _understudy: { complete: true, dropped: 0 },
      entries: [{ response: { status: 202 } }, { response: { status: 404 } }, { response: { status: 202 } }],
    });
    const rows = ndjson.trimEnd().split('\n');
    expect(rows.map((row) => JSON.parse(row).operation)).toEqual(['pushUser', null, 'pushUser']);
    expect(`${har}${ndjson}`).not.toContain(KEY);
    expect(await read('conduct.txt')).toMatch(/^No account has sent anything\./);
  },
);

it('what cannot be written is told, and the rest is written all the same', async () => {
  const folder = await createFolder();
  const texts = ['har=none/sent.har', 'ndjson=sent.ndjson', 'json=none/a.json'];
  const problems = await writeExecReports(place(texts, folder), toVerdict([], []), await createServed(null));
  expect(problems).toEqual([
    expect.stringMatching(/^The report cannot be written to none\/sent\.har: ENOENT/),
    expect.stringMatching(/^The report cannot be written to none\/a\.json: ENOENT/),
  ]);
  expect(await readFile(join(folder, 'sent.ndjson'), 'utf8')).toMatch(/^\{/);
});
