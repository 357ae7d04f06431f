import { describe, expect, it } from 'vitest';
import { createFixture, toBytes, toCall } from '../../test/desk/desk-fixture.ts';
import { expectContract } from '../../test/desk/expect-contract.ts';
import { expectHar } from '../../test/desk/har-schema.ts';
import { readPieces } from '../../test/desk/read-events.ts';
import type { HarEntry } from './har.ts';

const EXPORT = '/_control/export';
const KEY = 'a-long-push-key-1234';

type Archive = {
  readonly log: {
    readonly entries: readonly HarEntry[];
    readonly creator: unknown;
    readonly _understudy: { readonly complete: boolean; readonly dropped: number };
  };
};

async function toArchive(fixture: ReturnType<typeof createFixture>, query = ''): Promise<Archive['log']> {
  const { text, type } = await readPieces(fixture.desk, `${EXPORT}${query}`);
  expect(type).toBe('application/json');
  const archive = JSON.parse(text) as Archive;
  expectHar(archive);
  return archive.log;
}

async function toLines(fixture: ReturnType<typeof createFixture>, query: string): Promise<{ id: string }[]> {
  const { text, type } = await readPieces(fixture.desk, `${EXPORT}?format=ndjson${query}`);
  expect(type).toBe('application/x-ndjson');
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));
}

