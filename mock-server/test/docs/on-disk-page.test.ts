import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { readSections } from './page.ts';

it('The page on the disk prints its example as the test that it is', async () => {
  const [printed] = (await readSections('on-disk.md')).get('In code') ?? [];
  expect(printed?.text).toBe(await readFile(new URL('../examples/on-disk.test.ts', import.meta.url), 'utf8'));
});
