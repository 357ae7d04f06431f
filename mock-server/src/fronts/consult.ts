import type { Answer } from '../engine/outcome.ts';
import type { CallMaker } from './call-maker.ts';
import type { DeskAnswer, DeskDoor } from './desk-door.ts';
import type { Draining } from './draining.ts';
import { letGo } from './let-go.ts';
import { pour } from './pour.ts';
import type { Visit } from './visit.ts';
import { writeOpenHead } from './write-head.ts';

export type ConsultOptions = {
  readonly calls: CallMaker;
  readonly draining: Draining;
  readonly send: (visit: Visit, answer: Answer, cutShort: boolean) => void;
  readonly hangUp: (visit: Visit) => void;
};

/** Asks the desk, and brings back what it answers; `cutShort` when no more of the request is read. */
export type Consult = (visit: Visit, desk: DeskDoor, cutShort: boolean) => void;

export function createConsult({ calls, draining, send, hangUp }: ConsultOptions): Consult {
  const bringBack = (visit: Visit, answer: DeskAnswer, cutShort: boolean): void => {
    if (!('pieces' in answer)) {
      send(visit, answer, cutShort);
      return;
    }
    const { response, request } = visit;
    writeOpenHead(response, answer, cutShort || draining.hasBegun);
    visit.stage = 'streaming';
    if (request.method === 'HEAD') {
      void letGo(answer.pieces[Symbol.asyncIterator]());
      visit.abandoned?.abort();
      response.end();
      return;
    }
    visit.stop = pour(response, answer.pieces, () => hangUp(visit));
    draining.check();
  };

  return (visit, desk, cutShort) => {
    visit.abandoned = new AbortController();
    const answer = desk.answer(calls.ofVisit(visit, true), visit.abandoned.signal);
    if (!(answer instanceof Promise)) {
      bringBack(visit, answer, cutShort);
      return;
    }
    visit.stage = 'waiting';
    draining.check();
    answer.then(
      (late) => {
        if (visit.stage === 'waiting') bringBack(visit, late, cutShort);
        else if ('pieces' in late) void letGo(late.pieces[Symbol.asyncIterator]());
      },
      () => {
        if (visit.stage === 'waiting') hangUp(visit);
      },
    );
  };
}
