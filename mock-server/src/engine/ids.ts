/** Names for what an engine makes; a later name of one kind always sorts behind an earlier one. */
export type Ids = {
  next(kind: string): string;
  /** Goes on behind an id that an earlier run has given. Where ids cannot, a store's engine may give one twice. */
  pass?(kind: string, id: string): void;
};

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
    pass(kind, id) {
      const count = id.startsWith(`${kind}_`) ? Number(id.slice(kind.length + 1)) : 0;
      if (Number.isSafeInteger(count) && count > (counts.get(kind) ?? 0)) counts.set(kind, count);
    },
  };
}
