import type { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import type { Engine } from '../engine/engine.ts';
import type { Answer, SettledOutcome } from '../engine/outcome.ts';
import type { Timer } from '../engine/timer.ts';
import { answerAtOnce } from './answer-at-once.ts';
import { addChunk } from './body-collector.ts';
import { createCallMaker } from './call-maker.ts';
import { createConsult } from './consult.ts';
import { createCrowd } from './crowd.ts';
import { createDeliver } from './deliver.ts';
import { type DeskDoor, isDeskTarget } from './desk-door.ts';
import { createDraining } from './draining.ts';
import { createLingering } from './lingering.ts';
import { toTarget } from './target.ts';
import { cut, hasBegun, mayLeave, whenItsTurn } from './turn.ts';
import { createUnderWay } from './under-way.ts';
import { createUnparsed, type Unparsed } from './unparsed.ts';
import { createVisit, type Visit } from './visit.ts';
import { toChunk, writeHead } from './write-head.ts';

export type NodeTrafficOptions<World> = {
  readonly engine: Engine<World>;
  readonly desk: DeskDoor | null;
  readonly readCapBytes: number;
  readonly door: string;
  /** How long a sender who was cut short is still listened to, so that it can read the answer. */
  readonly lingerMs: number;
  /** Passes the delays of faults. */
  readonly timer: Timer;
};

/** Brings what Node's HTTP server receives to the engine or the desk, and their answers back. */
export type NodeTraffic = Unparsed & {
  /** Takes one request; `sentTarget` is its target as sent. */
  serve(request: IncomingMessage, response: ServerResponse, sentTarget: string): void;
  /** Settles what a closed connection leaves behind. */
  lose(socket: Socket): void;
  /** Waits until nothing is in flight but what the desk waits for, or the time is over; then closes the desk. */
  drain(graceMs: number): Promise<void>;
  /** Ends all that is left, and every connection that is only listened to. */
  cut(): void;
};

export function createNodeTraffic<World>(options: NodeTrafficOptions<World>): NodeTraffic {
  const { engine, desk, readCapBytes, door, lingerMs, timer } = options;
  const mostBytesKept = engine.service.requestBytes;
  const visits = createUnderWay<Visit>();
  /** Sockets on which nothing more is said after the answer at hand. */
  const givenUp = new WeakSet<Socket>();
  const lingering = createLingering(lingerMs);
  const crowd = createCrowd();
  const calls = createCallMaker(engine.clock, door, readCapBytes);
  const draining = createDraining(() => {
    for (const { stage } of visits) if (stage !== 'waiting' && stage !== 'streaming') return false;
    return true;
  });

  const leave = (visit: Visit): void => {
    visit.stage = 'over';
    visits.remove(visit);
    visit.next?.();
    draining.check();
  };

  const end = (visit: Visit, delivered: 'full' | 'partial' | 'none', bytes: number): void => {
    if (visit.outcome !== null) engine.settle(visit.outcome, delivered, bytes);
    leave(visit);
  };

  const arrive = (visit: Visit): void => {
    if (visit.stage === 'answering' || visit.stage === 'streaming') end(visit, 'full', visit.bodyBytes);
  };

  const hangUp = (visit: Visit): void => {
    whenItsTurn(visit.response, () => cut(visit.response));
    end(visit, 'none', 0);
  };

  const abandon = (visit: Visit): void => {
    if (!visit.forDesk) visit.outcome = answerAtOnce(engine, calls.ofVisit(visit, false));
    hangUp(visit);
  };

  const lose = (visit: Visit): void => {
    if (visit.stage === 'over') return;
    if (visit.stage === 'reading') {
      abandon(visit);
      return;
    }
    visit.stop?.();
    if (visit.outcome !== null) {
      const isPartial = visit.stage === 'answering' && hasBegun(visit.response);
      engine.settle(visit.outcome, isPartial ? 'partial' : 'none', visit.leftBytes, true);
    }
    leave(visit);
    visit.abandoned?.abort();
  };

  const closes = (answer: Answer): boolean => answer.close || draining.hasBegun;

  const send = (visit: Visit, answer: Answer, cutShort: boolean): void => {
    const { response, request } = visit;
    visit.stage = 'answering';
    if (!mayLeave(response)) return;
    visit.bodyBytes = writeHead(response, answer, cutShort || closes(answer));
    // Only a fault has headers of other letters, and looking at each costs time.
    const body = visit.outcome?.exchange.fired == null ? answer.body : toChunk(answer);
    const { socket } = request;
    // What is injected has no connection to close.
    if (!cutShort || !(socket instanceof Socket)) {
      response.end(body);
      return;
    }
    givenUp.add(socket);
    // Of an answer without a body writing sends nothing, not even the head.
    if (request.method === 'HEAD') response.flushHeaders();
    // Ending the response would have Node close the socket at once.
    response.write(body, (error) => {
      if (error) return;
      arrive(visit);
      lingering.add(socket);
    });
  };

  const deliver = createDeliver({
    timer,
    send: (visit, answer) => send(visit, answer, false),
    hangUp,
    end,
    closes,
  });

  const respond = (visit: Visit, outcome: SettledOutcome, cutShort: boolean): void => {
    if (visit.stage === 'over') {
      engine.settle(outcome, 'none', 0, true);
      return;
    }
    visit.outcome = outcome;
    if (outcome.delivery !== null) deliver(visit, outcome, outcome.delivery);
    else if (outcome.kind === 'hang-up') hangUp(visit);
    else send(visit, outcome.answer, cutShort);
  };

  const consult = createConsult({ calls, draining, send, hangUp });

  /** The body is all here, or as much of it as will be read. */
  const enter = (visit: Visit, cutShort: boolean): void => {
    crowd.join(visit.request.socket, visit.response);
    if (visit.forDesk && desk !== null) {
      consult(visit, desk, cutShort);
      return;
    }
    const outcome = engine.answer(calls.ofVisit(visit, true));
    if (outcome.kind !== 'later') {
      respond(visit, outcome, cutShort);
      return;
    }
    visit.stage = 'deciding';
    void outcome.outcome.then((late) => respond(visit, late, cutShort));
  };

  const isForDesk = (target: string): boolean => desk !== null && isDeskTarget(target, desk.prefix);

  const unparsed = createUnparsed({
    engine,
    isForDesk,
    calls,
    visits,
    givenUp,
    lingering,
    abandon,
    respond: (visit, outcome) => respond(visit, outcome, true),
    arrive,
  });

  return {
    ...unparsed,
    serve(request, response, sentTarget) {
      const { target, host } = toTarget(sentTarget, request.headers.host ?? '');
      const forDesk = isForDesk(target);
      const visit = createVisit(
        { request, response, target, host, receivedAt: engine.clock.now(), forDesk },
        mostBytesKept,
      );
      visits.add(visit);
      request.on('data', (chunk: Uint8Array) => {
        if (visit.stage !== 'reading') return;
        addChunk(visit.body, chunk);
        if (visit.body.size >= readCapBytes) enter(visit, true);
      });
      request.on('end', () => {
        if (visit.stage === 'reading') enter(visit, false);
      });
      response.on('finish', () => arrive(visit));
    },
    lose(socket) {
      for (const visit of visits) if (visit.request.socket === socket) lose(visit);
    },
    async drain(graceMs) {
      await draining.begin(graceMs);
      desk?.close();
    },
    cut() {
      for (const visit of visits) {
        // Sockets say only later that they are closed.
        lose(visit);
        if (!(visit.request.socket instanceof Socket)) visit.response.destroy();
      }
      lingering.cut();
    },
  };
}
