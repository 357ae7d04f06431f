import { describe, expect, it } from 'vitest';
import { createFixture, toCall } from '../../test/desk/desk-fixture.ts';
import { openStream, type StreamEvent, told } from '../../test/desk/read-events.ts';

const STREAM = '/_control/exchanges/stream';

describe('following the journal', () => {
  it('tells each exchange when it is decided and when it has left, as the desk shows it', async () => {
    const { desk, push, ask } = createFixture();
    const stream = await openStream(desk);
    const { id } = push('dev', 'POST', '/users', { identifier: 'user-1' });
    const [, first, second] = await stream.rest();
    const shown = (await ask('GET', `/_control/exchanges/${id}`)).json;
    expect(first).toEqual({ event: 'exchange', id, data: shown });
    expect(second).toEqual({ event: 'settled', id: null, data: shown });
  });

  it('is in the form that browsers read, and kept by nobody', async () => {
    const { desk } = createFixture();
    const { headers } = await openStream(desk);
    expect(Object.fromEntries(headers)).toMatchObject({
      'content-type': 'text/event-stream',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
    });
  });

  it('says at once where it begins, so that even who saw nothing can resume', async () => {
    const { desk, push } = createFixture();
    const before = await openStream(desk);
    expect(await before.next()).toMatchObject({ event: null, id: 'ex_' });
    const { id } = push('dev', 'POST', '/users', { identifier: 1 });
    expect(await (await openStream(desk)).next()).toMatchObject({ event: null, id });
    const resumed = await openStream(desk, '', { lastEventId: 'ex_' });
    expect(told(await resumed.rest())).toEqual([
      ['exchange', id],
      ['settled', id],
    ]);
  });

  it('tells an exchange whose answer is still under way, and later that it left', async () => {
    const { desk, engine } = createFixture();
    const stream = await openStream(desk);
    const outcome = engine.answer(toCall({ method: 'POST', target: '/users' }));
    if (outcome.kind === 'later') throw new Error('This engine has no store.');
    const [, decided] = await stream.rest();
    expect(decided).toMatchObject({ event: 'exchange', data: { delivered: 'pending' } });
    engine.settle(outcome, 'partial', 3);
    expect(await stream.rest()).toMatchObject([{ event: 'settled', data: { delivered: 'partial' } }]);
  });

  it('hides the push key as the journal does', async () => {
    const { desk, push } = createFixture();
    const stream = await openStream(desk);
    push('a-long-push-key-1234', 'POST', '/users?key=a-long-push-key-1234', { identifier: 1 });
    const text = JSON.stringify(await stream.rest());
    expect(text).toContain('••••1234');
    expect(text).not.toContain('a-long-push-key-1234');
  });

  it.each([
    ['?account=dev', ['dev 202', 'dev 422']],
    ['?operation=pushEvent', ['other 202']],
    ['?status=422', ['dev 422']],
    ['?diagnostic=unknown-attribute', ['dev 202']],
    ['?account=dev&status=202', ['dev 202']],
  ])('tells with %s only what is asked for', async (query, expected) => {
    const { desk, push, engine } = createFixture();
    const stream = await openStream(desk, query);
    push('dev', 'POST', '/users', { identifier: 1, plan: 'pro' });
    push('dev', 'POST', '/users', {});
    push('other', 'POST', '/events', { name: 'e', user: 1 });
    const dev = engine.accounts.named('dev')?.handle;
    const seen = (await stream.rest())
      .filter(({ event }) => event === 'exchange')
      .map(({ data }) => data as { account: string; answer: { status: number } })
      .map(({ account, answer }) => `${account === dev ? 'dev' : 'other'} ${answer.status}`);
    expect(seen).toEqual(expected);
  });

  it.each([
    ['?operation=pushUsers', 400, 'invalid_parameter', /did you mean "pushUser"/],
    ['?diagnostic=unknown', 400, 'invalid_parameter', /There is no diagnostic "unknown"/],
    ['?acount=dev', 400, 'unknown_parameter', /"account"/],
    ['?since=7', 400, 'invalid_parameter', /"since"/],
  ])('is refused with %s', async (query, status, code, message) => {
    const { ask } = createFixture({}, { operations: ['pushUser', 'pushEvent'] });
    const { json, ...answer } = await ask('GET', `${STREAM}${query}`);
    expect([answer.status, json.error.code]).toEqual([status, code]);
    expect(json.error.message).toMatch(message);
  });

  it('is refused with a Last-Event-ID that is none of ours', async () => {
    const { ask } = createFixture();
    const { status, json } = await ask('GET', STREAM, { headers: { 'last-event-id': '7' } });
    expect([status, json.error.code]).toEqual([400, 'invalid_parameter']);
    expect(json.error.message).toContain('Last-Event-ID');
  });

  it('lives on after every reset, and tells of those that concern it', async () => {
    const { desk, push, ask, engine } = createFixture();
    const all = await openStream(desk);
    const mine = await openStream(desk, '?account=mine');
    await ask('POST', '/_control/reset');
    push('other', 'POST', '/users', { identifier: 1 });
    await ask('POST', '/_control/reset', { json: { account: 'other' } });
    await ask('DELETE', '/_control/accounts/mine');
    const last = push('mine', 'POST', '/users', { identifier: 1 });
    const [other, own] = ['other', 'mine'].map((key) => engine.accounts.named(key)?.handle);
    const resets = (events: readonly StreamEvent[]): unknown[] =>
      events.filter(({ event }) => event === 'reset').map(({ data }) => data);
    const [seenByAll, seenByMine] = [await all.rest(), await mine.rest()];
    expect(resets(seenByAll)).toEqual([{ account: null }, { account: other }, { account: own }]);
    expect(resets(seenByMine)).toEqual([{ account: null }, { account: own }]);
    for (const seen of [seenByAll, seenByMine]) expect(told(seen).at(-1)).toEqual(['settled', last.id]);
  });

  it('says every 15 seconds that it is still there', async () => {
    const { desk, time } = createFixture();
    const stream = await openStream(desk);
    await stream.rest();
    time.advance(14_999);
    expect(await stream.rest()).toEqual([]);
    time.advance(1);
    expect(await stream.rest()).toEqual([{ event: null, id: null, data: 'still here' }]);
    // Whoever does not read hears of it once, however long that takes.
    for (let beat = 0; beat < 10; beat += 1) time.advance(15_000);
    expect(await stream.rest()).toHaveLength(1);
  });
});

