import { UsageError } from '../engine/usage-error.ts';
import { type Problem, toProblem } from './problem.ts';

/** Does something that is written to disk before it happens; the problem where the disk does not take it. */
export function unlessWritten(act: () => void): Problem | null {
  try {
    act();
    return null;
  } catch (error) {
    if (error instanceof UsageError) return toProblem('no_room', error.message);
    throw error;
  }
}
