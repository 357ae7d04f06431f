import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toSlowPiece } from './slow-piece.ts';

describe('The pieces of a slow body', () => {
  it('are the whole body in order, and never faster than was said', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ minLength: 1, maxLength: 300 }),
        fc.integer({ min: 1, max: 5000 }),
        (body, speed) => {
          const seen: number[] = [];
          let ms = 0;
          while (seen.length < body.byteLength) {
            const { bytes, afterMs } = toSlowPiece(body, seen.length, speed);
            seen.push(...bytes);
            ms += afterMs;
            expect((seen.length * 1000) / speed).toBeLessThanOrEqual(ms);
          }
          expect(seen).toEqual([...body]);
          // Each piece takes whole milliseconds.
          expect(ms).toBeLessThan((body.byteLength * 1000) / speed + body.byteLength);
        },
      ),
      { seed: 4010 },
    );
  });

  it('come ten times in a second, or one byte at a time', () => {
    const body = new Uint8Array(1000);
    expect(toSlowPiece(body, 0, 500)).toEqual({ bytes: new Uint8Array(50), afterMs: 100 });
    expect(toSlowPiece(body, 0, 2)).toEqual({ bytes: new Uint8Array(1), afterMs: 500 });
    expect(toSlowPiece(body, 990, 500)).toEqual({ bytes: new Uint8Array(10), afterMs: 20 });
  });
});
