import type { Patience } from './patience.ts';
import { toSlowPiece } from './slow-piece.ts';

export type FetchBodyOptions = {
  readonly bytes: Uint8Array;
  /** Null for all at once. */
  readonly bytesPerSecond: number | null;
  /** Whether it breaks off behind the last byte. */
  readonly breaksOff: boolean;
  readonly patience: Patience;
  /** Its signal is one that only lives as long as it does. */
  readonly request: Pick<Request, 'signal'>;
  /** Called once, when the last byte has left, or with `isCutOff` when nobody reads on. */
  readonly onEnd: (leftBytes: number, isCutOff: boolean) => void;
};

/** The body of a mistreated answer; its bytes leave in their time, whether somebody reads them or not. */
export function createFetchBody(options: FetchBodyOptions): ReadableStream<Uint8Array> {
  const { bytes, bytesPerSecond, breaksOff, patience, request, onEnd } = options;
  let left = 0;
  let isOver = false;
  let isHungry = false;

  const end = (isCutOff: boolean): void => {
    if (isOver) return;
    isOver = true;
    patience.stop();
    onEnd(left, isCutOff);
  };

  const breakOff = (controller: ReadableStreamDefaultController<Uint8Array>): void => {
    controller.error(new TypeError('terminated: the server cut the connection'));
  };

  const writeOn = (controller: ReadableStreamDefaultController<Uint8Array>): void => {
    if (left === bytes.byteLength) {
      request.signal.removeEventListener('abort', onAbort);
      end(false);
      if (!breaksOff) controller.close();
      // Bytes that nobody has read yet would be lost with the error.
      else if (isHungry) breakOff(controller);
      return;
    }
    const rest = { bytes: bytes.subarray(left), afterMs: 0 };
    const piece = bytesPerSecond === null ? rest : toSlowPiece(bytes, left, bytesPerSecond);
    patience.wait(piece.afterMs, () => {
      left += piece.bytes.byteLength;
      isHungry = false;
      controller.enqueue(piece.bytes);
      writeOn(controller);
    });
  };

  let onAbort = (): void => undefined;

  return new ReadableStream<Uint8Array>(
    {
      start(controller) {
        onAbort = () => {
          end(true);
          controller.error(request.signal.reason);
        };
        request.signal.addEventListener('abort', onAbort, { once: true });
        writeOn(controller);
      },
      pull(controller) {
        isHungry = true;
        if (isOver && breaksOff) breakOff(controller);
      },
      cancel() {
        request.signal.removeEventListener('abort', onAbort);
        end(true);
      },
    },
    { highWaterMark: 0 },
  );
}
