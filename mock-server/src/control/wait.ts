import type { Engine } from '../engine/engine.ts';
import type { Exchange } from '../engine/exchange.ts';
import type { Timer } from '../engine/timer.ts';
import { type ExchangeFilter, matchesFilter, readFilter } from './exchange-filter.ts';
import { toExchangePage } from './exchange-page.ts';
import type { Handler, Value } from './handler.ts';
import { isProblem, type Problem, type Reply, toProblem, toReply } from './problem.ts';
import { renderLateWait } from './render-late-wait.ts';

export type Waits = {
  readonly answer: Handler<'waitForExchanges'>;
  /** Ends every wait, and every later one at once. */
  close(): void;
};

type Ending = 'enough' | 'late' | 'left' | 'stopping';

const MOST_WAITS = 1000;
const MOST_ITEMS = 1000;

/** Waits for exchanges. They count from the moment they are journaled: their answers are decided then. */
export function createWaits<World>(
  engine: Engine<World>,
  operations: readonly string[],
  timer: Timer,
): Waits {
  const { accounts, journal } = engine;
  const waiting = new Set<(ending: Ending) => void>();
  let closed = false;

  const matching = (filter: ExchangeFilter): Exchange[] =>
    [...journal.entries()].filter((exchange) => matchesFilter(filter, exchange));

  const waitFor = (
    filter: ExchangeFilter,
    count: number,
    timeoutMs: number,
    signal: AbortSignal | null,
  ): Promise<Ending> =>
    new Promise((resolve) => {
      let found = matching(filter).length;
      const end = (ending: Ending): void => {
        unsubscribe();
        cancel();
        signal?.removeEventListener('abort', leave);
        waiting.delete(end);
        resolve(ending);
      };
      const leave = (): void => end('left');
      const unsubscribe = journal.subscribe((note) => {
        if (note.kind === 'exchange' && matchesFilter(filter, note.exchange)) found += 1;
        if (note.kind === 'reset') found = matching(filter).length;
        if (found >= count) end('enough');
      });
      const cancel = timer(timeoutMs, () => end('late'));
      // The place of one that nobody waits for is needed: there is only room for so many.
      signal?.addEventListener('abort', leave);
      waiting.add(end);
    });

  return {
    answer({ query, signal }) {
      const filter = readFilter(accounts, operations, query, (name) => `?${name}`);
      if (isProblem(filter)) return filter;
      const { count, timeout_ms: timeoutMs } = query;
      const reply = (ending: Ending): Reply<Value<'waitForExchanges'>> => {
        if (ending === 'stopping') return toStopping();
        if (ending === 'left') return toLeft();
        if (ending === 'enough')
          return toReply(toExchangePage(engine, matching(filter), Math.min(count, MOST_ITEMS)));
        return toProblem('wait_timed_out', renderLateWait(journal, filter, count, timeoutMs));
      };
      if (matching(filter).length >= count) return reply('enough');
      if (closed) return reply('stopping');
      if (signal?.aborted === true) return reply('left');
      if (timeoutMs === 0) return reply('late');
      if (waiting.size >= MOST_WAITS) {
        return toProblem(
          'too_many_waits',
          `${MOST_WAITS} requests wait already; let some of them end first.`,
        );
      }
      return waitFor(filter, count, timeoutMs, signal).then(reply);
    },
    close() {
      closed = true;
      for (const end of [...waiting]) end('stopping');
    },
  };
}

/** Goes nowhere: there is nobody to read it. */
function toLeft(): Problem {
  return toProblem('stopping', 'Whoever waited for this has gone.');
}

function toStopping(): Problem {
  return toProblem('stopping', 'The stand-in is stopping; nothing more will come.');
}
