import type { FaultDefinition } from '../../src/engine/faults/fault.ts';
import { createFaultBook, type FaultBook } from '../../src/engine/faults/fault-book.ts';
import { toFault } from '../../src/engine/faults/to-fault.ts';

export const ONE = 'acct_000000000001';
export const TWO = 'acct_000000000002';

/** An empty book that counts the names it gives, and takes `key-one` for the first account. */
export function openBook(places = 100): FaultBook {
  let names = 0;
  return createFaultBook({
    places,
    toFault: (definition: FaultDefinition) =>
      toFault(
        definition,
        () => {
          names += 1;
          return `fault_${names}`;
        },
        (value) => value,
      ),
    toHandle: (named) => (named === 'key-one' ? ONE : named),
  });
}
