import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';

const read = (path: string): Promise<string> => readFile(new URL(path, import.meta.url), 'utf8');

describe('the README', () => {
  it('prints its examples as the tests that they are', async () => {
    const printed = [...(await read('../README.md')).matchAll(/^```ts\n(.*?)^```$/gms)].map(
      ([, text]) => text,
    );
    expect(printed).toEqual([
      await read('examples/in-process.test.ts'),
      await read('examples/over-http.test.ts'),
    ]);
  });
});
