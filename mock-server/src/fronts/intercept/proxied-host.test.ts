import { expect, it } from 'vitest';
import { findProxiedHost } from './proxied-host.ts';

it.each([
  ['CONNECT push.userlist.com:443 HTTP/1.1\r\nHost: push.userlist.com:443\r\n\r\n', 'push.userlist.com'],
  ['CONNECT push.userlist.com HTTP/1.0\r\n\r\n', 'push.userlist.com'],
  ['GET http://push.userlist.com/users?a=1 HTTP/1.1\r\n', 'push.userlist.com'],
  ['POST http://Push.Userlist.com. HTTP/1.1\r\n', 'Push.Userlist.com.'],
  ['DELETE https://name:word@incoming.userlist.com:8443/ HTTP/1.1\r\n', 'incoming.userlist.com'],
])('finds who is meant by %j', (line, host) => {
  expect(findProxiedHost(line)).toBe(host);
  expect(findProxiedHost(Buffer.from(line))).toBe(host);
  expect(findProxiedHost(new Uint8Array(Buffer.from(`  ${line}`)).subarray(2))).toBe(host);
});

it.each([
  '',
  'POST /users HTTP/1.1\r\nHost: push.userlist.com\r\n',
  'POST /http://push.userlist.com/ HTTP/1.1\r\n',
  'GET http://push.userlist.com/',
  'Connected to push.userlist.com:443\r\n',
  '{"text":"CONNECT push.userlist.com:443 HTTP/1.1\\r\\n"}',
  '\u0016\u0003\u0001push.userlist.com',
])('finds nobody in %j', (text) => {
  expect(findProxiedHost(text)).toBe(null);
  expect(findProxiedHost(Buffer.from(text))).toBe(null);
});

it('finds nobody in what is no text', () => {
  expect([undefined, null, 7, {}].map(findProxiedHost)).toEqual([null, null, null, null]);
});

it('takes no longer over a long line that comes to nothing', () => {
  expect(findProxiedHost(`GET http://${'a'.repeat(4_000_000)}`)).toBe(null);
  expect(findProxiedHost(`GET http://a/${'b'.repeat(4_000_000)} HTTP/1.1\r\n`)).toBe(null);
});
