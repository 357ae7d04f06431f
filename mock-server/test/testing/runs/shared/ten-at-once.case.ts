import { fileURLToPath } from 'node:url';
// From outside of the block: Vitest wants fixtures of files and workers defined at the top.
import { test } from '@understudy/mock-server/vitest';
import { describe, expect } from 'vitest';

const example = fileURLToPath(new URL('../../../../../examples/vitest/ten-at-once.test.ts', import.meta.url));

const accounts = new Map<string, Set<string>>();

// Each time each test has an account of its own, all in one stand-in.
describe('A hundred times in a row:', { repeats: 99 }, async () => {
  test.afterEach(({ task, userlist }) => {
    accounts.set(task.name, (accounts.get(task.name) ?? new Set()).add(userlist.pushKey));
  });
  await import(example);
});

test('Each of the ten had a hundred accounts', () => {
  expect([...accounts.values()].map(({ size }) => size)).toEqual(Array(10).fill(100));
  expect(new Set([...accounts.values()].flatMap((keys) => [...keys])).size).toBe(1000);
});
