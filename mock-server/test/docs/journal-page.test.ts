import { readFile } from 'node:fs/promises';
import { contract } from '@understudy/openapi/contract';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createDesk } from '../../src/control/desk.ts';
import { createFastifyFront } from '../../src/fronts/fastify.ts';
import { createUserlistEngine, expectExchange } from '../../src/index.ts';
import { createFixture } from '../desk/desk-fixture.ts';
import { readCurls } from './curl.ts';
import { type Block, readSections } from './page.ts';

const PRINTED_HOST = 'localhost:4010';

const sections = await readSections('journal.md');
const blocksOf = (titles: readonly string[]): readonly Block[] =>
  titles.flatMap((title) => sections.get(title) ?? []);
const OURS = ['Filters', 'Matchers', 'Counting', 'Expecting', 'Waiting', 'What had to make room'];

type Answered = { readonly status: number; readonly body: string; readonly fails: boolean };

async function sendAll(block: Block, url: string): Promise<Answered[]> {
  const answered: Answered[] = [];
  for (const curl of readCurls(block.text)) {
    const { method, headers, body, fails } = curl;
    const response = await fetch(curl.url.replace(`http://${PRINTED_HOST}`, url), {
      method,
      headers,
      ...(body === undefined ? {} : { body }),
    });
    answered.push({ status: response.status, body: await response.text(), fails });
  }
  return answered;
}

describe('the page on the journal', () => {
  it('has answers under its commands that are those of the stand-in', async () => {
    const engine = createUserlistEngine();
    const operations = engine.operations;
    const front = createFastifyFront({ engine, desk: createDesk({ engine, version: '1.0.0', operations }) });
    onTestFinished(() => front.close());
    const { url } = await front.listen({ port: 0, host: '127.0.0.1' });
    const blocks = blocksOf(OURS);
    let compared = 0;
    for (const [index, block] of blocks.entries()) {
      if (block.language !== 'sh') continue;
      const answered = await sendAll(block, url);
      const next = blocks[index + 1];
      const last = next?.language === 'json' ? answered.pop() : undefined;
      expect(answered.filter(({ status }) => status >= 300)).toEqual([]);
      if (last === undefined || next === undefined) continue;
      const printed: unknown = JSON.parse(next.text);
      expect(JSON.parse(last.body)).toEqual(printed);
      if (last.fails) expect(last.status).toBeGreaterThanOrEqual(400);
      compared += 1;
    }
    expect(compared).toBe(4);
    expect([...engine.journal.entries()].map(({ operation, status }) => [operation, status])).toEqual([
      ['pushUser', 202],
      ['pushEvent', 202],
    ]);
  });

  it('lists what its filters find', async () => {
    const fixture = createFixture();
    fixture.push('dev', 'POST', '/users', { identifier: 'user-1', nickname: 'Ada' });
    const [, listing] = sections.get('Filters') ?? [];
    const found: number[] = [];
    for (const { url } of readCurls(listing?.text ?? '')) {
      const { json } = await fixture.ask('GET', url.replace(`http://${PRINTED_HOST}`, ''));
      found.push(json.items.length);
    }
    expect(found).toEqual([1, 0, 1]);
  });

  it('prints its examples as the tests that they are', async () => {
    const printed = blocksOf(OURS).filter(({ language }) => language === 'ts');
    const tests = ['expecting', 'waiting'].map((name) =>
      readFile(new URL(`../examples/${name}.test.ts`, import.meta.url), 'utf8'),
    );
    expect(printed.map(({ text }) => text)).toEqual(await Promise.all(tests));
  });

  it('prints an error as it is thrown', () => {
    const { engine, push } = createFixture();
    push('dev', 'POST', '/users', { email: 'nobody' });
    const [printed] = blocksOf(OURS).filter(({ language }) => language === 'text');
    let thrown: unknown = null;
    try {
      expectExchange(engine, { account: 'dev', operation: 'pushUser', status: 202 });
    } catch (error) {
      thrown = error;
    }
    expect(`${String(thrown)}\n`).toBe(printed?.text);
  });

  it('names the operations, the filters and the bounds there are', async () => {
    const page = await readFile(new URL('../../../docs/journal.md', import.meta.url), 'utf8');
    const { operations } = createUserlistEngine();
    const { journalExchanges, journalMebibytes } = contract.bounds;
    expect(page).toContain(
      `the newest ${journalExchanges.toLocaleString('en')} exchanges within ${journalMebibytes} MiB`,
    );
    expect(page).toContain(`| \`operation\` | ${operations.map((id) => `\`${id}\``).join(', ')} |`);
    const rows = [...page.matchAll(/^\| `(account|operation|status|diagnostic|since|body|has)` \|/gm)];
    expect(rows.map(([, name]) => name)).toEqual([
      'account',
      'operation',
      'status',
      'diagnostic',
      'since',
      'body',
      'has',
    ]);
  });
});
