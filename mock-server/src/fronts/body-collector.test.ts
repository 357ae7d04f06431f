import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addChunk, createBodyCollector, toBytes, toSize } from './body-collector.ts';

describe('a body collector', () => {
  it('keeps the beginning of any body and counts all of it', () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 20 })), fc.nat({ max: 60 }), (chunks, most) => {
        const collector = createBodyCollector(most);
        for (const chunk of chunks) addChunk(collector, chunk);
        const whole = chunks.flatMap((chunk) => [...chunk]);
        expect(collector.size).toBe(whole.length);
        expect([...toBytes(collector)]).toEqual(whole.slice(0, most));
      }),
      { seed: 4010 },
    );
  });

  it('hands a body that came at once on as it is', () => {
    const collector = createBodyCollector(10);
    const chunk = Uint8Array.of(1, 2, 3);
    addChunk(collector, chunk);
    expect(toBytes(collector)).toBe(chunk);
  });

  it('counts no more than the cap, however the body was cut into pieces', () => {
    const sizes = [[100], [30, 70], [39, 1, 60], [10, 10, 10, 10, 60]].map((pieces) => {
      const collector = createBodyCollector(20);
      for (const piece of pieces) addChunk(collector, new Uint8Array(piece));
      return toSize(collector, 40);
    });
    expect(sizes).toEqual([40, 40, 40, 40]);
    const small = createBodyCollector(20);
    addChunk(small, new Uint8Array(7));
    expect(toSize(small, 40)).toBe(7);
  });

  it('does not hold on to a large chunk of which it keeps a little', () => {
    const collector = createBodyCollector(10);
    addChunk(collector, new Uint8Array(100_000));
    expect(toBytes(collector).buffer.byteLength).toBe(10);
  });
});
