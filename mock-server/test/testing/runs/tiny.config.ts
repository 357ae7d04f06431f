import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: { root: import.meta.dirname, include: ['tiny/*.case.ts'], globalSetup: './tiny/global-setup.ts' },
});
