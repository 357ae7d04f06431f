import { setImmediate as turn } from 'node:timers/promises';
import type { Engine, Exchange } from '../../src/index.ts';

/** Waits until something is so; a test in which it never is runs into its time limit. */
export async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await turn();
}

/** Waits until the journal has so many exchanges whose end is known, and returns all of them. */
export async function untilSettled(
  { journal }: Pick<Engine<never>, 'journal'>,
  count = 1,
): Promise<Exchange[]> {
  const settled = (): Exchange[] => [...journal.entries()].filter(({ settledMs }) => settledMs !== null);
  await until(() => settled().length >= count);
  return settled();
}
