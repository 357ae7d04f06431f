import type { DeskOperationId } from '@understudy/openapi/control/routes';
import { type Call, headerOf, pathOf } from '../engine/call.ts';
import type { Engine } from '../engine/engine.ts';
import { realTimer, type Timer } from '../engine/timer.ts';
import { createAccountView } from './account-views.ts';
import { createAccountHandlers } from './accounts.ts';
import { createClockHandlers } from './clock.ts';
import { createCount } from './count.ts';
import { createIndex } from './desk-index.ts';
import { createExchangeHandlers } from './exchanges.ts';
import { createFaultHandlers } from './faults.ts';
import { findRoute } from './find-route.ts';
import { createHostGuard, guardOrigin } from './guard.ts';
import type { Asked, Handlers } from './handler.ts';
import { createHealth } from './health.ts';
import { isProblem, type Reply, type TextReply, toProblem } from './problem.ts';
import { readBody } from './read-body.ts';
import { readQuery } from './read-query.ts';
import { type DeskAnswer, renderReply } from './render-reply.ts';
import { createReset } from './reset.ts';
import { createSettingsHandlers } from './settings.ts';
import { createWaits } from './wait.ts';

/** Every path of the desk begins with it. */
const PREFIX = '/_control';

const notYet = () => toProblem('crashed', 'Not yet.');

const HEALTH_PATH = `${PREFIX}/health`;

export type DeskOptions<World> = {
  readonly engine: Engine<World>;
  /** The version of the stand-in, for its health. */
  readonly version: string;
  /** Whether everything is in place; always, unless told otherwise. */
  readonly isReady?: () => boolean;
  /** Host names beside those of the loopback that the desk answers to, with or without a port. */
  readonly allowedHosts?: readonly string[];
  /** Ids of the operations there are; a filter that names another is refused. Empty lets any name through. */
  readonly operations?: readonly string[];
  readonly timer?: Timer;
};

type AnyReply = Reply<unknown> | TextReply;

export type Desk = {
  readonly prefix: string;
  /**
   * Answers a call below `/_control`; promises only what has to be waited for, and never throws or rejects. The signal
   * says that nobody waits for the answer any more.
   */
  answer(call: Call, signal?: AbortSignal): DeskAnswer | Promise<DeskAnswer>;
  /** Ends every wait; whatever needs no waiting is still answered. */
  close(): void;
};

/** The desk of an engine: what it received and stored, and how to make it forget. */
export function createDesk<World>(options: DeskOptions<World>): Desk {
  const {
    engine,
    version,
    isReady = () => true,
    allowedHosts = [],
    operations = [],
    timer = realTimer,
  } = options;
  const guardHost = createHostGuard(allowedHosts);
  const waits = createWaits(engine, operations, timer);
  const handlers: Handlers = {
    getIndex: createIndex(),
    getHealth: createHealth(engine, version, isReady),
    ...createAccountHandlers(engine),
    listUsers: createAccountView(engine, 'users'),
    listCompanies: createAccountView(engine, 'companies'),
    listRelationships: createAccountView(engine, 'relationships'),
    listEvents: createAccountView(engine, 'events'),
    listMessages: createAccountView(engine, 'messages'),
    ...createExchangeHandlers(engine, operations),
    waitForExchanges: waits.answer,
    waitForMatches: notYet,
    countExchanges: createCount(engine, operations),
    streamExchanges: notYet,
    exportJournal: notYet,
    getMetrics: notYet,
    getConduct: notYet,
    ...createSettingsHandlers(engine),
    ...createFaultHandlers(engine, operations),
    ...createClockHandlers(engine),
    reset: createReset(engine),
  };

  const reply = (call: Call, signal: AbortSignal | null): AnyReply | Promise<AnyReply> => {
    const path = pathOf(call.target);
    const foreign = guardOrigin(call) ?? (path === HEALTH_PATH ? null : guardHost(call));
    if (foreign !== null) return foreign;
    const found = findRoute(call.method, path);
    if (isProblem(found)) return found;
    const { route, params } = found;
    const query = readQuery(call.target, route.query);
    if (isProblem(query)) return query;
    const body = route.body === null ? null : readBody(call, route.body);
    if (isProblem(body)) return body;
    // Params, query and body are read by the same route that chose the handler, so they are of its kind.
    const handler = handlers[route.id] as (asked: unknown) => AnyReply | Promise<AnyReply>;
    const lastEventId = headerOf(call, 'last-event-id') || null;
    return handler({ params, query, body, signal, lastEventId } satisfies Record<
      keyof Asked<DeskOperationId>,
      unknown
    >);
  };

  return {
    prefix: PREFIX,
    answer(call, signal) {
      try {
        const outcome = reply(call, signal ?? null);
        return outcome instanceof Promise
          ? outcome.then(renderReply).catch(renderCrash)
          : renderReply(outcome);
      } catch (error) {
        return renderCrash(error);
      }
    },
    close: waits.close,
  };
}

function renderCrash(error: unknown): DeskAnswer {
  const cause = error instanceof Error ? error.message : 'something that is no error was thrown';
  return renderReply(toProblem('crashed', `The desk itself failed on this request: ${cause}.`));
}
