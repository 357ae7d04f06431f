/** Names for what an engine makes; a later name of one kind always sorts behind an earlier one. */
export type Ids = { next(kind: string): string };

const DIGITS = 10;

/** Counts each kind on its own: `ex_0000000001`. */
export function createIds(): Ids {
  const counts = new Map<string, number>();
  return {
    next(kind) {
      const count = (counts.get(kind) ?? 0) + 1;
      counts.set(kind, count);
      return `${kind}_${String(count).padStart(DIGITS, '0')}`;
    },
  };
}
