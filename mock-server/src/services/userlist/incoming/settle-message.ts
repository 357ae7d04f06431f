import { below, type JsonObject, setOwn } from '../../../engine/json.ts';
import type { Notes } from '../diagnostics.ts';
import { isExactNumber, readExactNumber } from '../normalise.ts';

/** What is to be made of exact numbers. */
export type ExactSettling = {
  /** JSON Pointers to the places whose numbers keep every digit. */
  readonly identifierPaths: readonly string[];
  /** Undefined while a request is answered. */
  readonly notes: Notes | undefined;
};

export type Settled =
  | { readonly kind: 'settled'; readonly value: unknown; readonly lostDigits: boolean }
  | { readonly kind: 'too-deep' };

/**
 * Makes the numbers of a message what they are anywhere else: too large ones null, ids with every digit. Its keys stay,
 * since it is by them that it is read. Changes the message in place; exact numbers are looked for only when told.
 */
export function settleMessage(message: unknown, nestingDepth: number, exact?: ExactSettling): Settled {
  let tooDeep = false;
  let lostDigits = false;

  const visit = (value: unknown, depth: number, pointer: string): unknown => {
    if (typeof value === 'number') {
      if (value > Number.MAX_SAFE_INTEGER || value < Number.MIN_SAFE_INTEGER) lostDigits = true;
      return Number.isFinite(value) ? value : null;
    }
    if (typeof value !== 'object' || value === null) return value;
    if (exact !== undefined && isExactNumber(value))
      return readExactNumber(value, !exact.identifierPaths.includes(pointer), pointer, exact.notes);
    if (depth > nestingDepth) {
      tooDeep = true;
      return null;
    }
    const holder = value as JsonObject;
    for (const key of Object.keys(holder)) {
      const inner = holder[key];
      if (typeof inner === 'string' || typeof inner === 'boolean') continue;
      const visited = visit(inner, depth + 1, exact === undefined ? '' : below(pointer, key));
      if (visited !== inner) setOwn(holder, key, visited);
    }
    return value;
  };

  const value = visit(message, 1, '');
  return tooDeep ? { kind: 'too-deep' } : { kind: 'settled', value, lostDigits };
}
