import { describe, expect, it } from 'vitest';
import { isAddress, isMailbox } from './address.ts';

const HUGE = 100 * 1024;

const ADDRESSES = [
  'ada@example.com',
  'a@b',
  'ada+news@example.com',
  "o'brien@example.com",
  'jürgen@müller.example',
  '阿達@例え.jp',
  '😀@example.com',
  'ada@localhost',
  'ada@[127.0.0.1]',
];

const NO_ADDRESSES = [
  '',
  '@',
  'ada',
  'ada@',
  '@example.com',
  'ada@@example.com',
  'ada@home@example.com',
  'ada lovelace@example.com',
  ' ada@example.com',
  'ada@example.com ',
  'ada@example.com\n',
  'ada@exam\tple.com',
  'ada@exam\u0000ple.com',
  'ada@exam\u0085ple.com',
  'ada@exam\u00A0ple.com',
  'ada@exam\u2028ple.com',
];

describe('an email attribute', () => {
  it.each(ADDRESSES)('may be %s', (text) => {
    expect(isAddress(text)).toBe(true);
  });

  it.each(NO_ADDRESSES)('may not be %j', (text) => {
    expect(isAddress(text)).toBe(false);
  });

  it('may not be a name and an address', () => {
    expect(isAddress('Ada Lovelace <ada@example.com>')).toBe(false);
  });
});

describe('the to, from or reply_to of a message', () => {
  it.each([
    ...ADDRESSES,
    '<ada@example.com>',
    'Ada <ada@example.com>',
    'Ada<ada@example.com>',
    'Ada Lovelace <ada@example.com>',
    'Ada Lovelace (Analytics) <ada@example.com>',
    'Jürgen Müller 😀 <jürgen@müller.example>',
    'ada@example.com <ada@example.com>',
    '"Lovelace, Ada" <ada@example.com>',
    '"Ada \\"The Countess\\" Lovelace" <ada@example.com>',
    '"Ada <Countess>" <ada@example.com>',
    'Ada "The Countess" Lovelace <ada@example.com>',
    '"" <ada@example.com>',
  ])('may be %s', (text) => {
    expect(isMailbox(text)).toBe(true);
  });

  it.each([
    ...NO_ADDRESSES,
    'Ada Lovelace',
    'Ada Lovelace <>',
    'Ada Lovelace <ada>',
    'Ada Lovelace <ada@example.com',
    'Ada Lovelace ada@example.com>',
    'Ada Lovelace <ada@example.com> ',
    ' Ada Lovelace <ada@example.com>',
    'Ada Lovelace <ada@example.com>>',
    'Ada Lovelace <<ada@example.com>',
    'Ada Lovelace < ada@example.com >',
    'Ada Lovelace <ada@home@example.com>',
    'Ada\nLovelace <ada@example.com>',
    '"Ada\nLovelace" <ada@example.com>',
    'Lovelace, Ada <ada@example.com>',
    'ada@example.com, Bob <bob@example.com>',
    'Ada <ada@example.com>, Bob <bob@example.com>',
    '"Ada Lovelace <ada@example.com>',
    '"Ada Lovelace\\" <ada@example.com>',
  ])('may not be %j', (text) => {
    expect(isMailbox(text)).toBe(false);
  });

  it.each(['a', '@', ' ', '<', '"', '\\', '"\\', '""', '<a@b>', '\u0000'])(
    'is refused for 100 KB and more of %j',
    (unit) => {
      expect(isMailbox(`${unit.repeat(HUGE)}\n <a@b`)).toBe(false);
      expect(isMailbox(`"${unit.repeat(HUGE)}\n <a@b>`)).toBe(false);
    },
  );
});
