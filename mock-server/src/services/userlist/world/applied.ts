import type { JsonObject } from '../../../engine/json.ts';
import type { Edit } from './edits.ts';
import { OBJECT_BYTES, weighJson } from './weigh.ts';

/** What one intent came to, small enough to be kept for every exchange in the journal. */
export type Applied = {
  readonly kind: 'created' | 'updated' | 'unchanged' | 'deleted' | 'ignored';
  /** What the record is known by, shortened where it is very long. */
  readonly key: string;
  readonly edits: readonly Edit[];
  /** What a deleted record was; null when none was deleted. */
  readonly gone: JsonObject | null;
  /** True when two users are left with one address. */
  readonly sharesEmail: boolean;
  /** Epoch milliseconds that a created record got in the place of a time it was not given. */
  readonly now: number;
};

/** What one request came to: what the journal keeps of it beside the raw bytes. */
export type AppliedRequest = {
  readonly applied: readonly Applied[];
  /** How many more intents were applied than are kept here. */
  readonly dropped: number;
  /** Roughly what keeping it costs, in bytes. */
  readonly weight: number;
  /** Keys of the users for whose shared address strict mode refused the request; absent otherwise. */
  readonly sharing?: readonly string[];
};

const MOST_KEPT = 1000;
const MOST_BYTES = 1024 * 1024;
const LONGEST_KEY = 200;
const MOST_RELATIONSHIPS_GONE = 100;

/**
 * Keeps the first of what was applied, within a number and a weight: one body can hold fifty thousand references, and
 * one attribute that it replaces may have been gathered over many.
 */
export function toAppliedRequest(applied: readonly Applied[]): AppliedRequest {
  let weight = 0;
  for (let kept = 0; kept < applied.length; kept += 1) {
    const each = applied[kept];
    const added = each === undefined ? 0 : weighApplied(each);
    if (kept === MOST_KEPT || weight + added > MOST_BYTES) {
      return { applied: applied.slice(0, kept), dropped: applied.length - kept, weight };
    }
    weight += added;
  }
  return { applied, dropped: 0, weight };
}

function weighApplied({ key, edits, gone }: Applied): number {
  let weight = OBJECT_BYTES + key.length;
  for (const edit of edits) weight += OBJECT_BYTES + edit.pointer.length + weighJson(edit.before);
  return gone === null ? weight : weight + weighJson(gone);
}

function shorten(key: string): string {
  return key.length > LONGEST_KEY ? `${key.slice(0, LONGEST_KEY)}…` : key;
}

const NO_EDITS: readonly Edit[] = [];

/** A record that was not there before. */
export function toCreated(key: string, now: number, sharesEmail = false): Applied {
  return { kind: 'created', key: shorten(key), edits: NO_EDITS, gone: null, sharesEmail, now };
}

/** A record that was there; without edits it counts as unchanged. */
export function toEdited(key: string, edits: readonly Edit[], sharesEmail = false): Applied {
  if (edits.length === 0)
    return { kind: 'unchanged', key: shorten(key), edits: NO_EDITS, gone: null, sharesEmail, now: 0 };
  return { kind: 'updated', key: shorten(key), edits, gone: null, sharesEmail, now: 0 };
}

/** A record that is gone, with what it was; of its relationships the first hundred. */
export function toDeleted(key: string, gone: JsonObject): Applied {
  const { relationships } = gone;
  const isMany = Array.isArray(relationships) && relationships.length > MOST_RELATIONSHIPS_GONE;
  const shown = isMany ? { ...gone, relationships: relationships.slice(0, MOST_RELATIONSHIPS_GONE) } : gone;
  return { kind: 'deleted', key: shorten(key), edits: NO_EDITS, gone: shown, sharesEmail: false, now: 0 };
}

/** Deleting what is not there. */
export function toIgnored(key: string): Applied {
  return { kind: 'ignored', key: shorten(key), edits: NO_EDITS, gone: null, sharesEmail: false, now: 0 };
}
