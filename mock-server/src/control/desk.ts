import type { DeskOperationId } from '@understudy/openapi/control/routes';
import { type Call, headerOf, pathOf } from '../engine/call.ts';
import type { Engine } from '../engine/engine.ts';
import { realTimer, type Timer } from '../engine/timer.ts';
import { createAccountView } from './account-views.ts';
import { createAccountHandlers } from './accounts.ts';
import { createClockHandlers } from './clock.ts';
import { createConduct } from './conduct.ts';
import { createCount } from './count.ts';
import { createIndex } from './desk-index.ts';
import { createExchangeHandlers } from './exchanges.ts';
import { createExport } from './export.ts';
import { createFaultHandlers } from './faults.ts';
import { findRoute } from './find-route.ts';
import { createHostGuard, guardOrigin } from './guard.ts';
import type { Asked, Handlers } from './handler.ts';
import { createHealth } from './health.ts';
import { createMetrics, type Memory } from './metrics.ts';
import { isProblem, type Problem, type Reply, type TextReply, toProblem } from './problem.ts';
import { readBody } from './read-body.ts';
import { readQuery } from './read-query.ts';
import { type DeskAnswer, renderReply } from './render-reply.ts';
import { createReset } from './reset.ts';
import { createSettingsHandlers } from './settings.ts';
import { createStreams } from './stream.ts';
import { createTokenGuard } from './token-guard.ts';
import { createTokenMask } from './token-mask.ts';
import { createWaits } from './wait.ts';

/** Every path of the desk begins with it. */
const PREFIX = '/_control';

const HEALTH_PATH = `${PREFIX}/health`;

export type DeskOptions<World> = {
  readonly engine: Engine<World>;
  /** The version of the stand-in, for its health. */
  readonly version: string;
  /** Whether everything is in place; always, unless told otherwise. */
  readonly isReady?: () => boolean;
  /** Host names beside those of the loopback that the desk answers to, with or without a port. */
  readonly allowedHosts?: readonly string[];
  /** What has to be shown as `Authorization: Bearer TOKEN`, but for its health; then any host does. None if absent. */
  readonly token?: string | null;
  /** Ids of the operations there are; a filter that names another is refused. Empty lets any name through. */
  readonly operations?: readonly string[];
  readonly timer?: Timer;
  /** What the process takes of memory, for the metrics; left out where nobody can tell. */
  readonly memory?: () => Memory;
};

type AnyReply = Reply<unknown> | TextReply;

export type Desk = {
  readonly prefix: string;
  /**
   * Answers a call below `/_control`; promises only what has to be waited for, and never throws or rejects. The signal
   * says that nobody waits for the answer any more.
   */
  answer(call: Call, signal?: AbortSignal): DeskAnswer | Promise<DeskAnswer>;
  /** Ends every wait and every stream; whatever needs no waiting is still answered. */
  close(): void;
};

/**
 * The desk of an engine: what it received and stored, and how to make it forget. Throws a UsageError on a token that no
 * header can carry.
 */
export function createDesk<World>(options: DeskOptions<World>): Desk {
  const {
    engine,
    version,
    isReady = () => true,
    allowedHosts = [],
    token = null,
    operations = [],
    timer = realTimer,
    memory = null,
  } = options;
  const guard = token === null ? createHostGuard(allowedHosts) : createTokenGuard(token);
  const mask = createTokenMask(token);
  const waits = createWaits(engine, operations, timer);
  const streams = createStreams(engine, operations, timer);
  const counts = { waits: () => waits.size, followers: () => streams.size };
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
    waitForExchanges: waits.answerGet,
    waitForMatches: waits.answerPost,
    countExchanges: createCount(engine, operations),
    streamExchanges: streams.answer,
    exportJournal: createExport(engine, operations, version),
    getMetrics: createMetrics({ engine, version, memory, ...counts }),
    getConduct: createConduct(engine),
    ...createSettingsHandlers(engine),
    ...createFaultHandlers(engine),
    ...createClockHandlers(engine),
    reset: createReset(engine),
  };

  const reply = (call: Call, signal: AbortSignal | null): AnyReply | Promise<AnyReply> => {
    const path = pathOf(call.target);
    const foreign = guardOrigin(call) ?? (path === HEALTH_PATH ? null : guard(call));
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

  const render = (outcome: AnyReply): DeskAnswer =>
    mask.answer(renderReply(isProblem(outcome) ? mask.problem(outcome) : outcome));
  const renderCrash = (error: unknown): DeskAnswer => render(toCrash(error));

  return {
    prefix: PREFIX,
    answer(call, signal) {
      try {
        const outcome = reply(call, signal ?? null);
        return outcome instanceof Promise ? outcome.then(render).catch(renderCrash) : render(outcome);
      } catch (error) {
        return renderCrash(error);
      }
    },
    close() {
      waits.close();
      streams.close();
    },
  };
}

function toCrash(error: unknown): Problem {
  const cause = error instanceof Error ? error.message : 'something that is no error was thrown';
  return toProblem('crashed', `The desk itself failed on this request: ${cause}.`);
}
