import { expect, it } from 'vitest';
import { decodeHeaderText } from './header-text.ts';

it.each([
  ['plain', 'plain'],
  ['schl\u00c3\u00bcssel', 'schlüssel'],
  ['schl\u00fcssel', 'schlüssel'],
  ['\u00ef\u00bb\u00bfx', '\ufeffx'],
  ['\u00e2\u0098', '\u00e2\u0098'],
  ['schlüssel☃', 'schlüssel☃'],
])('reads %j as %j', (value, text) => {
  expect(decodeHeaderText(value)).toBe(text);
});
