import { type Attempt, apartMs, isAfter, type Tried } from './attempt.ts';
import { renderDuration } from './durations.ts';
import type { Found } from './findings.ts';
import type { Conduct } from './rules.ts';
import { thresholds } from './thresholds.ts';
import type { Sent } from './tried-items.ts';

const TOO_MANY_REQUESTS = 429;

/**
 * Finds requests that came before a Retry-After had passed: the same item again, or after a 429, which is about the
 * whole account, anything at all. What may have been on its way when that 429 left is let be.
 */
export function judgeRetryAfter({ items, attempts }: Sent): {
  readonly found: readonly Found[];
  readonly facts: Conduct['retry_after'];
} {
  const found: Found[] = [];
  const ofAccount = createHold((hold, attempt) => apartMs(hold, attempt) >= thresholds.crossingMs);
  const ofItem = new Map<Tried, ReturnType<typeof createHold>>();
  let mostEarlyMs: number | null = null;

  for (const attempt of attempts) {
    const own = ofItem.get(attempt.tried) ?? createHold(() => true);
    ofItem.set(attempt.tried, own);
    const [ownHold, accountHold] = [own.before(attempt), ofAccount.before(attempt)];
    const broken = ownHold ?? accountHold;
    if (broken !== null) {
      const one = toFound(broken, attempt);
      mostEarlyMs = Math.max(mostEarlyMs ?? 0, one.facts.early_ms ?? 0);
      found.push(one);
    }
    own.add(attempt);
    if (attempt.exchange.status === TOO_MANY_REQUESTS) ofAccount.add(attempt);
  }
  const asked = attempts.filter(({ retryAt }) => retryAt !== null).length;
  return {
    found,
    facts: { asked, kept: countKept(items), broken: found.length, most_early_ms: mostEarlyMs },
  };
}

/** Remembers which of the answers that have reached the client asks to wait longest. */
function createHold(hasReached: (hold: Attempt, attempt: Attempt) => boolean) {
  const underWay: Attempt[] = [];
  let at = 0;
  let longest: Attempt | null = null;

  return {
    add(attempt: Attempt): void {
      if (attempt.retryAt !== null) underWay.push(attempt);
    },
    /** What this attempt should have waited for; null when it may be sent. */
    before(attempt: Attempt): Attempt | null {
      for (; at < underWay.length; at += 1) {
        const next = underWay[at];
        if (next === undefined || !isAfter(attempt, next) || !hasReached(next, attempt)) break;
        if (longest === null || (next.retryAt ?? 0) >= (longest.retryAt ?? 0)) longest = next;
      }
      if (longest === null) return null;
      const { receivedAt } = attempt.exchange;
      if (receivedAt >= (longest.passesAt ?? 0)) longest = null;
      // A clock that was set back makes nonsense of what was said before.
      return longest === null || receivedAt < longest.exchange.receivedAt ? null : longest;
    },
  };
}

function toFound(hold: Attempt, attempt: Attempt): Found {
  const { exchange, retryAt } = hold;
  const facts = {
    asked_ms: (retryAt ?? 0) - exchange.receivedAt,
    waited_ms: attempt.exchange.receivedAt - exchange.receivedAt,
    early_ms: (retryAt ?? 0) - attempt.exchange.receivedAt,
  };
  const [asked, waited, early] = [facts.asked_ms, facts.waited_ms, facts.early_ms].map(renderDuration);
  const message =
    hold.tried === attempt.tried
      ? `Sent again after ${waited} where Retry-After asked for ${asked}: ${early} too early.`
      : `Sent ${waited} after a 429 whose Retry-After asked the whole account for ${asked}: ${early} too early.`;
  return { kind: 'retry-after', message, attempts: [hold, attempt], about: attempt.tried, facts };
}

function countKept(items: readonly Tried[]): number {
  let kept = 0;
  for (const { attempts } of items) {
    for (const [index, { passesAt }] of attempts.entries()) {
      const next = attempts[index + 1];
      if (passesAt !== null && next !== undefined && next.exchange.receivedAt >= passesAt) kept += 1;
    }
  }
  return kept;
}
