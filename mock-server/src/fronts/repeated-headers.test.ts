import { describe, expect, it } from 'vitest';
import { createRepeatedHeaders } from './repeated-headers.ts';

const LISTS = [
  ['Host', 'localhost', 'Content-Length', '12'],
  ['Host', 'localhost', 'Content-Length', '12'],
  ['Host', 'localhost', 'Content-Length', '13'],
  ['Host', 'localhost'],
  [],
  ['Host', 'localhost', 'Accept', '*/*', 'Content-Length', '13'],
];

describe('Repeated headers', () => {
  it('are given back as they came, whatever came before', () => {
    const repeated = createRepeatedHeaders();
    for (const list of LISTS) expect(repeated([...list])).toEqual(list);
    for (const list of [...LISTS].reverse()) expect(repeated([...list])).toEqual(list);
  });

  it('are one list for as long as nothing changes', () => {
    const repeated = createRepeatedHeaders();
    const first = repeated(['Host', 'a']);
    expect(repeated(['Host', 'a'])).toBe(first);
    expect(repeated(['Host', 'b'])).not.toBe(first);
    expect(first).toEqual(['Host', 'a']);
  });
});
