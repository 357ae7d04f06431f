import { expect, it } from 'vitest';
import { describeThroughDoors, expectAccepted, expectRefusal, TEXT_400, toBytes } from '../stand-in.ts';

const BLANK_USER = ["Identifier can't be blank", "Email can't be blank"];
const nested = (levels: number): string =>
  `{"identifier":"user-1","properties":${'{"a":'.repeat(levels - 1)}1${'}'.repeat(levels - 1)}}`;
const nestedLists = (levels: number): string =>
  `{"identifier":"user-1","properties":{"a":${'['.repeat(levels - 2)}1${']'.repeat(levels - 2)}}}`;

describeThroughDoors('the type of a body', (standIn) => {
  it.each([
    'application/json',
    'application/json; charset=utf-8',
    'application/json; charset=UTF-8',
    'application/json;charset=utf-8',
    'APPLICATION/JSON',
    'application/json; profile="x"',
    'text/x-json',
    'text/x-json; charset=utf-8',
  ])('%s is read as JSON', async (type) => {
    expectAccepted(
      await standIn.post('/users', { identifier: 'user-1' }, { headers: { 'Content-Type': type } }),
    );
    expect(standIn.users()).toHaveLength(1);
    expect(standIn.codes()).toEqual([]);
  });

  it('may be missing, and is missed', async () => {
    expectAccepted(
      await standIn.post('/users', { identifier: 'user-1' }, { headers: { 'Content-Type': null } }),
    );
    expect(standIn.users()).toHaveLength(1);
    expect(standIn.diagnostics()).toMatchObject([
      { code: 'missing-content-type', level: 'warning', evidence: 'documented', path: '' },
    ]);
  });

  it('is not missed where there is no body', async () => {
    expectAccepted(await standIn.delete('/users/user-1', undefined, { headers: { 'Content-Type': null } }));
    expect(standIn.codes()).toEqual(['legacy-route']);
  });

  it.each([
    'text/plain',
    'text/plain;charset=UTF-8',
    'application/x-www-form-urlencoded',
    'application/vnd.api+json',
    'multipart/form-data; boundary=x',
    'text/html',
    'json',
    'application/jsonp',
  ])('%s is not read, and the journal names the header to send', async (type) => {
    const reply = await standIn.post(
      '/users',
      { identifier: 'user-1' },
      { headers: { 'Content-Type': type } },
    );
    expectRefusal(reply, 422, BLANK_USER);
    expect(standIn.diagnostics()).toMatchObject([
      {
        code: 'body-ignored',
        level: 'warning',
        message: expect.stringContaining('`Content-Type: application/json`'),
      },
    ]);
  });

  it.each(['gzip', 'deflate', 'br', 'GZIP', 'gzip, identity'])(
    'an encoding %s is refused',
    async (encoding) => {
      const reply = await standIn.post(
        '/users',
        { identifier: 'user-1' },
        { headers: { 'Content-Encoding': encoding } },
      );
      expectRefusal(reply, 400, [TEXT_400]);
      expect(standIn.lastExchange().reason).toContain('Content-Encoding');
    },
  );

  it.each(['identity', 'Identity', ''])('an encoding "%s" is none', async (encoding) => {
    expectAccepted(
      await standIn.post('/users', { identifier: 'user-1' }, { headers: { 'Content-Encoding': encoding } }),
    );
  });
});

describeThroughDoors('a body that is not JSON', (standIn) => {
  it.each([
    ['malformed', '{"identifier":'],
    ['text behind the end', '{"identifier":"user-1"} x'],
    ['two objects', '{"identifier":"user-1"}{"identifier":"user-2"}'],
    ['a trailing comma', '{"identifier":"user-1",}'],
    ['a trailing comma in a list', '{"identifier":"user-1","companies":["company-1",]}'],
    ['a comment', '{"identifier":"user-1" /* me */}'],
    ['a line comment', '// me\n{"identifier":"user-1"}'],
    ['single quotes', "{'identifier':'user-1'}"],
    ['bare keys', '{identifier:"user-1"}'],
    ['NaN', '{"identifier":"user-1","properties":{"score":NaN}}'],
    ['Infinity', '{"identifier":"user-1","properties":{"score":Infinity}}'],
    ['a byte-order mark', '\uFEFF{"identifier":"user-1"}'],
    ['only blanks', ' \n\t '],
    ['a leading zero', '{"identifier":01}'],
    ['a line break in a text', '{"identifier":"user\n1"}'],
    ['a form', 'identifier=user-1'],
    ['101 levels of objects', nested(101)],
    ['101 levels of lists', nestedLists(101)],
    ['50,000 levels', '['.repeat(50_000)],
    ['50,000 levels that are closed', `${'['.repeat(50_000)}${']'.repeat(50_000)}`],
  ])('is refused: %s', async (_name, body) => {
    expectRefusal(await standIn.post('/users', body), 400, [TEXT_400]);
    expect(standIn.users()).toEqual([]);
    expect(standIn.explanation().body).toBeUndefined();
  });

  it.each([
    ['a stray byte', [0x22, 0xff, 0x22]],
    ['Latin-1', [0x22, 0x47, 0x72, 0xf6, 0xdf, 0x65, 0x22]],
    ['an overlong slash', [0x22, 0xc0, 0xaf, 0x22]],
    ['half a surrogate pair', [0x22, 0xed, 0xa0, 0x80, 0x22]],
    ['a cut-off character', [0x22, 0xe2, 0x82, 0x22]],
  ])('is refused: %s', async (_name, value) => {
    const body = new Uint8Array([...toBytes('{"identifier":'), ...value, ...toBytes('}')]);
    expectRefusal(await standIn.post('/users', body), 400, [TEXT_400]);
  });

  it('is refused for a DELETE with the identifier in the path, too', async () => {
    expectRefusal(await standIn.delete('/users/user-1', '{'), 400, [TEXT_400]);
  });
});

