import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import type { Call } from '../engine/call.ts';
import type { Engine } from '../engine/engine.ts';
import type { Answer, SettledOutcome } from '../engine/outcome.ts';
import { addChunk } from './body-collector.ts';
import { createCallMaker } from './call-maker.ts';
import { type DeskAnswer, type DeskDoor, isDeskTarget } from './desk-door.ts';
import { createLingering } from './lingering.ts';
import { isMidRequest } from './mid-request.ts';
import { type ClientError, isEarlyEnd, type Rejection, toRejection } from './rejection.ts';
import { toTarget } from './target.ts';
import { createUnderWay } from './under-way.ts';
import { createVisit, type Visit } from './visit.ts';
import { writeAnswer } from './write-answer.ts';

export type NodeTrafficOptions<World> = {
  readonly engine: Engine<World>;
  readonly desk: DeskDoor | null;
  readonly readCapBytes: number;
  readonly door: string;
  /** How long a sender who was cut short is still listened to, so that it can read the answer. */
  readonly lingerMs: number;
};

/** Brings what Node's HTTP server receives to the engine or the desk, and their answers back. */
export type NodeTraffic = {
  /** Takes one request; `sentTarget` is its target as sent. */
  serve(request: IncomingMessage, response: ServerResponse, sentTarget: string): void;
  /** Takes what the HTTP parser gave up on. */
  giveUp(error: ClientError, socket: Socket): void;
  /** Takes a CONNECT, whose socket Node has let go of. */
  tunnel(request: IncomingMessage, socket: Socket): void;
  /** Settles what a closed connection leaves behind. */
  lose(socket: Socket): void;
  /** Waits until nothing is in flight but the desk's waits, or the time is over; then ends those. */
  drain(graceMs: number): Promise<void>;
  /** Cuts every connection that is only listened to. */
  cut(): void;
};

