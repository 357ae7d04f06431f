import { describe, expect, it } from 'vitest';
import { createFixture } from '../../test/desk/desk-fixture.ts';
import { openStream, told } from '../../test/desk/read-events.ts';

describe('resuming', () => {
  it.each([
    ['Last-Event-ID', '', true],
    ['since', '?since=', false],
  ])('with %s tells first what came meanwhile', async (_name, query, byHeader) => {
    const { desk, push } = createFixture();
    const ids = [1, 2, 3].map((identifier) => push('dev', 'POST', '/users', { identifier }).id);
    const [first = '', second, third] = ids;
    const stream = await openStream(
      desk,
      byHeader ? '' : `${query}${first}`,
      byHeader ? { lastEventId: first } : {},
    );
    const fourth = push('dev', 'POST', '/users', { identifier: 4 }).id;
    expect(told(await stream.rest())).toEqual(
      [second, third, fourth].flatMap((id) => [
        ['exchange', id],
        ['settled', id],
      ]),
    );
  });

  it('goes by Last-Event-ID where a browser repeats the since it began with', async () => {
    const { desk, push } = createFixture();
    const [first, second] = [1, 2].map((identifier) => push('dev', 'POST', '/users', { identifier }).id);
    const stream = await openStream(desk, `?since=${first}`, { lastEventId: second ?? '' });
    expect(told(await stream.rest())).toEqual([]);
  });

  it('says that exchanges are missing which had to make room', async () => {
    const { desk, push } = createFixture({ journal: { mostExchanges: 2 } });
    const [first = ''] = [1, 2, 3, 4].map((identifier) => push('dev', 'POST', '/users', { identifier }).id);
    const [dropped, ...rest] = told(await (await openStream(desk, '', { lastEventId: first })).rest());
    expect(dropped).toEqual(['dropped', { dropped: 2 }]);
    expect(rest).toHaveLength(4);
  });

  it('says that the journal was reset meanwhile', async () => {
    const { desk, push, ask } = createFixture();
    const { id } = push('dev', 'POST', '/users', { identifier: 1 });
    await ask('POST', '/_control/reset');
    const next = push('dev', 'POST', '/users', { identifier: 2 });
    expect(told(await (await openStream(desk, '', { lastEventId: id })).rest())).toEqual([
      ['reset', { account: null }],
      ['exchange', next.id],
      ['settled', next.id],
    ]);
  });

  it.each([
    ['Last-Event-ID', '', { lastEventId: 'ex_0000000099' }],
    ['since', '?since=ex_0000000099', {}],
  ])('begins anew where %s is of a stand-in that ran before', async (_name, query, more) => {
    const { desk, push } = createFixture();
    const { id } = push('dev', 'POST', '/users', { identifier: 1 });
    const stream = await openStream(desk, query, more);
    expect(told(await stream.rest())).toEqual([
      ['reset', { account: null }],
      ['exchange', id],
      ['settled', id],
    ]);
  });
});
