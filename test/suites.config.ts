import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { createClosingLine } from './closing-line.ts';

/** For suites that tests run in a process of their own, to see how a run ends. */
export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  test: {
    include: ['*/*.suite.ts'],
    reporters: ['default', createClosingLine(process.env.CI !== undefined)],
  },
});
