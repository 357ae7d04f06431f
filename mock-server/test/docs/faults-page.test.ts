import { readFile } from 'node:fs/promises';
import { contract } from '@understudy/openapi/contract';
import { deskRoutes, type Shape } from '@understudy/openapi/control/routes';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createDesk } from '../../src/control/desk.ts';
import { createFastifyFront } from '../../src/fronts/fastify.ts';
import { createUserlistEngine, presets } from '../../src/index.ts';
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
  it.each(['Arming', 'Timelines', 'Time'])(
    'has statuses under the commands of "%s" that are those of the stand-in',
    async (title) => {
      const url = await serve();
      const blocks = sections.get(title) ?? [];
      expect(blocks.map(({ language }) => language)).toEqual(['sh', 'text']);
      const statuses: number[] = [];
      for (const { method, url: printed, headers, body } of readCurls(blocks[0]?.text ?? '')) {
        const init = { method, headers, ...(body === undefined ? {} : { body }) };
        statuses.push((await fetch(printed.replace(PRINTED, url), init)).status);
      }
      expect(`${statuses.join(' ')}\n`).toBe(blocks[1]?.text);
    },
  );

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
