import { type Attempt, isAfter, type Tried } from './attempt.ts';
import { renderDuration } from './durations.ts';
import type { Found } from './findings.ts';

/**
 * Finds what was accepted after something that was sent later about the same user or company: its first attempt had
 * failed before the other was first sent, the other was accepted, and only then was it sent again and accepted.
 */
export function findDisorder(items: readonly Tried[]): Found[] {
  const bySubject = new Map<string, Tried[]>();
  for (const tried of items) {
    const { subject } = tried.item;
    if (subject === null) continue;
    const known = bySubject.get(subject);
    if (known === undefined) bySubject.set(subject, [tried]);
    else known.push(tried);
  }
  return [...bySubject.values()].flatMap((tried) =>
    tried.flatMap((earlier, index) => {
      const found = findOvertaker(earlier, tried, index);
      return found === null ? [] : [found];
    }),
  );
}

/** `items` are in the order in which they were first sent. */
function findOvertaker(overtaken: Tried, items: readonly Tried[], index: number): Found | null {
  const [first] = overtaken.attempts;
  const accepted = overtaken.attempts.find(({ ending }) => ending === 'accepted');
  if (first === undefined || accepted === undefined || accepted === first) return null;
  for (let at = index + 1; at < items.length; at += 1) {
    const other = items[at];
    const [begun] = other?.attempts ?? [];
    if (other === undefined || begun === undefined) continue;
    if (begun.exchange.startedMs >= accepted.exchange.startedMs) return null;
    const overtaker = other.attempts.find(({ isApplied }) => isApplied);
    if (!isAfter(begun, first) || overtaker === undefined || !isAfter(accepted, overtaker)) continue;
    return toFound(overtaken, [first, overtaker, accepted], other);
  }
  return null;
}

function toFound(overtaken: Tried, shown: readonly [Attempt, Attempt, Attempt], other: Tried): Found {
  const [first, , accepted] = shown;
  const lateMs = Math.max(0, accepted.exchange.receivedAt - first.exchange.receivedAt);
  return {
    kind: 'out-of-order',
    message: `Accepted ${renderDuration(lateMs)} after it was first sent; by then a later ${other.operation} (${other.item.label}) had been accepted.`,
    attempts: shown,
    about: overtaken,
    facts: { late_ms: lateMs },
  };
}
