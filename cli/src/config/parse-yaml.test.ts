import { describe, expect, it } from 'vitest';
import type { Path } from './mistake.ts';
import { parseYaml } from './parse-yaml.ts';

/** `line:column: message` of each mistake. */
const told = (text: string): string[] =>
  parseYaml(text).mistakes.map(({ place, message }) => `${place.line}:${place.column}: ${message}`);

const placeOf = (text: string, path: Path, isName = false): string => {
  const { line, column } = parseYaml(text).locate(path, isName);
  return `${line}:${column}`;
};

/** Each line stands for nine times the one before. */
const bomb = (levels: number): string =>
  Array.from({ length: levels }, (_, level) =>
    level === 0 ? 'a0: &a0 [x]' : `a${level}: &a${level} [${`*a${level - 1}, `.repeat(9)}]`,
  ).join('\n');

describe('A text', () => {
  it.each<[string, unknown]>([
    ['', null],
    ['# only a comment\n', null],
    ['port: 0\nstrict: true\n', { port: 0, strict: true }],
    ['{\n\t"port": 0,\n\t"push_keys": [\n\t\t"dev"\n\t]\n}\n', { port: 0, push_keys: ['dev'] }],
    ['\ufeffport: 0', { port: 0 }],
    ['port: 0\r\nhost: x\r\n', { port: 0, host: 'x' }],
    ['one: &one { a: 1 }\nother: *one', { one: { a: 1 }, other: { a: 1 } }],
    ['when: 2026-01-12\nyes: no\nodd: 0123', { when: '2026-01-12', yes: 'no', odd: 123 }],
    ['"__proto__": { a: 1 }', JSON.parse('{"__proto__":{"a":1}}')],
  ])('is read: %j', (text, value) => {
    expect([told(text), parseYaml(text).value]).toEqual([[], value]);
  });

  it.each([
    ['port: 1\nport: 2', '2:1: This name stands here for the second time; keep one of them.'],
    ['a:\n  b: 1\n  "b": 2', '3:3: This name stands here for the second time; keep one of them.'],
    ['a: "x', '1:6: This cannot be read as YAML. Missing closing "quote.'],
    [
      'a: 1\n---\nb: 2',
      '2:1: A second document begins here; keep one, and leave out the line "---" between them.',
    ],
    ['a: *nobody', '1:4: Nothing before this has such an anchor.'],
    ['accounts:\n  42: {}', '2:3: A name has to be a text. Put it in quotes.'],
    ['? [a]\n: 1', '1:3: A name has to be a text. Put it in quotes.'],
    ['a: !secret x', '1:12: A tag means nothing here; leave it out.'],
    ['a: !!binary aGk=', '1:13: A tag means nothing here; leave it out.'],
    ['id: 12345678901234567890', '1:5: This number would lose digits. Put it in quotes to make it a text.'],
    ['n: .nan', '1:4: JSON has no such number.'],
  ])('is refused, with the place: %j', (text, mistake) => {
    const expected = typeof mistake === 'string' ? mistake : expect.stringMatching(mistake);
    expect(told(text)).toEqual([expected]);
  });

  it.each([
    [
      'a text that holds itself',
      'a: &a [*a, *a]',
      /^1:1: This is nested deeper than 100 levels, or holds itself\.$/,
    ],
    [
      'deep nesting',
      `a: ${'['.repeat(150)}${']'.repeat(150)}`,
      /^1:\d+: This is nested deeper than 100 levels/,
    ],
    [
      'nesting without an end',
      `a: ${'['.repeat(100_000)}`,
      /^1:\d+: This is nested deeper than 100 levels, or holds itself\.$/,
    ],
    [
      'nesting that exhausts the reader',
      `a: ${'['.repeat(5000)}${']'.repeat(5000)}`,
      /^1:\d+: This is nested deeper than 100 levels, or holds itself\.$/,
    ],
    [
      'aliases of aliases',
      bomb(12),
      /^1:1: Its aliases stand for too much; write out what they stand for\.$/,
    ],
  ])('is refused that has %s', (_, text, mistake) => {
    expect(told(text)).toEqual([expect.stringMatching(mistake)]);
  });

  it('that has a name three times has both told', () => {
    expect(told('a: 1\na: 2\na: 3')).toHaveLength(2);
  });

  it('is not quoted when it cannot be read', () => {
    for (const text of [
      'push_keys: [live_0123\n',
      '%live_0123\n',
      'a: "\\live_0123"',
      '@live_0123',
      'a: *live_0123',
    ])
      expect(told(text).join(), text).not.toContain('live_0123');
  });
});

describe('The place of something', () => {
  const text =
    'port: 1\naccounts:\n  dev:\n    faults:\n      - preset: slow\n      - &two\n        effect: {}\n    seeds:\ncopy: [*two]\n';

  it.each<[Path, boolean, string]>([
    [[], false, '1:1'],
    [['port'], false, '1:7'],
    [['port'], true, '1:1'],
    [['accounts', 'dev', 'faults', 0, 'preset'], false, '5:17'],
    [['accounts', 'dev', 'faults', 0], false, '5:9'],
    [['accounts', 'dev', 'faults', '1', 'effect'], true, '7:9'],
    [['copy', 0, 'effect'], false, '7:17'],
    [['accounts', 'dev', 'seeds'], false, '8:5'],
    [['accounts', 'dev', 'missing'], false, '4:5'],
    [['nowhere', 'at', 'all'], false, '1:1'],
  ])('%j (name: %s) is %s', (path, isName, place) => {
    expect(placeOf(text, path, isName)).toBe(place);
  });
});
