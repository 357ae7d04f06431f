import dns from 'node:dns';
import promises from 'node:dns/promises';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { answerLookups, isReserved } from './answer-lookups.ts';

const HOST = 'push.userlist.com';
const FOUR = { address: '127.94.118.53', family: 4 };
const SIX = { address: '::ffff:7f5e:7635', family: 6 };
const before = [dns.lookup, promises.lookup] as const;

beforeAll(() => answerLookups((name) => name === HOST));
afterAll(() => {
  [dns.lookup, promises.lookup] = before;
});

const called = (...words: readonly unknown[]): Promise<unknown[]> =>
  new Promise((resolve) => Reflect.apply(dns.lookup, dns, [...words, (...told: unknown[]) => resolve(told)]));

it('a lookup of a host is answered with an address of its own, in every form that it has', async () => {
  expect(await called(HOST)).toEqual([null, FOUR.address, 4]);
  expect(await called(HOST, 6)).toEqual([null, SIX.address, 6]);
  expect(await called(HOST, { family: 4 })).toEqual([null, FOUR.address, 4]);
  expect(await called(HOST, { all: true })).toEqual([null, [FOUR]]);
  expect(await promisify(dns.lookup)(HOST)).toEqual(FOUR);
  expect(await promises.lookup(HOST, { family: 6 })).toEqual(SIX);
  expect(await promises.lookup(HOST, { all: true })).toEqual([FOUR]);
  expect([FOUR, SIX].map(({ address }) => isReserved(address))).toEqual([true, true]);
});

it('any other is answered as ever, and so is a mistake', async () => {
  expect(await called('127.0.0.1')).toEqual([null, '127.0.0.1', 4]);
  expect(await promises.lookup('::1')).toEqual({ address: '::1', family: 6 });
  expect(isReserved('127.0.0.1')).toBe(false);
  expect(() => Reflect.apply(dns.lookup, dns, [HOST])).toThrow(
    expect.objectContaining({ code: 'ERR_INVALID_ARG_TYPE' }),
  );
  expect(() => Reflect.apply(promises.lookup, promises, [7])).toThrow(
    expect.objectContaining({ code: 'ERR_INVALID_ARG_TYPE' }),
  );
});
