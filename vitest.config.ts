import { defineConfig } from 'vitest/config';
import { createClosingLine } from './test/closing-line.ts';

export default defineConfig({
  test: {
    include: ['**/*.test.ts'],
    exclude: ['**/node_modules/**', 'dist/**'],
    reporters: ['default', createClosingLine(process.env.CI !== undefined)],
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
