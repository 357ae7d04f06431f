import { ExpectationError } from './expectation-error.ts';

/** Has an expectation that is not met show the line that asked for it: test runners print the line that is named first. */
export async function fromHere<Result>(caller: unknown, ask: () => Promise<Result>): Promise<Result> {
  const here: { stack?: string } = {};
  // Not every platform has it.
  const { captureStackTrace } = Error as { captureStackTrace?: (target: object, above: unknown) => void };
  captureStackTrace?.(here, caller);
  try {
    return await ask();
  } catch (error) {
    const lines = here.stack?.indexOf('\n    at ') ?? -1;
    if (error instanceof ExpectationError && lines !== -1)
      error.stack = `${error.name}: ${error.message}${here.stack?.slice(lines)}`;
    throw error;
  }
}
