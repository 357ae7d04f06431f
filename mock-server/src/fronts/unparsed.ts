import { IncomingMessage, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { Engine } from '../engine/engine.ts';
import type { SettledOutcome } from '../engine/outcome.ts';
import type { Malformation } from '../engine/service.ts';
import { answerAtOnce } from './answer-at-once.ts';
import type { CallMaker } from './call-maker.ts';
import type { Lingering } from './lingering.ts';
import { isMidRequest } from './mid-request.ts';
import { type ClientError, isBehindLast, isEarlyEnd, type Rejection, toRejection } from './rejection.ts';
import { toTarget } from './target.ts';
import type { UnderWay } from './under-way.ts';
import { createVisit, type Visit } from './visit.ts';
import { writeHead } from './write-head.ts';

export type UnparsedOptions<World> = {
  readonly engine: Engine<World>;
  readonly calls: CallMaker;
  readonly isForDesk: (target: string) => boolean;
  readonly visits: UnderWay<Visit>;
  /** Sockets on which nothing more is said after the answer at hand. */
  readonly givenUp: WeakSet<Socket>;
  readonly lingering: Lingering;
  /** Ends a visit whose request broke off. */
  readonly abandon: (visit: Visit) => void;
  /** Answers a visit whose request cannot be read on. */
  readonly respond: (visit: Visit, outcome: SettledOutcome) => void;
  /** Ends a visit whose answer is out. */
  readonly arrive: (visit: Visit) => void;
};

/** Answers what Node's HTTP server makes no request of, on bare sockets. */
export type Unparsed = {
  /** Takes what the HTTP parser gave up on. */
  giveUp(error: ClientError, socket: Socket): void;
  /** Takes a CONNECT, whose socket Node has let go of. */
  tunnel(request: IncomingMessage, socket: Socket): void;
};

/** What is said to a request for the desk whose head cannot be read. */
const TO_THE_DESK: Readonly<Record<Malformation, string>> = {
  syntax: toBareAnswer('400 Bad Request'),
  'headers-too-large': toBareAnswer('431 Request Header Fields Too Large'),
  timeout: toBareAnswer('408 Request Timeout'),
};

export function createUnparsed<World>(options: UnparsedOptions<World>): Unparsed {
  const { engine, calls, isForDesk, visits, givenUp, lingering, abandon, respond, arrive } = options;

  /** Answers on a socket that Node's HTTP server is done with. */
  const answerOn = (socket: Socket, method: string, outcome: SettledOutcome): void => {
    const request = new IncomingMessage(socket);
    request.method = method;
    const response = new ServerResponse(request);
    const visit = createVisit({ request, response, target: '', host: '', receivedAt: 0, forDesk: false }, 0);
    visit.stage = 'answering';
    visit.outcome = outcome;
    if (outcome.kind === 'hang-up' || !socket.writable) {
      engine.settle(outcome, 'none', 0, true);
      socket.destroy();
      return;
    }
    visits.add(visit);
    response.assignSocket(socket);
    response.on('finish', () => {
      arrive(visit);
      lingering.add(socket);
    });
    visit.bodyBytes = writeHead(response, outcome.answer, true);
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

  const rejectHead = (socket: Socket, { cause, reason, method, target }: Rejection): void => {
    // What is asked of the desk is no exchange.
    if (isForDesk(toTarget(target, '').target)) {
      if (socket.writable) socket.write(TO_THE_DESK[cause]);
      lingering.add(socket);
      return;
    }
    answerOn(socket, method, engine.reject(calls.ofHead({ method, target }), cause, reason));
  };

  /** Node keeps nothing of a head that broke off, so the entry says only that there was one. */
  const abandonHead = (socket: Socket): void => {
    let isInBody = false;
    for (const { request } of visits) isInBody ||= request.socket === socket && !request.complete;
    if (!isInBody && isMidRequest(socket)) engine.settle(answerAtOnce(engine, calls.ofHead({})), 'none', 0);
    socket.destroy();
  };

  return {
    giveUp(error, socket) {
      if (givenUp.has(socket) || isBehindLast(error)) return;
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
        if (isEarlyEnd(error) || visit.forDesk) abandon(visit);
        else respond(visit, engine.reject(calls.ofVisit(visit, false), rejection.cause, rejection.reason));
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
      afterOthers(socket, () => answerOn(socket, '', answerAtOnce(engine, call)));
    },
  };
}

function toBareAnswer(statusLine: string): string {
  return `HTTP/1.1 ${statusLine}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n`;
}
