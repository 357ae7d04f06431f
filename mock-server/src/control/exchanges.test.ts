import { describe, expect, it } from 'vitest';
import { answerNow } from '../../test/answer-now.ts';
import {
  createFixture,
  type DeskJson,
  readAnswer,
  START,
  toBytes,
  toCall,
} from '../../test/desk/desk-fixture.ts';
import { createDesk } from './desk.ts';

const idsOf = (json: DeskJson): string[] => json.items.map(({ id }) => id);

describe('the exchanges on the desk', () => {
  it('show what was sent, what it was read as, and what became of it', async () => {
    const { ask, push, engine } = createFixture();
    const { id } = push(
      'a-long-push-key-of-acme',
      'POST',
      '/users',
      '{"identifier":"user-7","properties":{"Plan":"pro"}}',
    );
    const { json } = await ask('GET', `/_control/exchanges/${id}`);
    expect(json).toMatchObject({
      id,
      received_at: '2025-03-14T09:26:53.589Z',
      door: 'test',
      host: 'localhost:4010',
      account: engine.accounts.named('a-long-push-key-of-acme')?.handle,
      operation: 'pushUser',
      method: 'POST',
      path: '/users',
      request: {
        headers: [
          { name: 'Host', value: 'localhost:4010' },
          { name: 'Authorization', value: 'Push ••••acme' },
          { name: 'Content-Type', value: 'application/json' },
        ],
        body: { identifier: 'user-7', properties: { plan: 'pro' } },
        raw: '{"identifier":"user-7","properties":{"Plan":"pro"}}',
        bytes: 51,
        complete: true,
      },
      answer: { status: 202, body: '', code: null, errors: [], reason: null },
      delivered: 'full',
      fault: null,
      limiter: { used: 1, limit: 1000 },
      injected_ms: 0,
    });
    expect(json.diagnostics).toMatchObject([
      { code: 'renamed-key', level: 'info', path: '/properties/plan' },
    ]);
    expect(json.changes).toMatchObject([{ kind: 'created', resource: 'user', key: 'user-7', before: null }]);
    expect(json).not.toHaveProperty('crashed');
    expect(json).not.toHaveProperty('diagnostics_dropped');
  });

  it('show why something was refused, also without a key that could be used', async () => {
    const { ask, push } = createFixture();
    const refused = push('dev', 'POST', '/users', '{}');
    const keyless = push('', 'POST', '/users', '{}');
    expect((await ask('GET', `/_control/exchanges/${refused.id}`)).json.answer).toMatchObject({
      status: 422,
      code: 'unprocessable_content',
      errors: ["Identifier can't be blank", "Email can't be blank"],
      reason: expect.any(String),
    });
    expect((await ask('GET', `/_control/exchanges/${keyless.id}`)).json).toMatchObject({
      account: null,
      answer: { status: 401 },
    });
  });

  it('show bodies that are no text in base64, and cut ones up to the last whole character', async () => {
    const { ask, engine } = createFixture();
    const send = (bytes: Uint8Array, more: object): string =>
      answerNow(engine, toCall({ method: 'POST', target: '/users', bytes, ...more })).exchange.id;
    const binary = send(Uint8Array.of(0xff, 0x00, 0x80), {});
    const cut = send(toBytes('{"name":"é').slice(0, -1), { size: 200_000 });
    const marked = send(toBytes('\ufeff{}'), {});
    const raw = async (id: string): Promise<DeskJson['request']['raw']> =>
      (await ask('GET', `/_control/exchanges/${id}`)).json.request.raw;
    expect(await raw(binary)).toEqual({ base64: '/wCA' });
    expect(await raw(cut)).toBe('{"name":"');
    expect(await raw(marked)).toBe('\ufeff{}');
  });

  it('show those whose sender went away, which have no answer', async () => {
    const { ask, engine } = createFixture();
    const call = toCall({ method: 'POST', target: '/users', bytes: toBytes('{"a'), complete: false });
    const { exchange } = answerNow(engine, call);
    const { json } = await ask('GET', `/_control/exchanges/${exchange.id}`);
    expect(json).toMatchObject({
      request: { complete: false, raw: '{"a' },
      answer: { status: null, body: '' },
    });
  });

  it('never show a key, wherever it was put', async () => {
    const { ask, push, engine } = createFixture();
    const key = 'secret-push-key-1234';
    push(key, 'POST', '/users', { identifier: 1 });
    const headers = { authorization: key };
    answerNow(
      engine,
      toCall({ method: 'POST', target: '/users', headers, rawHeaders: ['AUTHORIZATION', key] }),
    );
    answerNow(
      engine,
      toCall({
        method: 'POST',
        target: '/users',
        headers: { authorization: `Bearer ${key}` },
        rawHeaders: ['authorization', `Bearer ${key}`],
      }),
    );
    for (const [method, target, json] of [
      ['GET', '/_control/exchanges'],
      ['GET', '/_control/accounts'],
      ['GET', `/_control/accounts/${key}`],
      ['GET', `/_control/exchanges?account=${key}`],
      ['GET', `/_control/exchanges/wait?account=${key}&count=9&timeout_ms=0`],
      ['GET', `/_control/accounts/${key}/nothing`],
      ['GET', `/_control/accounts/${key}%`],
      ['POST', '/_control/exchanges/count', { account: key, status: 500 }],
      ['POST', '/_control/exchanges/count', `{"account":"${key}"`],
      ['POST', '/_control/reset', { account: key }],
      ['DELETE', `/_control/accounts/${key}`],
    ] as const) {
      const { text } = await ask(method, target, json === undefined ? {} : { json });
      expect([target, text.includes(key)]).toEqual([target, false]);
    }
  });

  it('are filtered by account, operation, status and diagnostic', async () => {
    const { ask, push, engine } = createFixture();
    const user = push('a', 'POST', '/users', { identifier: 1, nickname: 'Ada' });
    const event = push('a', 'POST', '/events', { name: 'e', user: 1 });
    const invalid = push('b', 'POST', '/users', {});
    const handle = engine.accounts.named('a')?.handle;
    const list = async (query: string): Promise<string[]> =>
      idsOf((await ask('GET', `/_control/exchanges?${query}`)).json);
    expect(await list('')).toEqual([user.id, event.id, invalid.id]);
    expect(await list('account=a')).toEqual([user.id, event.id]);
    expect(await list(`account=${handle}`)).toEqual([user.id, event.id]);
    expect(await list('operation=pushUser')).toEqual([user.id, invalid.id]);
    expect(await list('status=422')).toEqual([invalid.id]);
    expect(await list('operation=pushUser&account=b&status=202')).toEqual([]);
    expect(await list('diagnostic=unknown-attribute')).toEqual([user.id]);
    expect(await list('account=acct_000000000000')).toEqual([]);
  });

  it('are those since another one, even when that one is gone', async () => {
    const { ask, push } = createFixture();
    const first = push('a', 'POST', '/users', { identifier: 1 });
    await ask('POST', '/_control/reset');
    const second = push('a', 'POST', '/users', { identifier: 1 });
    expect(idsOf((await ask('GET', `/_control/exchanges?since=${first.id}`)).json)).toEqual([second.id]);
    expect(idsOf((await ask('GET', `/_control/exchanges?since=${second.id}`)).json)).toEqual([]);
  });

  it('refuse a filter by an operation there is not, where the operations are known', async () => {
    const { ask } = createFixture({}, { operations: ['pushUser', 'pushEvent'] });
    const { status, json } = await ask('GET', '/_control/exchanges?operation=pushUsers');
    expect([status, json.error.path]).toEqual([400, '?operation']);
    expect(json.error.message).toContain('did you mean "pushUser"?');
    const counted = await ask('POST', '/_control/exchanges/count', { json: { operation: 'pushusr' } });
    expect(counted.json.error).toMatchObject({ code: 'invalid_body', path: '/operation' });
  });

  it('never show the key that they presented, wherever else it was put, but in the body', async () => {
    const { ask, engine } = createFixture();
    const key = 'secret+push/key.1234';
    const send = (sent: string, target: string, more: readonly string[] = []): string =>
      answerNow(
        engine,
        toCall({
          method: 'POST',
          target,
          headers: { authorization: `Push ${sent}` },
          rawHeaders: ['Authorization', `Push ${sent}`, ...more],
          bytes: toBytes({ identifier: key }),
        }),
      ).exchange.id;
    const shown = async (id: string) => (await ask('GET', `/_control/exchanges/${id}`)).json;
    const long = await shown(
      send(key, `/users?push_key=${key}&again=${encodeURIComponent(key)}`, [
        'X-Auth',
        `Push ${key}`,
        'X-Other',
        'Push another-key-5678',
        'Referer',
        `http://localhost/?k=x${key}x`,
      ]),
    );
    expect(long.path).toBe('/users?push_key=••••1234&again=••••1234');
    expect(long.request.headers.map(({ value }) => value)).toEqual([
      'Push ••••1234',
      'Push ••••1234',
      'Push ••••5678',
      'http://localhost/?k=x••••1234x',
    ]);
    expect(long.request.raw).toBe(JSON.stringify({ identifier: key }));
    const short = await shown(send('dev', '/users?push_key=dev&env=development', ['User-Agent', 'devtool']));
    expect(short.path).toBe('/users?push_key=••••&env=development');
    expect(short.request.headers.map(({ value }) => value)).toEqual(['Push ••••', 'devtool']);
  });

  it('are still shown when the service cannot explain one of them', async () => {
    const { engine, push } = createFixture();
    push('a', 'POST', '/users', { identifier: 1 });
    const service = {
      ...engine.service,
      explain: () => {
        throw new Error('cannot be read');
      },
    };
    const desk = createDesk({ engine: { ...engine, service }, version: '1' });
    const { json } = readAnswer(
      await desk.answer(toCall({ target: '/_control/exchanges', receivedAt: START })),
    );
    expect(json.items).toMatchObject([
      { crashed: true, diagnostics: [], changes: [], request: { body: null } },
    ]);
  });

  it('come with the number of those that had to make room, until the journal is emptied', async () => {
    const { ask, push } = createFixture({ journal: { mostExchanges: 2 } });
    const droppedSoFar = async (): Promise<number> => (await ask('GET', '/_control/exchanges')).json.dropped;
    for (const identifier of [1, 2]) push('a', 'POST', '/users', { identifier });
    expect(await droppedSoFar()).toBe(0);
    for (const identifier of [3, 4, 5]) push('b', 'POST', '/users', { identifier });
    expect(await droppedSoFar()).toBe(3);
    expect((await ask('GET', '/_control/exchanges?account=a&limit=1')).json).toMatchObject({
      items: [],
      dropped: 3,
    });
    await ask('POST', '/_control/reset', { json: { account: 'b' } });
    expect(await droppedSoFar()).toBe(3);
    await ask('POST', '/_control/reset', { json: { what: ['journal'] } });
    expect(await droppedSoFar()).toBe(0);
  });

  it('say so when there is none of that id, and when some had to make room', async () => {
    const { ask, push } = createFixture({ journal: { mostExchanges: 2 } });
    const [gone] = [1, 2, 3].map((identifier) => push('a', 'POST', '/users', { identifier }));
    const { status, json } = await ask('GET', `/_control/exchanges/${gone?.id}`);
    expect([status, json.error.code]).toEqual([404, 'unknown_exchange']);
    expect(json.error.message).toContain('had to drop 1');
  });
});
