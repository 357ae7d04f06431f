import { contract } from '@understudy/openapi/contract';
import { describe, expect, it } from 'vitest';
import { createKeyReader, maskHeader } from './push-key.ts';
import { createRouter } from './router.ts';

const router = createRouter(contract);

const read = (
  authorization: string | undefined,
  configured: readonly string[] = [],
  target = '/users',
  host = '',
) =>
  createKeyReader(
    contract,
    configured,
    router,
  )({
    method: 'POST',
    target,
    host,
    headers: { authorization },
    rawHeaders: [],
    bytes: new Uint8Array(0),
    size: 0,
    complete: true,
    receivedAt: 0,
    door: 'test',
  });

describe('a push key with an ending that asks for a treatment', () => {
  it.each([
    'undefined+429',
    'null+slow',
    'your-push-key-here+503',
    '$'.concat('{KEY}+422'),
    '{{ key }}+flaky',
  ])('is refused as "%s", since what stands before betrays a bug', (key) => {
    expect(read(`Push ${key}`)).toEqual({
      kind: 'none',
      reason: expect.stringContaining('was not filled in'),
    });
  });

  it('is refused when nothing stands before', () => {
    expect(read('Push +429')).toEqual({
      kind: 'none',
      reason: expect.stringContaining('nothing but an ending'),
    });
  });

  it('is read when it, or what stands before, is configured', () => {
    expect(read('Push null+429', ['null'])).toEqual({ kind: 'key', key: 'null+429' });
    expect(read('Push null+429', ['null+429'])).toEqual({ kind: 'key', key: 'null+429' });
    expect(read('Push +429', ['+429'])).toEqual({ kind: 'key', key: '+429' });
    expect(read('Push undefined+', [])).toEqual({ kind: 'key', key: 'undefined+' });
  });
});

describe('the push key of a call', () => {
  it.each([
    ['Push abc', 'abc'],
    ['pUSH abc', 'abc'],
    ['  Push \t abc  ', 'abc'],
    ['Push a b', 'a b'],
    ['Push Push abc', 'Push abc'],
  ])('of "%s" is "%s"', (header, key) => {
    expect(read(header)).toEqual({ kind: 'key', key });
  });

  it.each([
    [undefined, 'no Authorization header'],
    ['', 'no Authorization header'],
    ['Push', 'empty'],
    ['Push   ', 'empty'],
    ['Bearer abc', 'not Push'],
    ['abc', 'not Push'],
    ['Push undefined', 'a variable was not filled in'],
    [`Push x\${KEY}`, 'a variable was not filled in'],
  ])('of %j is none, and the reason says so', (header, reason) => {
    expect(read(header)).toEqual({ kind: 'none', reason: expect.stringContaining(reason) });
  });

  it('may betray a bug where it is configured', () => {
    expect(read('Push undefined', ['undefined'])).toEqual({ kind: 'key', key: 'undefined' });
    expect(read('Push null', ['undefined'])).toMatchObject({ kind: 'none' });
  });

  it('is shown in the reason only so far', () => {
    const presented = read(`Push \${${'x'.repeat(5000)}}`);
    expect(presented.kind === 'none' && presented.reason.length < 300).toBe(true);
  });
});

