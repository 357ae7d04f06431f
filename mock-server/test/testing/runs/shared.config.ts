import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    root: import.meta.dirname,
    include: ['shared/*.case.ts'],
    globalSetup: '@understudy/mock-server/vitest/global-setup',
    maxConcurrency: 10,
  },
});
