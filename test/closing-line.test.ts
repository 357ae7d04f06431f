import { describe, expect, it } from 'vitest';
import { runSuite, type SuiteRun } from './run-suite.ts';

const endOf = ({ code, closing }: SuiteRun): unknown[] => [code, closing];

describe('The last line of a run, and its exit code', () => {
  it('take a skipped test as a failure in CI, where nobody would notice', async () => {
    expect(endOf(await runSuite('skipped', true))).toEqual([1, '1 passed, 0 failed, 1 skipped']);
  });

  it('let a person skip a test', async () => {
    expect(endOf(await runSuite('skipped', false))).toEqual([0, '1 passed, 0 failed, 1 skipped']);
  });

  it('count a block whose set-up failed', async () => {
    expect(endOf(await runSuite('broken-set-up', false))).toEqual([1, '1 passed, 1 failed, 2 skipped']);
  });

  it('count a file that could not be loaded', async () => {
    expect(endOf(await runSuite('unloadable', false))).toEqual([1, '0 passed, 1 failed']);
  });

  it('count an error that no test has heard of', async () => {
    expect(endOf(await runSuite('unheard', false))).toEqual([1, '1 passed, 1 failed']);
  });
});
