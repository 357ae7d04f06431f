import { describe, expect, it } from 'vitest';
import { type Prepared, prepareLines } from './prepare-lines.ts';
import { readLines } from './read-lines.ts';

async function prepared(
  text: string,
  dialect: 'rudderstack' | 'segment' = 'rudderstack',
): Promise<Prepared[]> {
  async function* chunks() {
    yield new TextEncoder().encode(text);
  }
  return Array.fromAsync(prepareLines(readLines(chunks()), dialect));
}

describe('an input of JSON over several lines', () => {
  it.each([
    ['[\n  {"type":"page"},\n  {"type":"page"}\n]\n', "`jq -c '.[]'`", 1],
    ['\n {\r\n  "type": "page"\r\n}\r\n', '`jq -c .`', 2],
  ])('is reported once: %j', async (text, remedy, line) => {
    const reason = `The file looks like JSON over several lines; write one message a line, for example with ${remedy}.`;
    expect(await prepared(text)).toEqual([{ kind: 'foreign', line, reason }]);
  });

  it('is what its first line says it is, not a later one', async () => {
    const kinds = (await prepared('{"type":"page","userId":"u"}\n[\n{\n')).map(({ kind }) => kind);
    expect(kinds).toEqual(['skipped', 'unreadable', 'unreadable']);
  });
});

describe('a line', () => {
  it('becomes the requests of its message', async () => {
    expect(await prepared('\n{"type":"identify","userId":"u"}')).toEqual([
      {
        kind: 'requests',
        line: 2,
        bytes: 32,
        requests: [{ operation: 'pushUser', method: 'POST', path: '/users', body: { identifier: 'u' } }],
      },
    ]);
  });

  it('is read the way of its dialect', async () => {
    const track = '{"type":"track","userId":"u","event":"E","properties":{"context":{"groupId":"c"}}}';
    const [rudderstack] = await prepared(track);
    const [segment] = await prepared(track, 'segment');
    expect(rudderstack).toMatchObject({ requests: [{ body: { company: 'c' } }] });
    expect(segment).toMatchObject({ requests: [{ body: { properties: { context: { groupId: 'c' } } } }] });
  });

  it.each([
    ['skipped', '{"type":"page","userId":"u"}'],
    ['rejected', '{"type":"track","event":"E"}'],
    ['rejected', '[{"type":"page","userId":"u"}]'],
    ['rejected', 'null'],
    ['rejected', '{"type":"identify","userId":12345678901234567890}'],
    ['unreadable', '{"type":"page"'],
  ])('is %s with its number and a reason: %s', async (kind, text) => {
    expect(await prepared(`\r\n${text}\r\n`)).toEqual([
      { kind, line: 2, reason: expect.stringMatching(/\.$/) },
    ]);
  });
});
