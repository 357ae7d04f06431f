import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Line, readLines } from './read-lines.ts';

const utf8 = new TextEncoder();

async function* chunksOf(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

function linesOf(input: string | Uint8Array, size = 65_536, mostBytes?: number): Promise<Line[]> {
  const bytes = typeof input === 'string' ? utf8.encode(input) : input;
  return Array.fromAsync(readLines(chunksOf(bytes, size), mostBytes));
}

async function textsOf(input: string | Uint8Array, size?: number): Promise<[number, string][]> {
  const lines = await linesOf(input, size);
  return lines.map((line) => [line.number, line.kind === 'text' ? line.text.trimEnd() : line.reason]);
}

describe('the lines of an input', () => {
  it('are numbered from 1, blank ones counted and left out', async () => {
    expect(await textsOf('{"a":1}\n\n  \t\n{"b":2}\n')).toEqual([
      [1, '{"a":1}'],
      [4, '{"b":2}'],
    ]);
  });

  it.each([
    ['with CRLF', 'a\r\n\r\nb\r\n'],
    ['without a line end at the end', 'a\n\nb'],
    ['after a byte-order mark', '\ufeffa\n\nb\n'],
  ])('are the same %s', async (_, input) => {
    expect(await textsOf(input)).toEqual([
      [1, 'a'],
      [3, 'b'],
    ]);
  });

  it('do not end at other separators, which JSON allows within text', async () => {
    expect(await linesOf('"a\u2028b\u0085c"\n')).toMatchObject([{ number: 1, text: '"a\u2028b\u0085c"' }]);
  });

  it('are none in an empty input', async () => {
    expect(await linesOf('')).toEqual([]);
  });

  it('are the same in whatever chunks they come', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: fc.constantFrom('a', 'é', '😀', '\n', '\r', ' ') }),
        fc.integer({ min: 1, max: 7 }),
        async (input, size) => {
          const expected = input
            .split('\n')
            .map((text, index) => [index + 1, text.trimEnd()])
            .filter(([, text]) => text !== '');
          expect(await textsOf(input, size)).toEqual(expected);
        },
      ),
      { seed: 20, numRuns: 300 },
    );
  });
});

describe('a line that cannot be read', () => {
  it('is reported when it is not UTF-8, and the next one is read', async () => {
    const input = Uint8Array.from([0x61, 0xff, 0x0a, 0x62, 0x0a]);
    expect(await linesOf(input)).toMatchObject([
      { kind: 'unreadable', number: 1, reason: 'The line is not UTF-8.' },
      { kind: 'text', number: 2, text: 'b' },
    ]);
  });

  it('is reported when it is too long, and the next one is read', async () => {
    const input = `${'x'.repeat(10)}\n${'x'.repeat(11)}\nb`;
    expect(await linesOf(input, 3, 10)).toMatchObject([
      { kind: 'text', number: 1 },
      { kind: 'unreadable', number: 2, reason: expect.stringContaining('11 bytes') },
      { kind: 'text', number: 3, text: 'b' },
    ]);
  });

  it('may be the last and endless', async () => {
    expect(await linesOf('x'.repeat(1000), 100, 10)).toMatchObject([{ kind: 'unreadable', number: 1 }]);
  });
});

describe('an input that is no text in UTF-8', () => {
  it.each([
    ['UTF-16', [0xff, 0xfe, 0x7b, 0x00, 0x0a, 0x00]],
    ['UTF-16', [0xfe, 0xff, 0x00, 0x7b, 0x00, 0x0a]],
    ['gzip', [0x1f, 0x8b, 0x08, 0x0a, 0x0a]],
  ])('is reported once: %s', async (name, bytes) => {
    expect(await linesOf(Uint8Array.from(bytes))).toEqual([
      { kind: 'foreign', number: 1, reason: expect.stringContaining(name) },
    ]);
  });
});
