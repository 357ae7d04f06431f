import { memoryUsage } from 'node:process';

/** What this process takes of memory now. */
export function readMemory(): { readonly heapBytes: number; readonly residentBytes: number } {
  const { heapUsed, rss } = memoryUsage();
  return { heapBytes: heapUsed, residentBytes: rss };
}
