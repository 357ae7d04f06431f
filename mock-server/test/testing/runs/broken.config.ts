import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: { root: import.meta.dirname, include: ['broken/*.case.ts'], globalSetup: './broken/global-setup.ts' },
});
