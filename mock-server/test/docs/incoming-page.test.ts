import { readFile } from 'node:fs/promises';
import { contract } from '@understudy/openapi/contract';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createDesk } from '../../src/control/desk.ts';
import { createFastifyFront } from '../../src/fronts/fastify.ts';
import { createUserlistEngine } from '../../src/index.ts';
import { readCurls } from './curl.ts';
import { readSections } from './page.ts';

const PRINTED = 'http://localhost:4010';
const page = await readFile(new URL('../../../docs/incoming.md', import.meta.url), 'utf8');
const sections = await readSections('incoming.md');

async function serve(): Promise<string> {
  const engine = createUserlistEngine();
  const desk = createDesk({ engine, version: '1.0.0', operations: engine.operations });
  const front = createFastifyFront({ engine, desk });
  onTestFinished(() => front.close(0));
  return (await front.listen({ port: 0, host: '127.0.0.1' })).url;
}

/** Runs the commands of a part, and gives back the answers. */
async function follow(title: string, url: string): Promise<{ status: number; text: string }[]> {
  const answers = [];
  for (const { method, url: printed, headers, body } of readCurls(sections.get(title)?.[0]?.text ?? '')) {
    const response = await fetch(printed.replace(PRINTED, url), {
      method,
      headers,
      ...(body === undefined ? {} : { body }),
    });
    answers.push({ status: response.status, text: await response.text() });
  }
  return answers;
}

describe('the page on the incoming host', () => {
  it('has statuses under its commands that are those of the stand-in, and finds in the journal what it says', async () => {
    const url = await serve();
    for (const title of ['Sending messages', 'What stands for nothing']) {
      const [, printed, ...others] = sections.get(title) ?? [];
      const statuses = (await follow(title, url)).map(({ status }) => status);
      expect([`${statuses.join(' ')}\n`, others], title).toEqual([printed?.text, []]);
    }
    const [listed, counted, ...others] = await follow('In the journal', url);
    expect(JSON.parse(listed?.text ?? '').items[0].request).toMatchObject({
      body: { type: 'track', event: 'Report exported' },
      became: {
        operation: 'pushEvent',
        body: { name: 'Report exported', user: 'user-1', company: 'company-1' },
      },
    });
    expect([counted?.status, others]).toEqual([200, []]);
  });

  it('has no blocks but these', () => {
    expect([...sections.values()].flat()).toHaveLength(5);
  });

  it('lists every operation of the host with its path, and no other', () => {
    const rows = [...page.matchAll(/^\| `(\/[^`]+)` \| .+ \| `(\w+)` \|$/gm)].map(([, path, id]) => [
      path,
      id,
    ]);
    const incoming = Object.entries(contract.operations).filter(([, { host }]) => host === 'incoming');
    expect(rows).toEqual(incoming.map(([id, { path }]) => [path, id]));
  });
});
