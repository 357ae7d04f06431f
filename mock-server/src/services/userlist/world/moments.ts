import { renderTimestamp } from '../timestamp.ts';
import type { Edit } from './edits.ts';
import type { Moment } from './records.ts';

/** A moment as epoch milliseconds. */
export function toMs(moment: Moment): number {
  return typeof moment === 'number' ? moment : Date.parse(moment);
}

/** A moment as RFC 3339 in UTC. */
export function renderMoment(moment: Moment | null): string | null {
  return typeof moment === 'number' ? renderTimestamp(moment) : moment;
}

/** Notes a change of a time, unless it is the same point in time written otherwise. True when it changes. */
export function noteMoment(
  edits: Edit[],
  pointer: string,
  before: Moment | null,
  after: string | null,
): boolean {
  if (before === after) return false;
  if (before !== null && after !== null && toMs(before) === toMs(after)) return false;
  edits.push({ pointer, before: renderMoment(before) });
  return true;
}
