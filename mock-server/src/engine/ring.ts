/** Keeps the newest entries within a number and a weight, and counts what it had to let go. */
export type Ring<Entry> = {
  push(entry: Entry): void;
  /** Oldest first. */
  entries(): IterableIterator<Entry>;
  /** Keeps only what the test accepts; what goes this way is not counted as dropped. */
  retain(keeps: (entry: Entry) => boolean): void;
  /** Forgets everything, and that anything was dropped. */
  clear(): void;
  readonly size: number;
  readonly weight: number;
  readonly dropped: number;
};

/** `weigh` must give the same number for an entry every time; `onDrop` is told of every one that had to go. */
export function createRing<Entry>(
  mostEntries: number,
  mostWeight: number,
  weigh: (entry: Entry) => number,
  onDrop: ((entry: Entry) => void) | null = null,
): Ring<Entry> {
  let slots: (Entry | undefined)[] = [];
  let head = 0;
  let weight = 0;
  let dropped = 0;

  const dropOldest = (): void => {
    const oldest = slots[head];
    if (oldest !== undefined) {
      weight -= weigh(oldest);
      onDrop?.(oldest);
    }
    slots[head] = undefined;
    head += 1;
    dropped += 1;
    // Shifting on every drop would copy the whole list each time once the ring is full.
    if (head > mostEntries) {
      slots = slots.slice(head);
      head = 0;
    }
  };

  return {
    push(entry) {
      slots.push(entry);
      weight += weigh(entry);
      while (slots.length - head > mostEntries || (weight > mostWeight && slots.length - head > 1))
        dropOldest();
    },
    *entries() {
      for (const slot of slots.slice(head)) if (slot !== undefined) yield slot;
    },
    retain(keeps) {
      slots = slots.slice(head).filter((slot) => slot !== undefined && keeps(slot));
      head = 0;
      weight = slots.reduce((sum, slot) => sum + (slot === undefined ? 0 : weigh(slot)), 0);
    },
    clear() {
      slots = [];
      [head, weight, dropped] = [0, 0, 0];
    },
    get size() {
      return slots.length - head;
    },
    get weight() {
      return weight;
    },
    get dropped() {
      return dropped;
    },
  };
}
