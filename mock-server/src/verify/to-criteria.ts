import type { Journal } from '../engine/journal.ts';
import { findLostDigits, LOST_DIGITS } from '../engine/lost-digits.ts';
import type { Service } from '../engine/service.ts';
import type { Criteria, Matcher } from './matcher.ts';
import { decodePointer, likelyPointer, normalisePointer, type Pointer } from './pointer.ts';

/** Why a matcher cannot be meant: what is wrong with which of its attributes, and what would be right. */
export type Mistake = { readonly kind: 'mistake'; readonly path: string; readonly message: string };

/** Makes a matcher ready to compare; `account` is the handle of the one it names. */
export function toCriteria<World>(
  { normalise }: Pick<Service<World>, 'normalise'>,
  matcher: Matcher,
  account: string | undefined,
): Criteria | Mistake {
  const { operation, status, body, has, diagnostic, since } = matcher;
  const pointers: Pointer[] = [];
  for (const [index, text] of (has ?? []).entries()) {
    const pointer = decodePointer(text);
    if (pointer === null) return toBadPointer(text, `/has/${index}`);
    pointers.push(normalisePointer(pointer, normalise));
  }
  const lost = findLostDigits(body, '/body');
  if (lost !== null) return { kind: 'mistake', path: lost, message: LOST_DIGITS };
  if (typeof since === 'string' && !since.startsWith(EXCHANGE_ID)) return toBadSince(since);
  return {
    account,
    operation: operation ?? undefined,
    status: status ?? undefined,
    body: body == null ? undefined : normalise(body),
    has: pointers,
    diagnostic: diagnostic ?? undefined,
    since: since ?? undefined,
  };
}

const EXCHANGE_ID = 'ex_';
const LONGEST_SHOWN = 100;

/**
 * The mistake of asking since an exchange there has never been, mostly one of an earlier start: nothing comes after it,
 * so that what must not be there would never be found.
 */
export function findForeignSince(
  { newest }: Pick<Journal, 'newest'>,
  { since }: Pick<Criteria, 'since'>,
): Mistake | null {
  if (since === undefined || since <= newest) return null;
  const shown = JSON.stringify(since.slice(0, LONGEST_SHOWN));
  const last = newest === '' ? 'nothing has come yet' : `the newest is ${newest}`;
  const message = `There has been no exchange ${shown}; ${last}. Ids begin anew with every start.`;
  return { kind: 'mistake', path: '/since', message };
}

function toBadPointer(text: string, path: string): Mistake {
  const shown = text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN)}…` : text;
  const likely = likelyPointer(shown);
  const message = `${JSON.stringify(shown)} is no JSON Pointer; did you mean ${JSON.stringify(likely)}?`;
  return { kind: 'mistake', path, message };
}

/** An id sorts among the others only when it is one; any other text would let all through, or none. */
function toBadSince(since: string): Mistake {
  const shown = JSON.stringify(since.slice(0, LONGEST_SHOWN));
  const message = `${shown} is no id of an exchange; those begin with ${EXCHANGE_ID} as in ex_0000000042.`;
  return { kind: 'mistake', path: '/since', message };
}
