/** Something that stands in a list of what is under way. */
export type Linked<Entry> = {
  earlier: Entry | null;
  later: Entry | null;
};

/** What is under way, in the order it began. */
export type UnderWay<Entry> = {
  add(entry: Entry): void;
  /** Takes an entry out; one that is not in the list stays as it is. */
  remove(entry: Entry): void;
  /** Oldest first; an entry may be removed while it is visited. */
  [Symbol.iterator](): Iterator<Entry>;
};

/**
 * A list whose links are cut when an entry leaves. The table of a Set that sees every request go by keeps the dead ones
 * reachable until the next full collection, which made short collections four times as dear.
 */
export function createUnderWay<Entry extends Linked<Entry>>(): UnderWay<Entry> {
  let first: Entry | null = null;
  let last: Entry | null = null;

  return {
    add(entry) {
      entry.earlier = last;
      if (last === null) first = entry;
      else last.later = entry;
      last = entry;
    },
    remove(entry) {
      const { earlier, later } = entry;
      if (earlier === null && first !== entry) return;
      if (earlier === null) first = later;
      else earlier.later = later;
      if (later === null) last = earlier;
      else later.earlier = earlier;
      entry.earlier = null;
      entry.later = null;
    },
    *[Symbol.iterator]() {
      let entry = first;
      while (entry !== null) {
        const { later }: Entry = entry;
        yield entry;
        entry = later;
      }
    },
  };
}
