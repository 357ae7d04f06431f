import { describe, expect, it } from 'vitest';
import { createManualClock, createUserlistEngine } from '../../src/index.ts';
import { answerNow } from '../answer-now.ts';
import { toCall } from '../doors.ts';
import { describeThroughDoors, START, toBytes } from '../stand-in.ts';

describeThroughDoors('the journal', (standIn, doorName) => {
  it('keeps every exchange, refused ones too', async () => {
    await standIn.post('/users', { identifier: 1 });
    await standIn.post('/nowhere', {});
    await standIn.post('/users', {}, { key: null });
    await standIn.post('/users', '{');
    await standIn.post('/events', {});
    await standIn.post('/users', 'x'.repeat(102_401));
    expect(
      [...standIn.engine.journal.entries()].map(({ status, code, operation }) => [status, code, operation]),
    ).toEqual([
      [202, null, 'pushUser'],
      [404, 'not_found', null],
      [401, 'unauthorized', 'pushUser'],
      [400, 'bad_request', 'pushUser'],
      [422, 'unprocessable_content', 'pushEvent'],
      [413, 'content_too_large', 'pushUser'],
    ]);
  });

  it('keeps what was sent and what was answered, byte by byte', async () => {
    const body = '{ "identifier" : 1,\n"planName": 2 }';
    const reply = await standIn.post('/users?a=b', body);
    const exchange = standIn.lastExchange();
    expect(new TextDecoder().decode(exchange.bytes)).toBe(body);
    expect(exchange).toMatchObject({
      receivedAt: START,
      method: 'POST',
      target: '/users?a=b',
      size: body.length,
      complete: true,
      status: reply.status,
      answerBody: reply.body,
      reason: null,
      crashed: false,
      delivered: 'full',
    });
    const names = exchange.rawHeaders.filter((_, index) => index % 2 === 0).map((name) => name.toLowerCase());
    expect(names).toEqual(expect.arrayContaining(['authorization', 'content-type', 'accept']));
    expect(
      exchange.door.length > 0 && (!['fetch', 'msw'].includes(doorName) || exchange.door === doorName),
    ).toBe(true);
  });

  it('knows what the limiter said', async () => {
    await standIn.post('/users', { identifier: 1 });
    expect(standIn.lastExchange().limiter).toMatchObject({
      used: 1,
      limit: 1000,
      beganAt: START,
      resetsAt: START + 60_000,
    });
    await standIn.post('/nowhere', {});
    expect(standIn.lastExchange().limiter).toBeNull();
  });

  it('says in words why something was refused', async () => {
    await standIn.request('PUT', '/users', {});
    expect(standIn.lastExchange().reason).toBe(
      'There is no operation PUT /users. That path takes POST and DELETE.',
    );
    await standIn.post('/user', {});
    expect(standIn.lastExchange().reason).toContain('/users, /companies, /relationships, /events, /messages');
    await standIn.post('/users', 'x'.repeat(102_402));
    expect(standIn.lastExchange().reason).toBe('The body has 102402 bytes, 2 more than the limit of 102400.');
    await standIn.post('/users', '{"identifier":1,}');
    expect(standIn.lastExchange().reason).toContain('The body is not JSON');
    await standIn.post('/users', '['.repeat(200) + ']'.repeat(200));
    expect(standIn.lastExchange().reason).toBe('The body is nested deeper than 100 levels.');
  });

  it('gives every exchange an id that sorts behind the ones before', async () => {
    for (let index = 0; index < 12; index += 1) await standIn.post('/users', { identifier: index });
    const ids = [...standIn.engine.journal.entries()].map(({ id }) => id);
    expect(ids).toEqual([...ids].sort());
    expect(new Set(ids).size).toBe(12);
  });

  it('forgets one account alone, or all', async () => {
    await standIn.post('/users', { identifier: 1 }, { key: 'one' });
    await standIn.post('/users', { identifier: 1 }, { key: 'two' });
    const account = standIn.engine.accounts.named('one');
    if (account === null) throw new Error('The account is not there.');
    standIn.engine.reset(['journal'], account);
    expect([...standIn.engine.journal.entries()].map((exchange) => exchange.account)).toEqual([
      standIn.engine.accounts.named('two')?.handle,
    ]);
    expect(standIn.users('one')).toHaveLength(1);
    standIn.engine.reset(['state'], account);
    expect([standIn.users('one').length, standIn.users('two').length]).toEqual([0, 1]);
    standIn.engine.reset(['state', 'journal', 'limits']);
    expect([standIn.engine.journal.size, standIn.users('two').length]).toEqual([0, 0]);
  });
});

describe('a sender who goes away in the middle of the body', () => {
  const engine = createUserlistEngine({ clock: createManualClock(START), rateLimit: '1/60s' });
  const call = toCall(engine, {
    method: 'POST',
    target: '/users',
    headers: [['Authorization', 'Push dev']],
    body: toBytes({ identifier: 1 }),
  });
  const outcome = answerNow(engine, { ...call, complete: false });

  it('gets no answer and is journaled without one', () => {
    expect(outcome.kind).toBe('hang-up');
    expect(outcome.exchange).toMatchObject({
      complete: false,
      status: null,
      code: null,
      account: engine.accounts.named('dev')?.handle,
    });
    expect(engine.service.explain(outcome.exchange)).toEqual({
      diagnostics: [],
      diagnosticsDropped: 0,
      changes: [],
      changesDropped: 0,
      body: undefined,
    });
  });

  it('is neither applied nor counted', () => {
    const after = answerNow(engine, call);
    expect(after).toMatchObject({ kind: 'answer', answer: { status: 202 } });
  });
});

describe('what the HTTP parser gave up on', () => {
  it.each([
    ['syntax', 400, 'bad_request'],
    ['timeout', 408, 'request_timeout'],
    ['headers-too-large', 431, 'request_header_fields_too_large'],
  ] as const)('%s is answered with %i in the envelope, and the connection ends', (cause, status, code) => {
    const engine = createUserlistEngine({ clock: createManualClock(START) });
    const call = toCall(engine, { method: '', target: '', headers: [], body: toBytes(undefined) });
    const outcome = engine.reject(call, cause, 'It could not be read.');
    expect(outcome).toMatchObject({ kind: 'answer', answer: { status, close: true } });
    expect(JSON.parse(outcome.kind === 'answer' ? outcome.answer.body : '')).toEqual({
      status,
      code,
      errors: [expect.any(String)],
    });
    expect([...engine.journal.entries()]).toMatchObject([
      { status, code, account: null, reason: 'It could not be read.' },
    ]);
    expect(engine.service.explain(outcome.exchange).changes).toEqual([]);
  });
});
