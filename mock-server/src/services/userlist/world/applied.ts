import type { JsonObject } from '../json.ts';
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
};

const NO_EDITS: readonly Edit[] = [];

export function toCreated(key: string, sharesEmail = false): Applied {
  return { kind: 'created', key, edits: NO_EDITS, gone: null, sharesEmail };
}

export function toEdited(key: string, edits: readonly Edit[], sharesEmail = false): Applied {
  if (edits.length === 0) return { kind: 'unchanged', key, edits: NO_EDITS, gone: null, sharesEmail };
  return { kind: 'updated', key, edits, gone: null, sharesEmail };
}

export function toDeleted(key: string, gone: JsonObject): Applied {
  return { kind: 'deleted', key, edits: NO_EDITS, gone, sharesEmail: false };
}

/** Deleting what is not there. */
export function toIgnored(key: string): Applied {
  return { kind: 'ignored', key, edits: NO_EDITS, gone: null, sharesEmail: false };
}
