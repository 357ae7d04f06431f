import { type Attempt, apartMs, isAfter, type Tried } from './attempt.ts';
import { renderDuration } from './durations.ts';
import type { Found } from './findings.ts';
import { thresholds } from './thresholds.ts';

/** Finds what was sent again although it was accepted, may have been, or was refused for good. */
export function findRepetitions(items: readonly Tried[]): Found[] {
  return items.flatMap((tried) =>
    tried.attempts.slice(1).flatMap((later, index) => {
      const earlier = tried.attempts[index];
      const found = earlier === undefined ? null : judge(tried, earlier, later);
      return found === null ? [] : [found];
    }),
  );
}

function judge(tried: Tried, earlier: Attempt, later: Attempt): Found | null {
  const of = (kind: Found['kind'], message: string, facts: Found['facts']): Found => ({
    kind,
    message,
    attempts: [earlier, later],
    about: tried,
    facts,
  });
  if (!isAfter(later, earlier)) return judgeOverlap(tried, earlier, later, of);
  const afterMs = apartMs(earlier, later);
  const after = renderDuration(afterMs);
  const { status } = earlier.exchange;
  switch (earlier.ending) {
    case 'accepted':
      if (!tried.item.isDated && afterMs >= thresholds.duplicateMs) return null;
      return of('duplicate-after-success', `Sent again ${after} after it was answered ${status}.`, {
        after_ms: afterMs,
      });
    case 'unknown': {
      const applied = earlier.isApplied
        ? 'It had been applied, so it arrived twice.'
        : 'Nothing had been applied.';
      return of(
        'duplicate-after-unknown',
        `Sent again ${after} after an attempt that got no whole answer. ${applied}`,
        { after_ms: afterMs, applied: earlier.isApplied ? 1 : 0 },
      );
    }
    case 'final':
      if (afterMs >= thresholds.refusedMs) return null;
      return of('retried-4xx', `Sent again unchanged ${after} after it was refused with ${status}.`, {
        after_ms: afterMs,
        status: status ?? 0,
      });
    default:
      return null;
  }
}

/** The later one began before the earlier one was answered. */
function judgeOverlap(
  tried: Tried,
  earlier: Attempt,
  later: Attempt,
  of: (kind: Found['kind'], message: string, facts: Found['facts']) => Found,
): Found | null {
  if (earlier.ending !== 'accepted') return null;
  const [one, other] = [earlier.exchange, later.exchange];
  const afterMs = Math.max(other.startedMs - one.startedMs, other.receivedAt - one.receivedAt);
  const after = renderDuration(afterMs);
  if (tried.item.isDated || afterMs < thresholds.duplicateMs) {
    const message = `Sent twice at once: the second ${after} after the first, which was answered ${one.status}.`;
    return of('duplicate-after-success', message, { after_ms: afterMs });
  }
  return of('duplicate-after-unknown', `Sent again after ${after} without an answer, which came later.`, {
    after_ms: afterMs,
    applied: earlier.isApplied ? 1 : 0,
  });
}
