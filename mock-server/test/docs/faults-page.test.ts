import { readFile } from 'node:fs/promises';
import { contract } from '@understudy/openapi/contract';
import { deskRoutes, type Shape } from '@understudy/openapi/control/routes';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createDesk } from '../../src/control/desk.ts';
import { createFastifyFront } from '../../src/fronts/fastify.ts';
import { armFault, createUserlistEngine, presets, steerClock } from '../../src/index.ts';
import { readCurls } from './curl.ts';
import { readSections } from './page.ts';

const PRINTED = 'http://localhost:4010';

const sections = await readSections('faults-and-time.md');
const page = await readFile(new URL('../../../docs/faults-and-time.md', import.meta.url), 'utf8');

async function serve(): Promise<string> {
  const engine = createUserlistEngine();
  const front = createFastifyFront({ engine, desk: createDesk({ engine, version: '1.0.0' }) });
  onTestFinished(() => front.close(0));
  return (await front.listen({ port: 0, host: '127.0.0.1' })).url;
}

const RUN = ['Arming', 'Timelines', 'Time'];

/** Runs the commands of a part, whose statuses have to be those printed under them. */
async function follow(title: string, url: string): Promise<void> {
  const blocks = sections.get(title) ?? [];
  expect(blocks.map(({ language }) => language)).toEqual(['sh', 'text']);
  const statuses: number[] = [];
  for (const { method, url: printed, headers, body } of readCurls(blocks[0]?.text ?? '')) {
    const init = { method, headers, ...(body === undefined ? {} : { body }) };
    statuses.push((await fetch(printed.replace(PRINTED, url), init)).status);
  }
  expect(`${statuses.join(' ')}\n`, title).toBe(blocks[1]?.text);
}

/** The names in backticks that begin the rows of a table. */
const namesUnder = (heading: string): string[] => {
  const [, table = ''] = page.split(`| ${heading} |`);
  const rows = (table.split('\n\n')[0] ?? '').split('\n').slice(2);
  return rows.flatMap((row) =>
    [...(row.split(' | ')[0] ?? '').matchAll(/`([^`]+)`/g)].map(([, name = '']) => name),
  );
};

const attributesOf = (shape: Shape | undefined): string[] => Object.keys(shape?.attributes ?? {});

describe('the page on faults and time', () => {
  it.each(RUN)('has statuses under the commands of "%s" that are those of the stand-in', async (title) => {
    await follow(title, await serve());
  });

  it('can be followed from its beginning to its end on one stand-in', async () => {
    const url = await serve();
    for (const title of RUN) await follow(title, url);
  });

  it('says whose text a key for 413 is answered with', async () => {
    expect(page).toContain('the text of `+413` is the example of the reference');
    const answer = await fetch(`${await serve()}/users`, {
      method: 'POST',
      headers: { Authorization: 'Push dev+413', 'Content-Type': 'application/json' },
      body: JSON.stringify({ identifier: 'user-1' }),
    });
    const { errors } = await answer.json();
    expect(errors).toEqual(['Payload is too large. Request was 1 MB, but the limit is 100 KB.']);
  });

  it('says that a next window is no way past a fault', async () => {
    const engine = createUserlistEngine({ rateLimit: '1/60s' });
    const post = (path: string, body: unknown) =>
      engine.handle(
        new Request(`https://push.userlist.com${path}`, {
          method: 'POST',
          headers: { Authorization: 'Push dev', 'Content-Type': 'application/json' },
          body: JSON.stringify(body),
        }),
      );
    steerClock(engine, { mode: 'frozen' });
    expect((await post('/users', { identifier: 'user-1' })).status).toBe(202);
    armFault(engine, { effect: { status: 503 } });
    steerClock(engine, { account: 'dev', advance_ms: 'next-window' });
    expect((await post('/users', { identifier: 'user-1' })).status).toBe(503);
    expect(page).toMatch(/it does not look at faults,\s+which may refuse/);
  });

  it('prints its example as the test that it is', async () => {
    const printed = [...sections.values()].flat().filter(({ language }) => language === 'ts');
    const example = await readFile(new URL('../examples/faults.test.ts', import.meta.url), 'utf8');
    expect(printed.map(({ text }) => text)).toEqual([example]);
  });

  it('has no blocks but these', () => {
    expect([...sections.values()].flat()).toHaveLength(7);
  });

  it('names every effect, every way to choose requests, every preset and every ending', () => {
    const order = deskRoutes.find(({ id }) => id === 'armFault')?.body?.shape;
    const { effect, match } = order?.attributes ?? {};
    expect(namesUnder('Effect').toSorted()).toEqual(expect.arrayContaining(attributesOf(effect).toSorted()));
    const choices = namesUnder('Which requests').map((name) => name.replace('match.', ''));
    expect(choices).toEqual(
      expect.arrayContaining([...attributesOf(match), 'operation', 'from', 'every', 'times']),
    );
    for (const name of Object.keys(presets)) expect(page).toMatch(new RegExp(`\`${name}\` \\(`));
    expect(namesUnder('Ending').toSorted()).toEqual(
      Object.keys(contract.magicKeys.endings)
        .map((ending) => `+${ending}`)
        .toSorted(),
    );
  });
});
