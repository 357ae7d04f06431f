import type { JsonObject } from '../../../engine/json.ts';
import type { Edit } from './edits.ts';

/** What one intent came to, small enough to be kept for every exchange in the journal. */
export type Applied = {
  readonly kind: 'created' | 'updated' | 'unchanged' | 'deleted' | 'ignored';
  /** What the record is known by. */
  readonly key: string;
  readonly edits: readonly Edit[];
  /** What a deleted record was; null when none was deleted. */
  readonly gone: JsonObject | null;
  /** True when two users are left with one address. */
  readonly sharesEmail: boolean;
  /** Epoch milliseconds that a created record got in the place of a time it was not given. */
  readonly now: number;
};

/** Roughly what a record holds that the request did not send: attributes it replaced and records it deleted. */
export function weighApplied(applied: readonly Applied[]): number {
  let weight = 0;
  for (const { edits, gone } of applied) {
    for (const edit of edits) weight += edit.pointer.length + weighValue(edit.before);
    if (gone !== null) weight += weighValue(gone);
  }
  return weight;
}

function weighValue(value: unknown): number {
  if (typeof value === 'string') return value.length;
  if (typeof value !== 'object' || value === null) return 8;
  let weight = 0;
  for (const name in value) weight += name.length + weighValue((value as Record<string, unknown>)[name]);
  return weight;
}

const NO_EDITS: readonly Edit[] = [];

export function toCreated(key: string, now: number, sharesEmail = false): Applied {
  return { kind: 'created', key, edits: NO_EDITS, gone: null, sharesEmail, now };
}

export function toEdited(key: string, edits: readonly Edit[], sharesEmail = false): Applied {
  if (edits.length === 0) return { kind: 'unchanged', key, edits: NO_EDITS, gone: null, sharesEmail, now: 0 };
  return { kind: 'updated', key, edits, gone: null, sharesEmail, now: 0 };
}

export function toDeleted(key: string, gone: JsonObject): Applied {
  return { kind: 'deleted', key, edits: NO_EDITS, gone, sharesEmail: false, now: 0 };
}

/** Deleting what is not there. */
export function toIgnored(key: string): Applied {
  return { kind: 'ignored', key, edits: NO_EDITS, gone: null, sharesEmail: false, now: 0 };
}
