import { writeSync } from 'node:fs';
import { UsageError } from '../../engine/usage-error.ts';

const MISUSE = 2;
const STDERR = 2;

/** Does something before a program begins; where that is misused, says so in one sentence and ends the process. */
export function orEnd(work: () => void): void {
  try {
    work();
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    // The process would not wait for anything slower.
    writeSync(STDERR, `understudy: ${error.message}\n`);
    process.exit(MISUSE);
  }
}
