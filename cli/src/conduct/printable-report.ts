import { renderConductText, type Verdict } from '@understudy/mock-server/conduct';
import { toPrintable } from '../printable.ts';

/** A verdict for a terminal; what was sent may hold anything. */
export function toPrintableReport(verdict: Verdict): string {
  return renderConductText(verdict).split('\n').map(toPrintable).join('\n');
}
