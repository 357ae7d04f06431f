import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { createFixture, toCall } from '../desk/desk-fixture.ts';
import { openStream } from '../desk/read-events.ts';
import { readCurls } from './curl.ts';
import { readSections } from './page.ts';

const page = await readFile(new URL('../../../docs/journal.md', import.meta.url), 'utf8');
const blocks = (await readSections('journal.md')).get('Stream') ?? [];
const blockOf = (language: string): string => blocks.find((block) => block.language === language)?.text ?? '';

const STREAM = '/_control/exchanges/stream';

describe('the page on the journal, of those who follow it', () => {
  it('prints a stream as it is', async () => {
    const { desk, push } = createFixture();
    // Further up the page sends two requests.
    push('dev', 'POST', '/users', { identifier: 'user-1' });
    push('dev', 'POST', '/events', { name: 'project_created', user: 'user-1' });
    const [, query = ''] = /localhost:4010\/_control\/exchanges\/stream(\S*)'/.exec(blockOf('sh')) ?? [];
    const answer = await desk.answer(toCall({ target: `${STREAM}${query}` }));
    if (!('pieces' in answer)) throw new Error('It does not come piece by piece.');
    const pieces = answer.pieces[Symbol.asyncIterator]();
    const head = await pieces.next();
    const [, sending] = blocks.filter(({ language }) => language === 'sh');
    const [sent] = readCurls(sending?.text ?? '');
    push('dev', 'POST', '/users', JSON.parse(sent?.body ?? ''));
    const events = [head, await pieces.next(), await pieces.next()].map(({ value }) => String(value));
    const shortened = events.join('').replaceAll(/("received_at":).*$/gm, '$1…}');
    expect(blockOf('text')).toBe(`${shortened.trimEnd()}\n`);
  });

  it('prints its example as the test that it is', async () => {
    const test = await readFile(new URL('../examples/following.test.ts', import.meta.url), 'utf8');
    expect(blockOf('ts')).toBe(test);
  });

  it('names the bounds there are', async () => {
    const { desk, push } = createFixture({ rateLimit: 'off' });
    const [, events = '', readers = ''] = /Up to ([\d,]+) events.*?room for (\d+) readers/s.exec(page) ?? [];
    const streams = await Promise.all(Array.from({ length: Number(readers) }, () => openStream(desk)));
    const refused = await desk.answer(toCall({ target: STREAM }));
    expect(refused.status).toBe(503);
    // Each exchange is told twice, and the head of a stream waits for its reader too.
    for (let count = 0; count < Number(events.replace(',', '')) / 2; count += 1)
      push('dev', 'POST', '/users', {});
    expect(await streams[0]?.next()).toMatchObject({ event: null });
    push('dev', 'POST', '/users', {});
    expect(await streams[1]?.next()).toMatchObject({ event: 'end', data: { reason: 'too_slow' } });
  });
});
