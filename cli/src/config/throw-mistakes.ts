import { UsageError } from '../usage-error.ts';

const MOST_SHOWN = 20;
const BY_PLACE = new Intl.Collator('en', { numeric: true });

/** Throws a UsageError with the lines that tell of some mistakes, in the order of their places, if there are any. */
export function throwMistakes(lines: readonly string[]): void {
  if (lines.length === 0) return;
  const rest = lines.length - MOST_SHOWN;
  const more = rest > 0 ? [`… and ${rest} more of the kind.`] : [];
  const sorted = lines.toSorted((one, other) => BY_PLACE.compare(placeOf(one), placeOf(other)));
  throw new UsageError([...sorted.slice(0, MOST_SHOWN), ...more].join('\n'));
}

/** File, line and column. */
function placeOf(line: string): string {
  return line.split(': ', 1)[0] ?? '';
}
