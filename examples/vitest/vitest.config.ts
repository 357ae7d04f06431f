import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    // One stand-in for all files; without this line every worker has its own.
    globalSetup: '@understudy/mock-server/vitest/global-setup',
    maxConcurrency: 10,
  },
});
