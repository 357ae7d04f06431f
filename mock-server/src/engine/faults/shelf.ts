import type { Fault, FaultDefinition } from './fault.ts';

/** A fault in the book, with what the book has to know of it. */
export type Entry = {
  readonly fault: Fault;
  /** Grows with every arming. */
  readonly order: number;
  /** How much of the book it takes up. */
  readonly places: number;
};

/** The faults of one account, or those for everybody. */
export type Shelf = {
  /** All, by name. */
  readonly byName: Map<string, Entry>;
  /** Those that can still fire, oldest first; used-up ones must not slow down a request. */
  readonly live: Entry[];
};

const CHARACTERS_A_PLACE = 2000;

export function createShelf(): Shelf {
  return { byName: new Map(), live: [] };
}

/** Takes a fault out of those that are asked about requests. */
export function retire({ live }: Shelf, entry: Entry): void {
  const at = live.indexOf(entry);
  if (at !== -1) live.splice(at, 1);
}

/** How much of a book a fault takes up: it may bring a whole body along, and thousands of those would fill the memory. */
export function placesOf({ operation, match, effect }: FaultDefinition): number {
  return 1 + Math.floor(JSON.stringify([operation, match, effect]).length / CHARACTERS_A_PLACE);
}
