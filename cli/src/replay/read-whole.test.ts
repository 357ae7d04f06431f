import { describe, expect, it } from 'vitest';
import type { Input } from '../outgoing/open-input.ts';
import { readWhole } from './read-whole.ts';

async function* toChunks(...chunks: readonly (Uint8Array | Error)[]): AsyncGenerator<Uint8Array> {
  for (const chunk of chunks) {
    if (chunk instanceof Error) throw chunk;
    yield chunk;
  }
}

function inputOf(...chunks: readonly (Uint8Array | Error)[]): { input: Input; isClosed: () => boolean } {
  let closed = false;
  const close = (): void => {
    closed = true;
  };
  return { input: { name: 'a.har', chunks: toChunks(...chunks), close }, isClosed: () => closed };
}

describe('an input as a whole', () => {
  it('is read to its end, wherever its chunks part a character', async () => {
    const bytes = new TextEncoder().encode('{"é":1}');
    const { input, isClosed } = inputOf(bytes.subarray(0, 3), bytes.subarray(3));
    expect(await readWhole(input)).toBe('{"é":1}');
    expect(isClosed()).toBe(true);
  });

  it.each<[string, (Uint8Array | Error)[], RegExp]>([
    [
      'is too long',
      [new Uint8Array(600_000), new Uint8Array(600_000)],
      /^a\.har has more than 1 MiB; export less/,
    ],
    ['is no text', [Uint8Array.of(0xff)], /^a\.har is not UTF-8/],
    ['breaks off', [new Error('gone')], /^Reading a\.har failed: gone\.$/],
  ])('is refused in one sentence when it %s', async (_why, chunks, sentence) => {
    const { input, isClosed } = inputOf(...chunks);
    await expect(readWhole(input, 1)).rejects.toThrow(sentence);
    expect(isClosed()).toBe(true);
  });
});