describe('a reader who is too slow', () => {
  it('is cut off, while the journal goes on, and resumes without a gap', async () => {
    const { desk, push, engine } = createFixture({ rateLimit: 'off' });
    const slow = await openStream(desk);
    const quick = await openStream(desk);
    let seen = 0;
    for (let identifier = 0; identifier < 1500; identifier += 1) {
      push('dev', 'POST', '/users', { identifier });
      if (identifier % 100 === 0) seen += told(await quick.rest()).length;
    }
    seen += told(await quick.rest()).length;
    expect(seen).toBe(3000);
    expect(await slow.next()).toMatchObject({ event: 'end', data: { reason: 'too_slow' } });
    expect(await slow.next()).toBeNull();
    expect(engine.journal.size).toBe(1500);
    const resumed = await openStream(desk, '', { lastEventId: 'ex_' });
    expect((await resumed.rest()).filter(({ event }) => event === 'exchange')).toHaveLength(1500);
  });

  it('is cut off when what waits for it is too heavy', async () => {
    const { desk, push, engine } = createFixture({ rateLimit: 'off' });
    const slow = await openStream(desk);
    const quick = await openStream(desk);
    const heavy = { identifier: 1, properties: { text: 'x'.repeat(100_000) } };
    for (let count = 0; count < 50; count += 1) {
      push('dev', 'POST', '/users', heavy);
      expect(told(await quick.rest())).toHaveLength(2);
    }
    expect(await slow.next()).toMatchObject({ event: 'end', data: { reason: 'too_slow' } });
    expect(engine.journal.size).toBe(50);
  });

  it('costs the engine no rendering before somebody reads', async () => {
    const { desk, push, engine } = createFixture();
    const stream = await openStream(desk);
    let explained = 0;
    const { explain } = engine.service;
    Object.assign(engine.service, {
      explain: (exchange: never) => {
        explained += 1;
        return explain(exchange);
      },
    });
    push('dev', 'POST', '/users', { identifier: 1 });
    expect(explained).toBe(0);
    await stream.rest();
    expect(explained).toBeGreaterThan(0);
  });
});

describe('the end of a stream', () => {
  it('comes when the stand-in stops, with a last word; later ones are refused', async () => {
    const { desk, ask, time } = createFixture();
    const stream = await openStream(desk);
    await stream.rest();
    const waiting = stream.next();
    desk.close();
    expect(await waiting).toMatchObject({ event: 'end', data: { reason: 'stopping' } });
    expect(await stream.next()).toBeNull();
    expect((await ask('GET', STREAM)).json.error.code).toBe('stopping');
    expect(time.pending).toBe(0);
  });

  it.each(['closes the connection', 'aborts', 'was gone before it began'])(
    'comes without a word when the reader %s, and leaves nothing behind',
    async (how) => {
      const { desk, engine, time, push } = createFixture();
      const aborter = new AbortController();
      if (how === 'was gone before it began') aborter.abort();
      const stream = await openStream(desk, '', { signal: aborter.signal });
      const waiting = stream.rest();
      if (how === 'aborts') aborter.abort();
      if (how === 'closes the connection') await stream.leave();
      push('dev', 'POST', '/users', { identifier: 1 });
      expect(told(await waiting)).toEqual([]);
      expect(await stream.next()).toBeNull();
      expect(time.pending).toBe(0);
      expect(engine.journal.size).toBe(1);
    },
  );

  it('makes room for another; there is only room for so many', async () => {
    const { desk, ask } = createFixture();
    const streams = await Promise.all(Array.from({ length: 100 }, () => openStream(desk)));
    const { status, json } = await ask('GET', STREAM);
    expect([status, json.error.code]).toEqual([503, 'too_many_waits']);
    await streams[0]?.leave();
    expect(await (await openStream(desk)).next()).toMatchObject({ event: null });
  });

  it('is not waited for where an answer is never read', async () => {
    const { desk, time } = createFixture();
    for (let count = 0; count < 200; count += 1)
      await desk.answer(toCall({ target: STREAM, method: 'HEAD' }));
    expect(time.pending).toBe(0);
    expect(await (await openStream(desk)).next()).toMatchObject({ event: null });
  });
});

describe('an account that is followed', () => {
  it('is not the one that makes room for others', async () => {
    const { desk, push, engine } = createFixture({ rateLimit: 'off' });
    const stream = await openStream(desk, '?account=followed');
    push('followed', 'POST', '/users', { identifier: 1 });
    for (let key = 0; key < 10_500; key += 1) push(`key-${key}`, 'POST', '/users', { identifier: 1 });
    expect(engine.accounts.evicted).toBeGreaterThan(0);
    expect(engine.accounts.find('followed')).not.toBeNull();
    await stream.leave();
    for (let key = 0; key < 10_500; key += 1) push(`more-${key}`, 'POST', '/users', { identifier: 1 });
    expect(engine.accounts.find('followed')).toBeNull();
  });
});