describe('Basic credentials', () => {
  const basic = (name: string, word = 'Basic') =>
    read(`${word} ${btoa(name)}`, [], '/segment/events', contract.hosts.incoming);

  it.each([
    ['abc:', 'abc'],
    ['abc:whatever', 'abc'],
    ['abc:d:e', 'abc'],
    [' a b :', 'a b'],
    ['abc+429:', 'abc+429'],
  ])('%j hold the key %j where messages of Segment come in', (name, key) => {
    expect(basic(name)).toEqual({ kind: 'key', key });
    expect(basic(name, 'bASIC')).toEqual({ kind: 'key', key });
  });

  it.each([
    [':', 'empty'],
    ['  :', 'empty'],
    [' \t:x', 'empty'],
    ['', 'cannot be read'],
    ['abc', 'cannot be read'],
    ['undefined:', 'was not filled in'],
    ['undefined+429:', 'was not filled in'],
  ])('%j hold none, and the reason says so', (name, reason) => {
    expect(basic(name)).toEqual({ kind: 'none', reason: expect.stringContaining(reason) });
  });

  it('that are no Base64 hold none', () => {
    expect(read('Basic ***', [], '/segment/events')).toEqual({
      kind: 'none',
      reason: expect.stringContaining('cannot be read'),
    });
  });

  it.each(
    Object.values(contract.operations)
      .map(({ path }) => path)
      .filter((path) => path !== '/segment/events'),
  )('are no key at %s', (path) => {
    expect(read(`Basic ${btoa('abc:')}`, [], path)).toEqual({
      kind: 'none',
      reason: expect.stringContaining('not Push'),
    });
  });

  it('are no key on the host that has no such path', () => {
    expect(read(`Basic ${btoa('abc:')}`, [], '/segment/events', contract.hosts.push).kind).toBe('none');
    expect(read(`Basic ${btoa('abc:')}`, [], '/segment/events/?x', 'localhost').kind).toBe('key');
  });
});

describe('a push key beyond ASCII', () => {
  const toBytes = (text: string) => String.fromCharCode(...new TextEncoder().encode(text));
  const readBasic = (bytes: string) => read(`Basic ${btoa(bytes)}`, [], '/segment/events');

  it.each(['schlüssel☃', 'voilà', '鍵'])('is read as UTF-8, as whatever it comes: %s', (key) => {
    expect(read(`Push ${toBytes(key)}`)).toEqual({ kind: 'key', key });
    expect(readBasic(`${toBytes(key)}:`)).toEqual({ kind: 'key', key });
    expect(read(`Push ${key}`)).toEqual({ kind: 'key', key });
  });

  it('is read as Latin-1 where it is no UTF-8', () => {
    expect(read('Push schl\u00fcssel')).toEqual({ kind: 'key', key: 'schlüssel' });
    expect(readBasic('schl\u00fcssel:')).toEqual({ kind: 'key', key: 'schlüssel' });
  });

  it('is shown by the end that it is known by', () => {
    expect(maskHeader('Authorization', `Push ${toBytes('mein-schlüssel☃')}`)).toBe('Push ••••sel☃');
  });
});

describe('a header that is shown', () => {
  it.each([
    ['Host', 'incoming.userlist.com:81', 'incoming.userlist.com:81'],
    ['host', 'abcdefghijkl:@incoming.userlist.com', '••••@incoming.userlist.com'],
    ['Authorization', 'Push abcdefghijkl', 'Push ••••ijkl'],
    ['authorization', 'push short', 'push ••••'],
    ['Authorization', 'Bearer abcdefghijklmnop', 'Bearer ••••'],
    ['Authorization', 'Basic YWJjOg==', 'Basic ••••'],
    ['Authorization', 'abcdefghijklmnop', '••••'],
    ['Authorization', 'abcdefghijklmnop Push', '••••'],
    ['Authorization', 'Push:abcdefghijklmnop', '••••'],
    ['Authorization', '', '••••'],
    ['Proxy-Authorization', 'Push abcdefghijklmnop', '••••'],
    ['Cookie', 'session=x', '••••'],
    ['X-Api-Key', 'abcdefghijklmnop', '••••'],
    ['X-Push-Key', 'abcdefghijklmnop', '••••'],
    ['x-auth-token', 'abcdefghijklmnop', '••••'],
    ['Api-Key', 'abcdefghijklmnop', '••••'],
    ['Content-Type', 'application/json', 'application/json'],
    ['Idempotency-Key', 'abc', 'abc'],
    ['X-Auth', 'Push abcdefghijkl', 'Push ••••ijkl'],
    ['X-Request-Id', 'push abc', 'push ••••'],
    ['X-Auth', 'Basic YWJjOg==', 'Basic ••••'],
    ['X-Plan', 'Basic yearly', 'Basic yearly'],
    ['X-Request-Id', 'Pushed abc', 'Pushed abc'],
  ])('%s: %s becomes %s', (name, value, shown) => {
    expect(maskHeader(name, value)).toBe(shown);
  });
});
