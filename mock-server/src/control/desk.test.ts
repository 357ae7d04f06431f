import { deskRoutes } from '@understudy/openapi/control/routes';
import { describe, expect, it } from 'vitest';
import { createFixture, readAnswer, toBytes, toCall } from '../../test/desk/desk-fixture.ts';
import { createDesk } from './desk.ts';

describe('the desk', () => {
  it('says that it is ready, which version it is, what it simulates and how much it holds', async () => {
    const { ask } = createFixture();
    const { status, json } = await ask('GET', '/_control/health');
    expect([status, json]).toEqual([
      200,
      {
        status: 'ok',
        version: '1.2.3',
        service: 'userlist',
        journal: { exchanges: 0, dropped: 0 },
        accounts: { count: 0, evicted: 0 },
      },
    ]);
  });

  it('says how many exchanges and accounts had to make room', async () => {
    const { engine, ask, push } = createFixture({ journal: { mostExchanges: 3 } });
    for (const key of ['a', 'b', 'c', 'd', 'e']) push(key, 'POST', '/users', { identifier: 1 });
    expect((await ask('GET', '/_control/health')).json).toMatchObject({
      journal: { exchanges: 3, dropped: 2 },
      accounts: { count: 5, evicted: 0 },
    });
    for (let key = 0; key < 10_000; key += 1) engine.accounts.open(`key-${key}`);
    const { count, evicted } = (await ask('GET', '/_control/health')).json.accounts;
    expect(evicted).toBeGreaterThan(0);
    expect(count + evicted).toBe(10_005);
  });

  it('is not ready before everything is seeded', async () => {
    const { ask } = createFixture({}, { isReady: () => false });
    const { status, json } = await ask('GET', '/_control/health');
    expect([status, json.status]).toEqual([503, 'starting']);
  });

  it('sends JSON that no browser sniffs and no cache keeps, for problems too', async () => {
    const { ask } = createFixture();
    for (const path of ['/_control/accounts', '/_control/nothing']) {
      const { headers } = await ask('GET', path);
      expect(headers.get('content-type')).toBe('application/json; charset=utf-8');
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('cache-control')).toBe('no-store');
    }
  });

  it('lists what there is at its root, with or without a slash', async () => {
    const { ask, desk } = createFixture();
    const { status, json, text } = await ask('GET', '/_control');
    expect(status).toBe(200);
    expect(json.paths).toEqual(deskRoutes.map(({ method, path }) => `${method} ${path}`));
    expect(json.paths).toContain('GET /_control/exchanges/wait');
    expect(readAnswer(await desk.answer(toCall({ target: '/_control/' }))).text).toBe(text);
    expect(json.operations).toContainEqual({
      id: 'steerClock',
      method: 'POST',
      path: '/_control/clock',
      summary: 'Stop, set or advance the time',
      query: [],
      body: ['account', 'mode', 'now', 'advance_ms'],
    });
    expect(json.operations.find(({ id }) => id === 'listFaults')?.query).toEqual(['account']);
  });

  it('ends what it says with a line end, for terminals', async () => {
    const { ask } = createFixture();
    for (const path of ['/_control/health', '/_control/nothing'])
      expect((await ask('GET', path)).text).toMatch(/[^\n]\n$/);
  });

  it.each([
    '/_control/accounts/',
    '/_control/accounts//users',
    '/_control/accounts/dev/orders',
    '/_control/health/',
    '/_control/Health',
    '//_control/health',
  ])('has nothing at %s and lists what there is', async (path) => {
    const { ask } = createFixture();
    const { status, json } = await ask('GET', path);
    expect([status, json.error.code]).toEqual([404, 'unknown_path']);
    expect(json.error.allowed).toContain('GET /_control/exchanges/wait');
  });

  it.each([
    ['POST', '/_control/health', 'GET, HEAD'],
    ['PATCH', '/_control/accounts/dev', 'GET, HEAD, DELETE'],
    ['GET', '/_control/exchanges/count', 'POST'],
    ['DELETE', '/_control/exchanges/wait', 'GET, HEAD, POST'],
    ['GET', '/_control/reset', 'POST'],
  ])('refuses %s %s and says what is allowed', async (method, path, allow) => {
    const { ask } = createFixture();
    const { status, headers } = await ask(method, path);
    expect([status, headers.get('allow')]).toEqual([405, allow]);
  });

  it('answers HEAD where it answers GET', async () => {
    const { ask } = createFixture();
    expect((await ask('HEAD', '/_control/health')).status).toBe(200);
  });

  it('names the parameter that a misspelt one most likely means', async () => {
    const { ask } = createFixture();
    const { status, json } = await ask('GET', '/_control/exchanges?acount=dev');
    expect([status, json.error.path]).toEqual([400, '?acount']);
    expect(json.error.message).toContain('did you mean "account"?');
  });

  it.each([
    ['/_control/exchanges?limit=0', '?limit', 'from 1 to 1000'],
    ['/_control/exchanges?limit=1001', '?limit', 'from 1 to 1000'],
    ['/_control/exchanges?limit=ten', '?limit', 'whole number'],
    ['/_control/exchanges?limit=1e2', '?limit', 'whole number'],
    ['/_control/exchanges?limit=', '?limit', 'is empty'],
    ['/_control/exchanges?limit=1&limit=2', '?limit', 'twice'],
    ['/_control/exchanges?status=99', '?status', 'from 100 to 599'],
    ['/_control/exchanges?account=', '?account', 'is empty'],
    ['/_control/exchanges?account=%zz', '?account', 'percent-encoded'],
    ['/_control/exchanges?since=7', '?since', '^ex_'],
    ['/_control/exchanges?__proto__=1', '?__proto__', 'no query parameter'],
    ['/_control/exchanges/wait?timeout_ms=600001', '?timeout_ms', 'from 0 to 600000'],
    ['/_control/exchanges/wait?count=0', '?count', 'from 1 to 10000'],
    ['/_control/accounts/dev/events?after=abc', '?after', 'matches'],
    ['/_control/health?verbose=1', '?verbose', 'there are none'],
  ])('refuses %s and says what is wrong with it', async (target, path, part) => {
    const { ask } = createFixture();
    const { status, json } = await ask('GET', target);
    expect([status, json.error.path]).toEqual([400, path]);
    expect(json.error.message).toContain(part);
  });

  it.each([
    ['{"operation":', 'not valid JSON', null],
    ['[]', 'not a JSON object', null],
    ['null', 'not a JSON object', null],
    ['"dev"', 'not a JSON object', null],
    ['{"opration":"pushUser"}', 'did you mean "operation"?', '/opration'],
    ['{"kind":"problem"}', 'no attribute "kind"', '/kind'],
    ['{"__proto__":{"operation":"pushUser"}}', 'no attribute "__proto__"', '/__proto__'],
    ['{"a/b~":1}', 'no attribute', '/a~1b~0'],
    ['{"status":"202"}', 'whole number from 100 to 599', '/status'],
    ['{"status":99}', 'whole number from 100 to 599', '/status'],
    ['{"account":""}', 'a text that is not empty', '/account'],
    ['{"account":7}', 'a text that is not empty', '/account'],
    ['{"body":"x"}', 'an object', '/body'],
    [`{"body":${'{"a":'.repeat(200)}1${'}'.repeat(201)}`, 'levels deep', null],
    [`{"body":{"a":${'['.repeat(20_000)}${']'.repeat(20_000)}}}`, 'levels deep', null],
  ])('refuses the body %.40s', async (body, part, path) => {
    const { ask } = createFixture();
    const { status, json } = await ask('POST', '/_control/exchanges/count', { bytes: toBytes(body) });
    expect([status, json.error.code, json.error.path]).toEqual([400, 'invalid_body', path]);
    expect(json.error.message).toContain(part);
  });

  it('refuses bodies that are not UTF-8, cut off, or larger than it reads', async () => {
    const { ask } = createFixture();
    const target = '/_control/reset';
    expect(
      (await ask('POST', target, { bytes: Uint8Array.of(0x7b, 0xff, 0x7d) })).json.error.message,
    ).toContain('UTF-8');
    expect((await ask('POST', target, { bytes: toBytes('{'), complete: false })).status).toBe(400);
    expect((await ask('POST', target, { bytes: toBytes('{}'), size: 200_000 })).status).toBe(413);
  });

  it('answers its own crash with a 500 that shows no stack', async () => {
    const { engine } = createFixture();
    const broken = {
      ...engine,
      service: {
        ...engine.service,
        counts: () => {
          throw new Error('out of order');
        },
      },
    };
    engine.accounts.open('dev');
    const desk = createDesk({ engine: broken, version: '1' });
    const { status, json } = readAnswer(await desk.answer(toCall({ target: '/_control/accounts' })));
    expect([status, json.error.code]).toEqual([500, 'crashed']);
    expect(json.error.message).toContain('out of order');
    expect(JSON.stringify(json)).not.toContain('.ts');
  });
});
