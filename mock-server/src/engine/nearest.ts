const SHORTEST_PREFIX = 2;

/** The candidate that a misspelt or shortened word most likely means, in whatever case; null when none is near. */
export function nearest(sought: string, candidates: readonly string[]): string | null {
  const word = sought.toLowerCase();
  const most = word.length <= 4 ? 1 : 2;
  let best: string | null = null;
  let bestDistance = most + 1;
  for (const candidate of candidates) {
    // Comparing a very long word letter by letter would cost more than it is worth.
    if (Math.abs(candidate.length - word.length) > most) continue;
    const distance = editDistance(word, candidate.toLowerCase());
    if (distance < bestDistance) [best, bestDistance] = [candidate, distance];
  }
  if (best !== null || word.length < SHORTEST_PREFIX) return best;
  return (
    candidates.find((candidate) => candidate.startsWith(word) || word.startsWith(`${candidate}-`)) ?? null
  );
}

/** How many letters have to be put in, left out, replaced or swapped with their neighbour. */
function editDistance(one: string, other: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let row = 1; row <= one.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= other.length; column += 1) {
      const isSame = one[row - 1] === other[column - 1];
      const isSwapped = one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1];
      current.push(
        Math.min(
          (last[column - 1] ?? 0) + (isSame ? 0 : 1),
          (last[column] ?? 0) + 1,
          (current[column - 1] ?? 0) + 1,
          isSwapped ? (beforeLast[column - 2] ?? Infinity) + 1 : Infinity,
        ),
      );
    }
    [beforeLast, last] = [last, current];
  }
  return last[other.length] ?? 0;
}
