import { readFile } from 'node:fs/promises';
import { deskRoutes } from '@understudy/openapi/control/routes';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createDesk } from '../../src/control/desk.ts';
import { createFastifyFront } from '../../src/fronts/fastify.ts';
import { createUserlistEngine } from '../../src/index.ts';
import { readCurls } from './curl.ts';
import { type Block, readSections } from './page.ts';

const PRINTED = 'http://localhost:4010';
const TOKEN = 'let-me-in';

const page = await readFile(new URL('../../../docs/desk.md', import.meta.url), 'utf8');
const sections = await readSections('desk.md');

/** Serves a desk, on every address, and gives what a client of this machine calls it by. */
async function serve(token: string | null): Promise<string> {
  const engine = createUserlistEngine();
  const desk = createDesk({ engine, version: '1.0.0', operations: engine.operations, token });
  const front = createFastifyFront({ engine, desk });
  onTestFinished(() => front.close(0));
  const { port } = await front.listen({ port: 0, host: token === null ? '127.0.0.1' : '0.0.0.0' });
  return `http://127.0.0.1:${port}`;
}

/** Runs every command of some blocks; the answer of one with JSON under it has to be that. */
async function runAll(blocks: readonly Block[], url: string): Promise<number[]> {
  const statuses: number[] = [];
  for (const [index, block] of blocks.entries()) {
    if (block.language !== 'sh') continue;
    let last: unknown;
    for (const { method, url: printed, headers, body, fails } of readCurls(block.text)) {
      const init = { method, headers, ...(body === undefined ? {} : { body }) };
      const response = await fetch(printed.replace(PRINTED, url), init);
      last = await response.json();
      statuses.push(response.status);
      if (fails) expect(response.status, printed).toBeLessThan(400);
    }
    const next = blocks[index + 1];
    if (next?.language === 'json') expect(last).toEqual(JSON.parse(next.text));
  }
  return statuses;
}

const firstBlocks = (): Block[] =>
  [...(page.split(/^## /m)[0] ?? '').matchAll(/^```(\w+)\n(.*?)^```$/gms)].map(
    ([, language = '', text = '']) => ({
      language,
      text,
    }),
  );

describe('the page on the desk', () => {
  it('lists everything that can be asked, as the contract says it', () => {
    const rows = deskRoutes.map(({ method, path, summary }) => `| \`${method} ${path}\` | ${summary} |`);
    expect(page.match(/^\| `[A-Z]+ \/_control.*$/gm)?.slice(0, rows.length)).toEqual(rows);
  });

  it('has answers under its commands that are those of the stand-in', async () => {
    const url = await serve(null);
    expect(await runAll(firstBlocks(), url)).toEqual([400]);
    expect(await runAll(sections.get('Settings') ?? [], url)).toEqual([200]);
    expect((await fetch(`${url}/_control`)).status).toBe(200);
  });

  it('says how a desk is asked that other machines can reach', async () => {
    const blocks = sections.get('In a container') ?? [];
    expect(blocks.find(({ language }) => language === 'text')?.text).toContain(`--control-token ${TOKEN}`);
    expect(await runAll(blocks, await serve(TOKEN))).toEqual([200, 200, 401]);
  });
});