describe('the journal as an archive', () => {
  it('has an entry for every exchange, with what was sent, answered and known', async () => {
    const fixture = createFixture();
    const { id, account } = fixture.push(KEY, 'POST', '/users?a=1&b=%20x', { identifier: 'user-1' });
    fixture.push(KEY, 'DELETE', '/nowhere');
    const { entries, creator, _understudy } = await toArchive(fixture);
    expect([creator, _understudy]).toEqual([
      { name: 'understudy', version: '1.2.3' },
      { complete: true, dropped: 0 },
    ]);
    expect(entries).toMatchObject([
      {
        startedDateTime: '2025-03-14T09:26:53.589Z',
        request: {
          method: 'POST',
          url: 'http://localhost:4010/users?a=1&b=%20x',
          headers: [
            { name: 'Host', value: 'localhost:4010' },
            { name: 'Authorization', value: 'Push ••••1234' },
            { name: 'Content-Type', value: 'application/json' },
          ],
          queryString: [
            { name: 'a', value: '1' },
            { name: 'b', value: ' x' },
          ],
          postData: { mimeType: 'application/json', text: '{"identifier":"user-1"}' },
          bodySize: 23,
        },
        response: { status: 202, content: { size: 0, text: '' } },
        _understudy: {
          id,
          account,
          operation: 'pushUser',
          code: null,
          fault: null,
          delivered: 'full',
          whole: true,
        },
      },
      {
        request: { method: 'DELETE', url: 'http://localhost:4010/nowhere', bodySize: 0 },
        response: {
          status: 404,
          content: { mimeType: 'application/json', text: expect.stringMatching(/^\{"status":404/) },
        },
        _understudy: { operation: null, code: 'not_found' },
      },
    ]);
    expect(entries[1]?.request).not.toHaveProperty('postData');
  });

  it('is one too when nothing was sent', async () => {
    expect((await toArchive(createFixture())).entries).toEqual([]);
  });

  it('names the fault that fired, and how long it delayed', async () => {
    const fixture = createFixture();
    fixture.engine.faults.arm({ name: 'late', effect: { delay_ms: 1500 } });
    fixture.engine.faults.arm({ name: 'gone', operation: 'pushEvent', effect: { hang_up: 'before' } });
    fixture.engine.faults.clear({ name: 'nobody' });
    fixture.push('dev', 'POST', '/users', { identifier: 1 });
    fixture.engine.faults.clear({ name: 'late' });
    fixture.push('dev', 'POST', '/events', { name: 'e', user: 1 });
    const { entries } = await toArchive(fixture);
    expect(entries).toMatchObject([
      { _understudy: { fault: 'late', injected_ms: 1500 }, response: { status: 202 } },
      { _understudy: { fault: 'gone' }, response: { status: 0, content: { text: '' } } },
    ]);
    expect(entries[0]?.timings.wait).toBeGreaterThanOrEqual(1500);
  });

  it('has bytes that are no text in Base64, and says which body is not whole', async () => {
    const fixture = createFixture();
    const bytes = Uint8Array.of(0xff, 0xfe, 0x00);
    const send = (call: Parameters<typeof toCall>[0]): void => {
      fixture.engine.answer(toCall({ method: 'POST', target: '/users', ...call }));
    };
    send({ bytes });
    send({ bytes: toBytes('{'), size: 200_000 });
    send({ bytes: toBytes('{'), complete: false });
    const { entries } = await toArchive(fixture);
    expect(entries.map(({ request }) => request.postData)).toEqual([
      { mimeType: '', text: Buffer.from(bytes).toString('base64'), _encoding: 'base64' },
      { mimeType: '', text: '{' },
      { mimeType: '', text: '{' },
    ]);
    expect(entries.map(({ _understudy }) => _understudy.whole)).toEqual([true, false, false]);
  });

  it.each([
    ['', '*', 'http://localhost/*'],
    ['a b', '/users', 'http://localhost/users'],
    ['me:pw@evil', '/users', 'http://localhost/users'],
    ['host/path', '/users', 'http://localhost/users'],
    ['[::1]:80', '//users/../x', 'http://[::1]//users/../x'],
    ['localhost', '/%zz?q=é#\ud800', 'http://localhost/%zz?q=%C3%A9%23%EF%BF%BD'],
    ['localhost', 'http://other/users', 'http://localhost/http://other/users'],
  ])('has an address even of a request to "%s" for %s', async (host, target, expected) => {
    const fixture = createFixture();
    fixture.engine.answer(toCall({ method: 'GET', host, target }));
    expect((await toArchive(fixture)).entries[0]?.request.url).toBe(expected);
  });

  it('says when the journal could not keep everything', async () => {
    const fixture = createFixture({ journal: { mostExchanges: 2 } });
    for (let identifier = 0; identifier < 5; identifier += 1)
      fixture.push('dev', 'POST', '/users', { identifier });
    const { entries, _understudy } = await toArchive(fixture);
    expect([entries.length, _understudy]).toEqual([2, { complete: false, dropped: 3 }]);
  });
});

describe('the journal as lines', () => {
  it('has an exchange a line, as the desk shows it', async () => {
    const fixture = createFixture();
    const ids = [1, 2].map((identifier) => fixture.push('dev', 'POST', '/users', { identifier }).id);
    const lines = await toLines(fixture, '');
    expect(lines.map(({ id }) => id)).toEqual(ids);
    for (const line of lines) {
      expectContract('GET', `/_control/exchanges/${line.id}`, 200, line);
      expect(line).toEqual((await fixture.ask('GET', `/_control/exchanges/${line.id}`)).json);
    }
  });

  it.each([
    ['&account=dev', [1, 2]],
    ['&operation=pushEvent', [3]],
    ['&status=422', [2]],
    ['&diagnostic=unknown-attribute', [1]],
    ['&since=ex_0000000001', [2, 3]],
  ])('has with %s only what is asked for, in an archive too', async (query, expected) => {
    const fixture = createFixture();
    const ids = [
      fixture.push('dev', 'POST', '/users', { identifier: 1, plan: 'pro' }),
      fixture.push('dev', 'POST', '/users', {}),
      fixture.push('other', 'POST', '/events', { name: 'e', user: 1 }),
    ].map(({ id }) => id);
    const wanted = expected.map((number) => ids[number - 1]);
    expect((await toLines(fixture, query)).map(({ id }) => id)).toEqual(wanted);
    const { entries } = await toArchive(fixture, `?${query.slice(1)}`);
    expect(entries.map(({ _understudy }) => _understudy.id)).toEqual(wanted);
  });

  it('ends with what was the newest when it was asked for', async () => {
    const fixture = createFixture();
    const { id } = fixture.push('dev', 'POST', '/users', { identifier: 1 });
    const answer = await fixture.desk.answer(toCall({ target: `${EXPORT}?format=ndjson` }));
    fixture.push('dev', 'POST', '/users', { identifier: 2 });
    const lines: string[] = [];
    if ('pieces' in answer) for await (const piece of answer.pieces) lines.push(piece);
    expect(lines.map((line) => JSON.parse(line).id)).toEqual([id]);
  });

  it.each([
    ['?format=xml', 'invalid_parameter', '?format'],
    ['?acount=dev', 'unknown_parameter', '?acount'],
    ['?since=7', 'invalid_parameter', '?since'],
  ])('is refused with %s', async (query, code, path) => {
    const { json, status } = await createFixture().ask('GET', `${EXPORT}${query}`);
    expect([status, json.error.code, json.error.path]).toEqual([400, code, path]);
  });
});

describe('a push key', () => {
  it.each(['har', 'ndjson'])('is nowhere in an export as %s, wherever its sender put it', async (format) => {
    const fixture = createFixture();
    const { engine, desk } = fixture;
    engine.faults.arm({ name: `for ${KEY}`, effect: { body: { token: KEY }, headers: { 'X-Echo': KEY } } });
    fixture.push(KEY, 'POST', `/users/${KEY}?key=${KEY}`, { identifier: KEY });
    fixture.push(KEY, 'POST', '/users', {
      identifier: KEY,
      [KEY]: 1,
      properties: { [KEY]: 1, nested: { token: `Push ${KEY}` }, basic: btoa(`${KEY}:`) },
    });
    engine.faults.clear();
    fixture.push(KEY, 'POST', '/users', { identifier: KEY, properties: { kept: KEY } });
    fixture.push(KEY, 'POST', '/users', { identifier: KEY, properties: { kept: 'changed' } });
    fixture.push(KEY, 'POST', '/users', `not JSON ${KEY}`);
    const authorization = `Push ${KEY}`;
    engine.answer(
      toCall({
        method: 'POST',
        target: '/users',
        host: `${KEY}.${btoa(`${KEY}:`).replaceAll('=', '')}.localhost`,
        headers: { authorization },
        rawHeaders: ['Authorization', authorization, 'X-Key', KEY, `X-${KEY}`, encodeURIComponent(KEY)],
        bytes: Buffer.concat([Buffer.from([0xff]), Buffer.from(KEY)]),
      }),
    );
    const { text } = await readPieces(desk, `${EXPORT}?format=${format}`);
    const decoded = text.replaceAll(/"([A-Za-z0-9+/]{8,}={0,2})"/g, (_all, code: string) =>
      Buffer.from(code, 'base64').toString('latin1'),
    );
    for (const leak of [KEY, btoa(`${KEY}:`), btoa(KEY).slice(0, 16), KEY.replaceAll('-', '_')]) {
      expect(text).not.toContain(leak);
      expect(decoded).not.toContain(leak);
    }
    expect(text.split('\n').filter((line) => line.includes('••••1234')).length).toBeGreaterThanOrEqual(4);
  });

  it('that is short leaves the bodies as they were sent', async () => {
    const fixture = createFixture();
    const body = '{"identifier":"a","properties":{"text":"Push a button","token":"a"}}';
    fixture.push('a', 'POST', '/users', body);
    const { entries } = await toArchive(fixture);
    expect(entries[0]?.request.postData?.text).toBe(body.replace('"token":"a"', '"token":"••••"'));
    expect(entries[0]?.request.headers).toContainEqual({ name: 'Authorization', value: 'Push ••••' });
  });
});

describe('a long journal', () => {
  it('is handed out in pieces, and what is not yet asked for is not rendered', async () => {
    const fixture = createFixture({ rateLimit: 'off' });
    for (let identifier = 0; identifier < 500; identifier += 1)
      fixture.push('dev', 'POST', '/users', { identifier });
    let explained = 0;
    const { explain } = fixture.engine.service;
    Object.assign(fixture.engine.service, {
      explain: (exchange: never) => {
        explained += 1;
        return explain(exchange);
      },
    });
    const answer = await fixture.desk.answer(toCall({ target: EXPORT }));
    if (!('pieces' in answer)) throw new Error('It does not come piece by piece.');
    const pieces = answer.pieces[Symbol.asyncIterator]();
    for (let count = 0; count < 10; count += 1) await pieces.next();
    expect(explained).toBe(9);
    await pieces.return?.();
    expect(await pieces.next()).toEqual({ done: true, value: undefined });
  });
});
