import { fileURLToPath } from 'node:url';
import { describe } from 'vitest';
// Outside of the block: Vitest wants fixtures of files and workers defined at the top.
import '@understudy/mock-server/vitest';

const example = fileURLToPath(new URL('../../../../../examples/vitest/ten-at-once.test.ts', import.meta.url));

// Each time each test has an account of its own, all in one stand-in.
describe('A hundred times in a row:', { repeats: 99 }, async () => {
  await import(example);
});
