import type { Engine } from '../engine/engine.ts';
import type { Exchange } from '../engine/exchange.ts';
import type { Timer } from '../engine/timer.ts';
import { createExchangeReader } from '../verify/exchange-reader.ts';
import { type Criteria, isCandidate, matches } from '../verify/matcher.ts';
import { readFilter } from './exchange-filter.ts';
import type { Asked, Handler } from './handler.ts';
import { isProblem, toProblem } from './problem.ts';
import { renderExchange } from './render-exchange.ts';
import { BEGINNING, renderEnd } from './stream-events.ts';
import { createFollower, type Follower } from './stream-follower.ts';

export type Streams = {
  readonly answer: Handler<'streamExchanges'>;
  /** How many follow the journal. */
  readonly size: number;
  /** Ends every stream, and refuses later ones. */
  close(): void;
};

/** What each of them has not read may be kept for it. */
const MOST_FOLLOWERS = 100;

/** Lets readers follow the journal as it grows; none of them is waited for. */
export function createStreams<World>(
  engine: Engine<World>,
  operations: readonly string[],
  timer: Timer,
): Streams {
  const { accounts, journal, service } = engine;
  // Shared, so that a hundred who follow have each exchange explained once.
  const reader = createExchangeReader(service);
  const followers = new Set<Follower>();
  let isClosed = false;

  const follow = (
    criteria: Criteria,
    after: string | null,
    signal: AbortSignal | null,
  ): AsyncIterator<string, undefined> => {
    if (isClosed) return toLastWords(renderEnd('stopping'));
    if (followers.size >= MOST_FOLLOWERS) return toLastWords(renderEnd('too_many'));
    const { account } = criteria;
    const release = account === undefined ? () => undefined : accounts.retain(account);
    const leave = (): void => follower.end('left');
    const follower = createFollower({
      journal,
      timer,
      account,
      after,
      matches: (exchange) => isCandidate(criteria, exchange),
      render: (exchange) => render(criteria, exchange),
      onEnd: () => {
        release();
        signal?.removeEventListener('abort', leave);
        followers.delete(follower);
      },
    });
    followers.add(follower);
    if (signal?.aborted === true) leave();
    else signal?.addEventListener('abort', leave);
    return {
      next: follower.next,
      return: async () => {
        leave();
        return { done: true, value: undefined };
      },
    };
  };

  const render = (criteria: Criteria, exchange: Exchange): string | null => {
    if (!matches(reader, criteria, exchange)) return null;
    return JSON.stringify(renderExchange(service, exchange, reader.explain(exchange)));
  };

  return {
    answer({ query, signal, lastEventId }: Asked<'streamExchanges'>) {
      const criteria = readFilter(engine, operations, query, (name) => `?${name}`);
      if (isProblem(criteria)) return criteria;
      if (lastEventId !== null && !lastEventId.startsWith(BEGINNING)) {
        return toProblem(
          'invalid_parameter',
          'Last-Event-ID is not the id of an exchange; leave it out to follow from now on.',
        );
      }
      if (isClosed) return toProblem('stopping', 'The stand-in is stopping; nothing more will come.');
      if (followers.size >= MOST_FOLLOWERS) {
        return toProblem(
          'too_many_waits',
          `${MOST_FOLLOWERS} readers follow the journal already; let some of them leave first.`,
        );
      }
      // A browser that resumes repeats its address, with the `since` it began with.
      const after = lastEventId ?? criteria.since ?? null;
      const followed = { ...criteria, since: undefined };
      // Begun only by who reads: an answer that nobody reads would keep its place for ever.
      const text = { [Symbol.asyncIterator]: () => follow(followed, after, signal) };
      return { kind: 'text', mediaType: 'text/event-stream', text };
    },
    get size() {
      return followers.size;
    },
    close() {
      isClosed = true;
      for (const follower of [...followers]) follower.end('stopping');
    },
  };
}

async function* toLastWords(words: string): AsyncGenerator<string, undefined> {
  yield words;
  return undefined;
}
