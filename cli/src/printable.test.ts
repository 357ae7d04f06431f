import { describe, expect, it } from 'vitest';
import { toPrintable, toPrintableJson } from './printable.ts';

describe('text from the input', () => {
  it.each([
    ['an escape sequence', '\u001b[2Jgone', '\\u001b[2Jgone'],
    ['an escape sequence of the second set', '\u009b31m', '\\u009b31m'],
    ['a line break', 'a\r\nb', 'a\\u000d\\u000ab'],
    ['a bell and a delete', '\u0007\u007f', '\\u0007\\u007f'],
    ['a turn of direction', 'a\u202eb\u2066c', 'a\\u202eb\\u2066c'],
    ['half a character', 'a\ud800', 'a\ufffd'],
  ])('cannot do harm on a terminal: %s', (_, text, printed) => {
    expect(toPrintable(text)).toBe(printed);
  });

  it('is printed as it is in any language', () => {
    expect(toPrintable('Größe 日本 😀 "a" \\')).toBe('Größe 日本 😀 "a" \\');
  });

  it('is the same after a way through JSON', () => {
    const value = { 'a\u009b': '\u001b[0m\u202e', b: ['ü\u2028'] };
    const json = toPrintableJson(value);
    expect(json).toMatch(/^[\x20-\x7eü]+$/);
    expect(JSON.parse(json)).toEqual(value);
  });
});