describeThroughDoors('a body that is JSON', (standIn) => {
  it.each([
    ['100 levels of objects', nested(100)],
    ['100 levels of lists', nestedLists(100)],
    ['blanks around it', ' \r\n{"identifier":"user-1"}\t '],
    ['escapes', '{"\\u0069dentifier":"user\\u002d1","properties":{"url":"a\\/b"}}'],
    ['a lone surrogate in an escape', '{"identifier":"user-1","properties":{"x":"\\ud800"}}'],
    ['an empty key', '{"identifier":"user-1","":"x"}'],
  ])('is read: %s', async (_name, body) => {
    expectAccepted(await standIn.post('/users', body));
    expect(standIn.users()).toMatchObject([{ identifier: 'user-1' }]);
  });

  it.each([
    ['nothing at all', undefined],
    ['a list', '[]'],
    ['a list of users', '[{"identifier":"user-1"}]'],
    ['a text', '"user-1"'],
    ['a number', '42'],
    ['a number with many digits', '12345678901234567890'],
    ['true', 'true'],
    ['null', 'null'],
    ['an empty object', '{}'],
  ])('is an empty payload: %s', async (_name, body) => {
    expectRefusal(await standIn.post('/users', body), 422, BLANK_USER);
    expect(standIn.explanation().body).toEqual({});
  });

  it('gives the last of equal keys the word', async () => {
    await standIn.post('/users', '{"identifier":"user-1","identifier":"user-2","properties":{"a":1,"a":2}}');
    expect(standIn.users()).toMatchObject([{ identifier: 'user-2', properties: { a: 2 } }]);
  });

  it('loses the nulls in its lists, at every depth', async () => {
    await standIn.post('/users', {
      identifier: 'user-1',
      companies: [null, 'company-1', null],
      properties: { list: [null, 1, [null], { inner: [2, null] }], only: [null] },
    });
    expect(standIn.users()).toMatchObject([{ properties: { list: [1, [], { inner: [2] }], only: [] } }]);
    expect(standIn.companies()).toMatchObject([{ identifier: 'company-1' }]);
  });

  it('has null in the place of a number that is too large', async () => {
    await standIn.post('/users', { identifier: 'user-1', properties: { score: 1, kept: 1 } });
    expectAccepted(
      await standIn.post('/users', '{"identifier":"user-1","properties":{"score":1e400,"list":[-1e400,1]}}'),
    );
    expect(standIn.users()).toMatchObject([{ properties: { kept: 1, list: [1] } }]);
    expect(standIn.users()[0]?.properties).not.toHaveProperty('score');
    expectRefusal(await standIn.post('/users', '{"identifier":1e400}'), 422, BLANK_USER);
  });

  it('may use the names that JavaScript objects inherit', async () => {
    const body =
      '{"identifier":"user-1","__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}},' +
      '"properties":{"__proto__":{"polluted":true},"constructor":"x","prototype":1,"toString":"t","hasOwnProperty":2,"valueOf":null}}';
    expectAccepted(await standIn.post('/users', body));
    expectAccepted(await standIn.post('/users', body));
    expect(standIn.users()).toMatchObject([
      {
        properties: {
          proto: { polluted: true },
          constructor: 'x',
          prototype: 1,
          to_string: 't',
          has_own_property: 2,
        },
      },
    ]);
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
  });
});

describeThroughDoors('a number with many digits', (standIn) => {
  it.each([
    ['9007199254740993', '9007199254740993'],
    ['12345678901234567890', '12345678901234567890'],
    ['-12345678901234567890', '-12345678901234567890'],
    [
      '123456789012345678901234567890123456789012345678901234567890',
      '123456789012345678901234567890123456789012345678901234567890',
    ],
  ])('keeps every one of them as an identifier: %s', async (sent, stored) => {
    expectAccepted(
      await standIn.post('/events', `{"name":"x","user":${sent},"company":{"identifier":${sent}}}`),
    );
    expect(standIn.users()).toMatchObject([{ identifier: stored }]);
    expect(standIn.companies()).toMatchObject([{ identifier: stored }]);
    expectAccepted(await standIn.delete('/users', `{"identifier":"${stored}"}`));
    expect(standIn.users()).toEqual([]);
  });

  it.each(['9007199254740993', '0.1234567890123456789', '123456789.0123456789'])(
    'is in properties what JavaScript reads, and the journal says so: %s',
    async (sent) => {
      await standIn.post('/users', `{"identifier":"user-1","properties":{"deep":[{"number":${sent}}]}}`);
      expect(standIn.users()).toMatchObject([{ properties: { deep: [{ number: Number(sent) }] } }]);
      expect(standIn.diagnostics()).toMatchObject([
        {
          code: 'number-precision',
          level: 'info',
          path: '/properties/deep/0/number',
          message: expect.stringContaining(sent),
        },
      ]);
    },
  );

  it.each([
    '9007199254740991',
    '0.1',
    '1.50',
    '1e3',
    '123456789012345',
    '0.00000000000000012345',
    '0.1234567890123456',
    '1234567890.123456',
  ])('loses nothing as %s', async (sent) => {
    await standIn.post('/users', `{"identifier":"user-1","properties":{"number":${sent}}}`);
    expect(standIn.codes()).toEqual([]);
  });

  it('does not disturb what stands beside it', async () => {
    await standIn.post(
      '/users',
      '{"identifier":12345678901234567890,"planName":"x","properties":{"a":[null,1],"ÄB":2}}',
    );
    expect(standIn.users()).toMatchObject([
      { identifier: '12345678901234567890', properties: { a: [1], ab: 2 } },
    ]);
  });
});
