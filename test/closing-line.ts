import type { Reporter, TestModule } from 'vitest/node';

/**
 * Ends a run with `N passed, N failed`, which CI reads; in CI a skipped test is a failure, since what was skipped
 * was not proved.
 */
export function createClosingLine(isCi: boolean): Reporter {
  return {
    onTestRunEnd(modules, unhandledErrors) {
      const { passed, failed, skipped } = count(modules);
      const broken = failed + unhandledErrors.length;
      if (isCi && skipped > 0) process.exitCode = 1;
      const more = skipped > 0 ? `, ${skipped} skipped` : '';
      process.stdout.write(`${passed} passed, ${broken} failed${more}\n`);
    },
  };
}

function count(modules: readonly TestModule[]): { passed: number; failed: number; skipped: number } {
  const counts = { passed: 0, failed: 0, skipped: 0 };
  for (const module of modules) {
    // A module that could not be loaded has no tests to count and is broken all the same.
    if (module.state() === 'failed' && module.errors().length > 0) counts.failed += 1;
    // Nor have the tests of a suite whose set-up failed: they count as skipped.
    for (const suite of module.children.allSuites()) if (suite.errors().length > 0) counts.failed += 1;
    for (const test of module.children.allTests()) {
      const { state } = test.result();
      if (state === 'passed') counts.passed += 1;
      else if (state === 'failed') counts.failed += 1;
      else counts.skipped += 1;
    }
  }
  return counts;
}
