import { expect, it } from 'vitest';
import { findLostDigits } from './lost-digits.ts';

const long = JSON.parse('12345678901234567890') as number;

it.each([
  [{ identifier: long }, '/body/identifier'],
  [{ user: { 'a/b': [1, -long] } }, '/body/user/a~1b/1'],
  [{ user: { identifier: 2 ** 53 } }, '/body/user/identifier'],
])('finds a number whose digits are lost: %j', (body, pointer) => {
  expect(findLostDigits(body, '/body')).toBe(pointer);
});

it.each([
  { identifier: String(long) },
  { identifier: Number.MAX_SAFE_INTEGER, ratio: 1.5, at: null, size: 1e21 },
  { properties: { size: long }, traits: { deep: { size: long } } },
])('lets pass what is compared as it is: %j', (body) => {
  expect(findLostDigits(body, '/body')).toBe(null);
});
