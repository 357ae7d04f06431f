import { UsageError } from '../engine/usage-error.ts';
import { isProblem, type Problem } from './problem.ts';

/** What came out, for those who ask in code: there a problem is thrown, as a UsageError that says where it is. */
export function throwProblem<Value>(value: Value | Problem): Value {
  if (!isProblem(value)) return value;
  const { path, message } = value;
  throw new UsageError(path === null || path === '' ? message : `${path}: ${message}`);
}
