import { describe, expect, it } from 'vitest';
import { decodeProc, decodePs } from './usage.ts';

describe('what a process has used', () => {
  it('is read from /proc, even when the command has brackets and blanks in its name', () => {
    const stat = '42 (node (odd) name) S 1 42 42 0 -1 4194304 100 0 0 0 150 50 7 8 20 0 11 0 12345 1000 500';
    expect(decodeProc(stat, 'Name:\tnode\nVmRSS:\t  2048 kB\n')).toEqual({
      cpuMs: 2000,
      rssBytes: 2_097_152,
    });
  });

  it('is unknown when the process has gone and its files say nothing', () => {
    expect(decodeProc('', '')).toBeNull();
    expect(decodePs('')).toBeNull();
  });

  it('is read from ps elsewhere, with hours and days', () => {
    expect(decodePs('  1:02.50  40960\n')).toEqual({ cpuMs: 62_500, rssBytes: 41_943_040 });
    expect(decodePs('01:00:01 1')).toEqual({ cpuMs: 3_601_000, rssBytes: 1024 });
    expect(decodePs('2-00:00:01 1')).toEqual({ cpuMs: 172_801_000, rssBytes: 1024 });
  });
});
