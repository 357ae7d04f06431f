import { type Attempt, isAfter, pauseMs, type Tried } from './attempt.ts';
import { renderDuration } from './durations.ts';
import type { Found } from './findings.ts';
import { findsChance, growthOf, isWithoutGrowth } from './patterns.ts';
import type { Conduct } from './rules.ts';
import { thresholds } from './thresholds.ts';

/** Attempts at one item from its first failure until it was accepted or left, and the waits that were its client's own choice. */
type Run = {
  readonly tried: Tried;
  readonly attempts: readonly Attempt[];
  readonly waits: readonly number[];
};

/** Looks at how long a client waits between attempts, where no Retry-After tells it. */
export function judgeBackOff(items: readonly Tried[]): {
  readonly found: readonly Found[];
  readonly facts: Conduct['back_off'];
} {
  const runs = items.flatMap(toRuns);
  const longest = runs.reduce<readonly number[]>(
    (most, { waits }) => (waits.length > most.length ? waits : most),
    [],
  );
  const rows = runs.map(({ waits }) => waits);
  const jitter = findsChance(rows);
  const found = runs.filter(({ waits }) => isWithoutGrowth(waits)).map(toHammering);
  const telling = runs.find(({ waits }) => waits === longest);
  if (jitter === false && telling !== undefined) found.push(toWithoutChance(telling));
  const retries = runs.reduce((sum, { attempts }) => sum + attempts.length - 1, 0);
  return {
    found,
    facts: {
      retries,
      most_attempts: runs.reduce((most, { attempts }) => Math.max(most, attempts.length), 0),
      waits_ms: longest.slice(0, thresholds.mostWaits).map(Math.round),
      growth: growthOf(longest),
      jitter,
    },
  };
}

function toRuns(tried: Tried): Run[] {
  const runs: Run[] = [];
  let attempts: Attempt[] = [];
  let waits: number[] = [];
  const end = (): void => {
    if (attempts.length > 0) runs.push({ tried, attempts, waits });
    [attempts, waits] = [[], []];
  };
  for (const attempt of tried.attempts) {
    const last = attempts.at(-1);
    if (last !== undefined && !isAfter(attempt, last)) end();
    else if (last !== undefined && last.retryAt === null) waits.push(pauseMs(last, attempt));
    attempts.push(attempt);
    if (attempt.ending !== 'retryable' && attempt.ending !== 'unknown') end();
  }
  end();
  return runs;
}

function toHammering({ tried, attempts, waits }: Run): Found {
  const [least, most] = [Math.min(...waits), Math.max(...waits)];
  const range =
    renderDuration(least) === renderDuration(most)
      ? `of ${renderDuration(most)}`
      : `between ${renderDuration(least)} and ${renderDuration(most)}`;
  return {
    kind: 'no-growth',
    message: `Sent ${attempts.length} times with waits ${range} that do not grow.`,
    attempts,
    about: tried,
    facts: { attempts: attempts.length, least_wait_ms: least, most_wait_ms: most },
  };
}

function toWithoutChance({ attempts, waits }: Run): Found {
  const shown = waits.slice(0, 6).map(renderDuration).join(', ');
  return {
    kind: 'no-jitter',
    message: `The waits between attempts follow a pattern without chance (${shown}); clients that fail together would all come back together.`,
    attempts,
    about: null,
    facts: { waits: waits.length },
  };
}
