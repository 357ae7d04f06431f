import { UsageError } from '../usage-error.ts';

const MOST_SHOWN = 20;
/** Where a mistake stands takes time to find out, so beyond that nobody looks. */
export const MOST_FOUND = 100;
const BY_PLACE = new Intl.Collator('en', { numeric: true });

/** Throws a UsageError with the lines that tell of some mistakes, in the order of their places, if there are any. */
export function throwMistakes<Told>(mistakes: readonly Told[], render: (mistake: Told) => string): void {
  if (mistakes.length === 0) return;
  const lines = mistakes.slice(0, MOST_FOUND).map(render);
  const rest = lines.length - MOST_SHOWN;
  const amount = mistakes.length > MOST_FOUND ? `more than ${rest}` : rest;
  const more = rest > 0 ? [`… and ${amount} more of the kind.`] : [];
  const sorted = lines.toSorted((one, other) => BY_PLACE.compare(placeOf(one), placeOf(other)));
  throw new UsageError([...sorted.slice(0, MOST_SHOWN), ...more].join('\n'));
}

/** File, line and column. */
function placeOf(line: string): string {
  return line.split(': ', 1)[0] ?? '';
}
