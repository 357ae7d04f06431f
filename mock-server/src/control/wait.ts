import type { Engine } from '../engine/engine.ts';
import type { Exchange } from '../engine/exchange.ts';
import type { Timer } from '../engine/timer.ts';
import { createExchangeReader } from '../verify/exchange-reader.ts';
import { type Criteria, type Matcher, matches } from '../verify/matcher.ts';
import { renderLateWait } from '../verify/render-failure.ts';
import { findMatches, nearestTo } from '../verify/verification.ts';
import { type Wait, type WaitEnd, waitForMatches } from '../verify/wait-for-matches.ts';
import { readMatcher } from './exchange-filter.ts';
import { toExchangePage } from './exchange-page.ts';
import type { Handler, Value } from './handler.ts';
import { isProblem, type Problem, type Reply, toProblem, toReply } from './problem.ts';

export type Waits = {
  readonly answerGet: Handler<'waitForExchanges'>;
  readonly answerPost: Handler<'waitForMatches'>;
  /** How many wait. */
  readonly size: number;
  /** Ends every wait, and every later one at once. */
  close(): void;
};

/** What is waited for, how many of it, and for how many milliseconds. */
type Order = { readonly criteria: Criteria; readonly count: number; readonly timeoutMs: number };

type Page = Reply<Value<'waitForExchanges'>>;

const MOST_WAITS = 1000;
const MOST_ITEMS = 1000;
const USUAL_COUNT = 1;
const USUAL_TIMEOUT_MS = 5000;

/** Waits for exchanges. */
export function createWaits<World>(
  engine: Engine<World>,
  operations: readonly string[],
  timer: Timer,
): Waits {
  const { journal, service } = engine;
  // Shared, so that a thousand who wait for one body have it read once.
  const reader = createExchangeReader(service);
  const waiting = new Set<Wait>();
  let closed = false;

  function* matching(criteria: Criteria): Generator<Exchange> {
    for (const exchange of journal.entries()) if (matches(reader, criteria, exchange)) yield exchange;
  }

  const reply = ({ criteria, count, timeoutMs }: Order, { kind }: WaitEnd): Page => {
    if (kind === 'stopping') return toStopping();
    if (kind === 'left') return toLeft();
    if (kind === 'enough')
      return toReply(toExchangePage(engine, matching(criteria), Math.min(count, MOST_ITEMS)));
    const matched = findMatches(engine, reader, criteria);
    const nearest = nearestTo(engine, reader, criteria);
    const said = renderLateWait(count, timeoutMs, matched, journal.entries(), nearest);
    return toProblem('wait_timed_out', said.join(' '));
  };

  const answer = (
    matcher: Matcher,
    place: (name: string) => string,
    count: number,
    timeoutMs: number,
    signal: AbortSignal | null,
  ): Page | Promise<Page> => {
    const criteria = readMatcher(engine, operations, matcher, place);
    if (isProblem(criteria)) return criteria;
    const isFull = waiting.size >= MOST_WAITS;
    const order = { criteria, count, timeoutMs };
    const mayWait = !closed && !isFull;
    const wait = waitForMatches(engine, reader, {
      ...order,
      timeoutMs: mayWait ? timeoutMs : 0,
      timer,
      signal,
    });
    if ('kind' in wait) {
      if (wait.kind !== 'late') return reply(order, wait);
      if (closed) return toStopping();
      return isFull && timeoutMs > 0 ? toTooMany() : reply(order, wait);
    }
    waiting.add(wait);
    return wait.ended.then((end) => {
      waiting.delete(wait);
      return reply(order, end);
    });
  };

  return {
    answerGet({ query: { count, timeout_ms: timeoutMs, ...filters }, signal }) {
      return answer(filters, (name) => `?${name}`, count, timeoutMs, signal);
    },
    answerPost({ body: { count, timeout_ms: timeoutMs, ...matcher }, signal }) {
      const [wanted, most] = [count ?? USUAL_COUNT, timeoutMs ?? USUAL_TIMEOUT_MS];
      return answer(matcher, (name) => `/${name}`, wanted, most, signal);
    },
    get size() {
      return waiting.size;
    },
    close() {
      closed = true;
      for (const wait of [...waiting]) wait.end('stopping');
    },
  };
}

function toTooMany(): Problem {
  return toProblem('too_many_waits', `${MOST_WAITS} requests wait already; let some of them end first.`);
}

/** Goes nowhere: there is nobody to read it. */
function toLeft(): Problem {
  return toProblem('stopping', 'Whoever waited for this has gone.');
}

function toStopping(): Problem {
  return toProblem('stopping', 'The stand-in is stopping; nothing more will come.');
}
