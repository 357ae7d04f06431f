import { isSame } from '../../../engine/json.ts';

/**
 * What one attribute was before it really changed; undefined stands for an attribute that was not there.
 * What it became is not kept: it can be read off the request.
 */
export type Edit = { readonly pointer: string; readonly before: unknown };

/** Notes a change of one attribute, unless nothing changes. True when something does. */
export function noteEdit(edits: Edit[], pointer: string, before: unknown, after: unknown): boolean {
  if (isSame(before, after)) return false;
  edits.push({ pointer, before });
  return true;
}
