import { contract } from '@understudy/openapi/contract';
import { describe, expect, it } from 'vitest';
import { createFixture, readAnswer, toCall } from '../../test/desk/desk-fixture.ts';

const WAIT = '/_control/exchanges/wait';

describe('waiting for exchanges', () => {
  it('answers at once when enough are there', async () => {
    const { push, ask, time } = createFixture();
    const first = push('dev', 'POST', '/users', { identifier: 1 });
    push('dev', 'POST', '/users', { identifier: 2 });
    const { json } = await ask('GET', `${WAIT}?operation=pushUser`);
    expect(json.items.map(({ id }) => id)).toEqual([first.id]);
    expect(json.next).toBe(first.id);
    expect(time.pending).toBe(0);
  });

  it('answers as soon as the last one that was missing is journaled', async () => {
    const { push, ask, time } = createFixture();
    push('dev', 'POST', '/users', { identifier: 1 });
    const waited = ask('GET', `${WAIT}?account=dev&operation=pushUser&status=202&count=2`);
    push('other', 'POST', '/users', { identifier: 1 });
    push('dev', 'POST', '/users', {});
    push('dev', 'POST', '/events', { name: 'e', user: 1 });
    expect(time.pending).toBe(1);
    const last = push('dev', 'POST', '/users', { identifier: 2 });
    const { status, json } = await waited;
    expect([status, json.items.length, json.items[1]?.id, json.next]).toEqual([200, 2, last.id, null]);
    expect(time.pending).toBe(0);
  });

  it('counts an exchange whose answer has not left yet', async () => {
    const { engine, ask } = createFixture();
    const waited = ask('GET', WAIT);
    engine.answer(toCall({ method: 'POST', target: '/users' }));
    expect((await waited).json.items).toMatchObject([{ delivered: 'pending', answer: { status: 401 } }]);
  });

  it('gives up in time and says how many came and what came instead', async () => {
    const { push, ask, time, engine } = createFixture();
    const waited = ask('GET', `${WAIT}?account=dev&operation=pushUser&status=202&count=3&timeout_ms=2000`);
    push('dev', 'POST', '/users', { identifier: 1 });
    push('dev', 'POST', '/users', {});
    push('dev', 'POST', '/users', {});
    push('dev', 'POST', '/user?key=1', {});
    push('other', 'POST', '/users', { identifier: 1 });
    time.advance(1999);
    expect(time.pending).toBe(1);
    time.advance(1);
    const { status, json } = await waited;
    expect([status, json.error.code]).toEqual([408, 'wait_timed_out']);
    const handle = engine.accounts.named('dev')?.handle;
    const texts = "Identifier can't be blank, Email can't be blank";
    expect(json.error.message).toBe(
      `1 of 3 exchanges with operation pushUser and status 202 of ${handle} came within 2000 ms. ` +
        'Instead came: 2 × pushUser 422, 1 × POST /user 404. 1 came under other accounts or without a usable key. ' +
        `Closest is ex_0000000003 (pushUser 422): /status is 422 (${texts}), not 202. ` +
        `Next is ex_0000000002 (pushUser 422): /status is 422 (${texts}), not 202. ` +
        'Next is ex_0000000004 (POST /user 404): it went to no operation; /status is 404 (The requested resource could not be found on the server.), not 202.',
    );
  });

  it('does not say that nothing came when the journal had to drop some', async () => {
    const { push, ask } = createFixture({ journal: { mostExchanges: 5 } });
    for (let identifier = 0; identifier < 9; identifier += 1) push('dev', 'POST', '/users', { identifier });
    const late = async (query: string): Promise<string> =>
      (await ask('GET', `${WAIT}?${query}&timeout_ms=0`)).json.error.message;
    const dropped =
      'The journal had to drop exchanges to make room (4 of all), so this cannot be told for certain; reset it before each test, or ask only since a later exchange.';
    const differs = '(pushUser 202): /operation is "pushUser", not "pushEvent".';
    const closest = `Closest is ex_0000000009 ${differs} Next is ex_0000000008 ${differs} Next is ex_0000000007 ${differs}`;
    expect(await late('count=9')).toBe(`At least 5 of 9 exchanges came within 0 ms. ${dropped}`);
    expect(await late('operation=pushEvent')).toBe(
      `At least 0 of 1 exchanges with operation pushEvent came within 0 ms. Instead came: 5 × pushUser 202. ${closest} ${dropped}`,
    );
    await ask('POST', '/_control/reset');
    expect(await late('count=9')).toBe('0 of 9 exchanges came within 0 ms. Nothing else came.');
  });

  it('does not doubt what another account lost', async () => {
    const { push, ask } = createFixture({ journal: { mostExchanges: 2 } });
    for (const identifier of [1, 2, 3]) push('noisy', 'POST', '/users', { identifier });
    const { json } = await ask('GET', `${WAIT}?account=dev&timeout_ms=0`);
    expect(json.error.message).toMatch(
      /^0 of 1 exchanges of acct_\w+ came within 0 ms\. Nothing else came\. 2 came under other accounts/,
    );
    expect(json.error.message).not.toContain('had to drop');
  });

  it('goes by diagnostic too', async () => {
    const { push, ask } = createFixture();
    const waited = ask('GET', `${WAIT}?diagnostic=unknown-attribute`);
    push('dev', 'POST', '/users', { identifier: 1 });
    const meant = push('dev', 'POST', '/users', { identifier: 1, nickname: 'Ada' });
    expect((await waited).json.items.map(({ id }) => id)).toEqual([meant.id]);
    const { status, json } = await ask('GET', `${WAIT}?diagnostic=unknown-atribute`);
    expect([status, json.error.path]).toEqual([400, '?diagnostic']);
    expect(json.error.message).toContain('did you mean "unknown-attribute"?');
  });

  it('refuses an exchange there has never been, after which nothing would come', async () => {
    const { push, ask } = createFixture();
    push('dev', 'POST', '/users', { identifier: 1 });
    const { status, json } = await ask('GET', `${WAIT}?since=ex_0000000002`);
    expect([status, json.error.path]).toEqual([400, '?since']);
    expect(json.error.message).toBe(
      'There has been no exchange "ex_0000000002"; the newest is ex_0000000001. Ids begin anew with every start.',
    );
  });

  it('ends when as many came as were waited for, though the first had to make room', async () => {
    const { push, ask } = createFixture({ journal: { mostExchanges: 2 } });
    const waited = ask('GET', `${WAIT}?count=3`);
    for (const identifier of [1, 2, 3]) push('dev', 'POST', '/users', { identifier });
    const { status, json } = await waited;
    expect([status, json.items.length, json.dropped]).toEqual([200, 2, 1]);
  });

  it('asks how it stands without waiting when no time is given', async () => {
    const { ask, time } = createFixture();
    const { status, json } = await ask('GET', `${WAIT}?timeout_ms=0`);
    expect([status, json.error.message]).toEqual([
      408,
      '0 of 1 exchanges came within 0 ms. Nothing else came.',
    ]);
    expect(time.pending).toBe(0);
  });

  it('waits five seconds unless told otherwise', async () => {
    const { ask, time } = createFixture();
    const waited = ask('GET', WAIT);
    time.advance(4999);
    expect(time.pending).toBe(1);
    time.advance(1);
    expect((await waited).status).toBe(408);
  });

  it('can wait for what comes after an exchange', async () => {
    const { push, ask } = createFixture();
    const first = push('dev', 'POST', '/users', { identifier: 1 });
    const waited = ask('GET', `${WAIT}?since=${first.id}`);
    const second = push('dev', 'POST', '/users', { identifier: 1 });
    expect((await waited).json.items).toMatchObject([{ id: second.id }]);
  });

  it('loses nothing by the reset of another account', async () => {
    const { push, ask } = createFixture({ journal: { mostExchanges: 2 } });
    const waited = ask('GET', `${WAIT}?account=dev&count=3`);
    for (const key of ['dev', 'dev', 'other', 'other']) push(key, 'POST', '/users', { identifier: 1 });
    await ask('POST', '/_control/reset', { json: { account: 'other' } });
    const last = push('dev', 'POST', '/users', { identifier: 1 });
    expect((await waited).json.items).toMatchObject([{ id: last.id }]);
  });

  it('keeps the account that is waited for from making room', async () => {
    const bounds = { ...contract.bounds, accounts: 2 };
    const { push, ask, engine, time } = createFixture({ contract: { ...contract, bounds } });
    push('dev', 'POST', '/users', { identifier: 1 });
    const waited = ask('GET', `${WAIT}?account=dev&count=2`);
    for (const key of ['b', 'c', 'd']) push(key, 'POST', '/users', { identifier: 1 });
    expect(engine.accounts.find('dev')).not.toBeNull();
    push('dev', 'POST', '/users', { identifier: 2 });
    expect((await waited).status).toBe(200);
    for (const key of ['e', 'f']) push(key, 'POST', '/users', { identifier: 1 });
    expect([engine.accounts.find('dev'), time.pending]).toEqual([null, 0]);
  });

  it('does not count what a reset has removed', async () => {
    const { push, ask, time } = createFixture();
    push('dev', 'POST', '/users', { identifier: 1 });
    const waited = ask('GET', `${WAIT}?count=2`);
    await ask('POST', '/_control/reset');
    push('dev', 'POST', '/users', { identifier: 2 });
    expect(time.pending).toBe(1);
    push('dev', 'POST', '/users', { identifier: 3 });
    expect((await waited).json.items).toHaveLength(2);
  });

  it('refuses more than a thousand waits at a time, and frees the place of one that ended', async () => {
    const { ask, desk, time } = createFixture();
    const waits = Array.from({ length: 999 }, () => desk.answer(toCall({ target: WAIT })));
    const short = desk.answer(toCall({ target: `${WAIT}?timeout_ms=10` }));
    const { status, json } = await ask('GET', WAIT);
    expect([status, json.error.code]).toEqual([503, 'too_many_waits']);
    time.advance(10);
    expect((await short).status).toBe(408);
    const next = desk.answer(toCall({ target: WAIT }));
    desk.close();
    for (const waited of [...waits, next]) expect((await waited).status).toBe(503);
    expect(time.pending).toBe(0);
  });

  it('ends when nobody waits for it any more, so that a thousand of those block no other', async () => {
    const { ask, desk, push, time } = createFixture();
    const senders = Array.from({ length: 1000 }, () => new AbortController());
    const waits = senders.map(({ signal }) => desk.answer(toCall({ target: WAIT }), signal));
    expect((await ask('GET', WAIT)).json.error.code).toBe('too_many_waits');
    for (const sender of senders) sender.abort();
    for (const waited of waits) expect((await waited).status).toBe(503);
    expect(time.pending).toBe(0);
    await desk.answer(toCall({ target: WAIT }), AbortSignal.abort());
    expect(time.pending).toBe(0);
    const next = ask('GET', WAIT);
    push('dev', 'POST', '/users', { identifier: 1 });
    expect((await next).status).toBe(200);
  });

  it('ends when the desk closes, while everything else is still answered', async () => {
    const { ask, desk, push, time } = createFixture();
    const waited = ask('GET', WAIT);
    desk.close();
    expect((await waited).json.error.code).toBe('stopping');
    expect((await ask('GET', WAIT)).status).toBe(503);
    push('dev', 'POST', '/users', { identifier: 1 });
    expect((await ask('GET', WAIT)).status).toBe(200);
    expect(time.pending).toBe(0);
  });

  it('promises only what has to be waited for', () => {
    const { desk } = createFixture();
    const answer = desk.answer(toCall({ target: '/_control/exchanges' }));
    expect(answer).not.toBeInstanceOf(Promise);
    if (!(answer instanceof Promise)) expect(readAnswer(answer).status).toBe(200);
  });
});