export function createNodeTraffic<World>(options: NodeTrafficOptions<World>): NodeTraffic {
  const { engine, desk, readCapBytes, door, lingerMs } = options;
  const mostBytesKept = engine.service.requestBytes;
  const visits = createUnderWay<Visit>();
  /** Sockets on which nothing more is said after the answer at hand. */
  const givenUp = new WeakSet<Socket>();
  const lingering = createLingering(lingerMs);
  let onLeave: (() => void) | null = null;
  let isDraining = false;

  const calls = createCallMaker(engine.clock, door, readCapBytes);

  const leave = (visit: Visit): void => {
    visit.stage = 'over';
    visits.remove(visit);
    visit.next?.();
    onLeave?.();
  };

  const arrive = (visit: Visit): void => {
    if (visit.stage !== 'answering') return;
    if (visit.outcome !== null) engine.settle(visit.outcome, 'full', visit.bodyBytes);
    leave(visit);
  };

  const hangUp = (visit: Visit): void => {
    if (visit.outcome !== null) engine.settle(visit.outcome, 'none', 0);
    visit.response.destroy();
    leave(visit);
  };

  const send = (visit: Visit, answer: Answer, cutShort: boolean): void => {
    const { response, request } = visit;
    visit.stage = 'answering';
    visit.bodyBytes = writeAnswer(response, answer, cutShort || answer.close || isDraining);
    const { socket } = request;
    // What is injected has no connection to close.
    if (!cutShort || !(socket instanceof Socket)) {
      response.end(answer.body);
      return;
    }
    givenUp.add(socket);
    // Of an answer without a body writing sends nothing, not even the head.
    if (request.method === 'HEAD') response.flushHeaders();
    // Ending the response would have Node close the socket at once.
    response.write(answer.body, (error) => {
      if (error) return;
      arrive(visit);
      lingering.add(socket);
    });
  };

  /** Replaced by the room that delivers. */
  const whole = (answer: DeskAnswer): Answer => ('pieces' in answer ? { ...answer, body: '' } : answer);

  const consult = (visit: Visit, door: DeskDoor, cutShort: boolean): void => {
    visit.abandoned = new AbortController();
    const answer = door.answer(calls.ofVisit(visit, true), visit.abandoned.signal);
    if (!(answer instanceof Promise)) {
      send(visit, whole(answer), cutShort);
      return;
    }
    visit.stage = 'waiting';
    onLeave?.();
    answer.then(
      (late) => {
        if (visit.stage === 'waiting') send(visit, whole(late), cutShort);
      },
      () => {
        if (visit.stage === 'waiting') hangUp(visit);
      },
    );
  };

  /** The body is all here, or as much of it as will be read. */
  const enter = (visit: Visit, cutShort: boolean): void => {
    if (visit.forDesk && desk !== null) {
      consult(visit, desk, cutShort);
      return;
    }
    const outcome = engine.answer(calls.ofVisit(visit, true));
    if (outcome.kind === 'later') void outcome.outcome.then((late) => respond(visit, late, cutShort));
    else respond(visit, outcome, cutShort);
  };

  const respond = (visit: Visit, outcome: SettledOutcome, cutShort: boolean): void => {
    visit.outcome = outcome;
    if (outcome.kind === 'hang-up') hangUp(visit);
    else send(visit, outcome.answer, cutShort);
  };

  /** The outcome of what is not complete, which waits for nothing. */
  const answerAtOnce = (call: Call): SettledOutcome => {
    const outcome = engine.answer(call);
    if (outcome.kind === 'later') throw new Error('A call that is not complete was accepted.');
    return outcome;
  };

  const abandon = (visit: Visit): void => {
    if (!visit.forDesk) visit.outcome = answerAtOnce(calls.ofVisit(visit, false));
    hangUp(visit);
  };

  const reject = (call: Call, { cause, reason }: Rejection): SettledOutcome =>
    engine.reject(call, cause, reason);

  /** Answers on a socket that Node's HTTP server is done with. */
  const answerOn = (socket: Socket, method: string, outcome: SettledOutcome): void => {
    const request = new IncomingMessage(socket);
    request.method = method;
    const response = new ServerResponse(request);
    const visit = createVisit({ request, response, target: '', host: '', receivedAt: 0, forDesk: false }, 0);
    visit.stage = 'answering';
    visit.outcome = outcome;
    if (outcome.kind === 'hang-up' || !socket.writable) {
      engine.settle(outcome, 'none', 0);
      socket.destroy();
      return;
    }
    visits.add(visit);
    response.assignSocket(socket);
    response.on('finish', () => {
      arrive(visit);
      lingering.add(socket);
    });
    visit.bodyBytes = writeAnswer(response, outcome.answer, true);
    response.end(outcome.answer.body);
  };

  /** Earlier requests of the connection are answered first. */
  const afterOthers = (socket: Socket, then: () => void): void => {
    for (const visit of visits) {
      if (visit.request.socket !== socket) continue;
      visit.next = () => afterOthers(socket, then);
      return;
    }
    then();
  };

  const rejectHead = (socket: Socket, rejection: Rejection): void => {
    const { method, target } = rejection;
    answerOn(socket, method, reject(calls.ofHead({ method, target }), rejection));
  };

  /** Node keeps nothing of a head that broke off, so the entry says only that there was one. */
  const abandonHead = (socket: Socket): void => {
    let isInBody = false;
    for (const { request } of visits) isInBody ||= request.socket === socket && !request.complete;
    if (!isInBody && isMidRequest(socket)) engine.settle(answerAtOnce(calls.ofHead({})), 'none', 0);
    socket.destroy();
  };

  return {
    serve(request, response, sentTarget) {
      const { target, host } = toTarget(sentTarget, request.headers.host ?? '');
      const forDesk = desk !== null && isDeskTarget(target, desk.prefix);
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
    giveUp(error, socket) {
      if (givenUp.has(socket)) return;
      const rejection = toRejection(error);
      if (rejection === null) {
        abandonHead(socket);
        return;
      }
      // Browsers open connections in advance; one that never says a word is no exchange.
      if (socket.bytesRead === 0) socket.destroy();
      if (socket.destroyed) return;
      for (const visit of visits) {
        if (visit.request.socket !== socket || visit.request.complete || visit.stage !== 'reading') continue;
        if (isEarlyEnd(error) || visit.forDesk) {
          abandon(visit);
          return;
        }
        const outcome = reject(calls.ofVisit(visit, false), rejection);
        visit.outcome = outcome;
        if (outcome.kind === 'hang-up') hangUp(visit);
        else send(visit, outcome.answer, true);
        return;
      }
      givenUp.add(socket);
      afterOthers(socket, () => rejectHead(socket, rejection));
    },
    tunnel(request, socket) {
      socket.on('error', () => socket.destroy());
      socket.resume();
      const call = calls.ofHead({
        method: request.method ?? '',
        target: request.url ?? '',
        host: request.headers.host ?? '',
        headers: request.headers,
        rawHeaders: request.rawHeaders,
        complete: true,
      });
      afterOthers(socket, () => answerOn(socket, '', answerAtOnce(call)));
    },
    lose(socket) {
      for (const visit of visits) {
        if (visit.request.socket !== socket) continue;
        if (visit.stage === 'reading') {
          abandon(visit);
          continue;
        }
        // A pipelined answer has no socket before its turn.
        const begun = visit.stage === 'answering' && visit.response.socket !== null;
        if (visit.outcome !== null) engine.settle(visit.outcome, begun ? 'partial' : 'none', 0);
        leave(visit);
        visit.abandoned?.abort();
      }
    },
    async drain(graceMs) {
      isDraining = true;
      const isQuiet = (): boolean => {
        for (const visit of visits) if (visit.stage !== 'waiting') return false;
        return true;
      };
      if (!isQuiet()) {
        await new Promise<void>((resolve) => {
          const done = (): void => {
            clearTimeout(timer);
            onLeave = null;
            resolve();
          };
          const timer = setTimeout(done, graceMs);
          onLeave = () => {
            if (isQuiet()) done();
          };
        });
      }
      desk?.close();
    },
    cut() {
      lingering.cut();
    },
  };
}
