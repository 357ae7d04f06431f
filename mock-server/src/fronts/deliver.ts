import type { Delivery } from '../engine/delivery.ts';
import type { Answer, SettledOutcome } from '../engine/outcome.ts';
import type { Timer } from '../engine/timer.ts';
import { withDeclaredLength } from './declared-length.ts';
import { createPatience, type Patience } from './patience.ts';
import { toSlowPiece } from './slow-piece.ts';
import { cutBehind, mayLeave, whenItsTurn } from './turn.ts';
import type { Visit } from './visit.ts';
import { flushHead, writeHead } from './write-head.ts';

export type DeliverOptions = {
  readonly timer: Timer;
  /** Sends an answer as any other is sent. */
  readonly send: (visit: Visit, answer: Answer) => void;
  readonly hangUp: (visit: Visit) => void;
  /** Ends a visit of whose answer so much left, with so many bytes of body. */
  readonly end: (visit: Visit, delivered: 'full' | 'partial' | 'none', bytes: number) => void;
  /** Whether the connection is closed after an answer. */
  readonly closes: (answer: Answer) => boolean;
};

/** Mistreats an answer on its way out, as a fault wants it. */
export type Deliver = (visit: Visit, outcome: SettledOutcome, delivery: Delivery) => void;

export function createDeliver(options: DeliverOptions): Deliver {
  const { timer, send, hangUp, end, closes } = options;

  const writeGarbage = (visit: Visit, garbage: string): void => {
    visit.response.socket?.write(garbage);
    cutBehind(visit.response);
    end(visit, 'none', 0);
  };

  const write = (visit: Visit, answer: Answer, delivery: Delivery, patience: Patience): void => {
    const { response } = visit;
    const { bytesPerSecond, cutAfterBytes, contentLength } = delivery;
    const isMisleading = contentLength !== null;
    const told = withDeclaredLength(answer, contentLength);
    const bodyBytes = writeHead(response, told, isMisleading || closes(answer));
    visit.stage = 'answering';
    visit.bodyBytes = bodyBytes;
    // Of an answer without a body writing sends nothing, not even the head.
    flushHead(response, told, bodyBytes);
    const last = Math.min(cutAfterBytes ?? bodyBytes, bodyBytes);
    const body = Buffer.from(answer.body).subarray(0, last);

    const finish = (): void => {
      if (cutAfterBytes !== null) {
        cutBehind(response);
        end(visit, last < bodyBytes ? 'partial' : 'full', last);
        return;
      }
      const { socket } = response;
      // The header that says so may be one of the fault's own.
      if (isMisleading) response.once('finish', () => socket?.destroySoon?.());
      response.end();
    };

    const writeOn = (): void => {
      const { leftBytes } = visit;
      if (leftBytes === last) {
        finish();
        return;
      }
      const rest = { bytes: body.subarray(leftBytes), afterMs: 0 };
      const piece = bytesPerSecond === null ? rest : toSlowPiece(body, leftBytes, bytesPerSecond);
      patience.wait(piece.afterMs, () => {
        // Told when the system has taken it, so that a slow reader is waited for.
        response.write(piece.bytes, (error) => {
          if (error || visit.stage === 'over') return;
          visit.leftBytes += piece.bytes.byteLength;
          writeOn();
        });
      });
    };
    writeOn();
  };

  return (visit, outcome, delivery) => {
    const patience = createPatience(timer);
    const { response } = visit;
    visit.stage = 'held';
    visit.stop = patience.stop;
    patience.holdBack(delivery, () => {
      if (outcome.kind === 'hang-up') hangUp(visit);
      else if (isLate(delivery)) send(visit, outcome.answer);
      else {
        const { answer } = outcome;
        whenItsTurn(response, () => {
          if (visit.stage === 'over' || !mayLeave(response)) return;
          if (delivery.garbage === null) write(visit, answer, delivery, patience);
          else writeGarbage(visit, delivery.garbage);
        });
      }
    });
  };
}

/** Whether nothing is wrong with the answer but that it leaves later. */
function isLate({ bytesPerSecond, cutAfterBytes, contentLength, garbage }: Delivery): boolean {
  return bytesPerSecond === null && cutAfterBytes === null && contentLength === null && garbage === null;
}
