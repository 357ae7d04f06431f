import type { IncomingMessage, ServerResponse } from 'node:http';
import type { SettledOutcome } from '../engine/outcome.ts';
import { type BodyCollector, createBodyCollector } from './body-collector.ts';

/** What is known of a request when its head has been read. */
export type Arrival = {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly target: string;
  readonly host: string;
  readonly receivedAt: number;
  readonly forDesk: boolean;
};

/**
 * Where a visit stands: its body is read, the desk is waited for, or the disk, or a fault holds its answer back; then that is
 * written, or comes piece by piece from the desk.
 */
export type Stage = 'reading' | 'waiting' | 'deciding' | 'held' | 'answering' | 'streaming' | 'over';

/** One request on its way. */
export type Visit = Arrival & {
  /** Its neighbours among the requests under way. */
  earlier: Visit | null;
  later: Visit | null;
  readonly body: BodyCollector;
  stage: Stage;
  outcome: SettledOutcome | null;
  /** What the answer has of body, in bytes. */
  bodyBytes: number;
  /** How many of them are known to have left already. */
  leftBytes: number;
  /** Ends whatever the answer still waits for; null when it waits for nothing. */
  stop: (() => void) | null;
  /** Tells the desk that nobody waits for its answer any more; null where the desk was not asked. */
  abandoned: AbortController | null;
  /** What has to come after this answer on the same connection. */
  next: (() => void) | null;
};

export function createVisit(arrival: Arrival, mostBytesKept: number): Visit {
  const { request, response, target, host, receivedAt, forDesk } = arrival;
  const body = createBodyCollector(mostBytesKept);
  return {
    request,
    response,
    target,
    host,
    receivedAt,
    forDesk,
    body,
    stage: 'reading',
    outcome: null,
    bodyBytes: 0,
    leftBytes: 0,
    stop: null,
    abandoned: null,
    next: null,
    earlier: null,
    later: null,
  };
}
