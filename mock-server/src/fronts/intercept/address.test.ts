import { expect, it } from 'vitest';
import { isAt, toAddress } from './address.ts';

it.each([
  ['http://127.0.0.1:4010', { host: '127.0.0.1', port: 4010 }],
  ['http://localhost:4010/', { host: 'localhost', port: 4010 }],
  ['http://stand-in', { host: 'stand-in', port: 80 }],
  ['http://[::1]:4010', { host: '::1', port: 4010 }],
])('reads where the stand-in at %s is', (url, address) => {
  expect(toAddress(url)).toEqual(address);
});

it.each([
  ['https://[::1]:4010', true],
  ['http://localhost:4010/', true],
  ['http://127.0.0.1:4011', false],
  ['https://push.userlist.com', false],
  ['127.0.0.1:4010', false],
  ['', false],
])('tells whether %j is of that place', (url, expected) => {
  expect(isAt({ host: '127.0.0.1', port: 4010 }, url)).toBe(expected);
});

it('takes the usual ports for granted', () => {
  expect(isAt({ host: 'stand-in', port: 80 }, 'http://stand-in')).toBe(true);
  expect(isAt({ host: 'stand-in', port: 443 }, 'https://stand-in')).toBe(true);
});
