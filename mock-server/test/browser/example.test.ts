import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, it, onTestFinished } from 'vitest';
import { describeWithTool } from '../../../test/tool.ts';
import { readSections } from '../docs/page.ts';
import { bundle, launch, openPage } from './open-page.ts';

const sections = await readSections('ways-in.md');
const [, example] = sections.get('In one process, with MSW') ?? [];
const prose = await readFile(new URL('../../../docs/ways-in.md', import.meta.url), 'utf8');

/** The worker that the command of the page makes in an empty project. */
async function makeWorker(): Promise<Uint8Array> {
  const [, words = ''] = /`npx msw (init [^`]+)`/.exec(prose) ?? [];
  const folder = await mkdtemp(join(tmpdir(), 'understudy-worker-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  await writeFile(join(folder, 'package.json'), '{}');
  const command = fileURLToPath(new URL('../../../node_modules/msw/cli/index.js', import.meta.url));
  await promisify(execFile)(process.execPath, [command, ...words.split(' ')], { cwd: folder });
  return readFile(join(folder, 'public/mockServiceWorker.js'));
}

describeWithTool('the example of a browser on the page on ways in', 'chromium', (path) => {
  it('answers what the page pushes from then on', async () => {
    const contents = `${example?.text}\nObject.assign(globalThis, { engine });`;
    const program = await bundle({ stdin: { contents, resolveDir: import.meta.dirname, loader: 'ts' } });
    const browser = await launch(path);
    onTestFinished(() => browser.close());
    const { page, close } = await openPage(browser, program, await makeWorker());
    onTestFinished(close);
    await page.waitForFunction(() => 'engine' in globalThis);
    const seen = await page.evaluate(async () => {
      const { status } = await fetch('https://push.userlist.com/users', {
        method: 'POST',
        headers: { authorization: 'Push any', 'content-type': 'application/json' },
        body: '{"identifier":"user-1"}',
      });
      return [status, Reflect.get(globalThis, 'engine').journal.size];
    });
    expect(seen).toEqual([202, 1]);
  });
});
