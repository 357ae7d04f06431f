import { letGo } from './let-go.ts';

/**
 * A body whose pieces are asked for as fast as they are read; `onLeave` is called when its reader leaves. The signal of a
 * request only lives as long as the request itself.
 */
export function toPieceStream(
  pieces: AsyncIterable<string>,
  request: Pick<Request, 'signal'>,
  onLeave: () => void,
): ReadableStream<Uint8Array> {
  const iterator = pieces[Symbol.asyncIterator]();
  const encoder = new TextEncoder();
  let isOver = false;
  let onAbort = (): void => undefined;

  const end = (): void => {
    isOver = true;
    request.signal.removeEventListener('abort', onAbort);
  };

  return new ReadableStream<Uint8Array>(
    {
      start(controller) {
        onAbort = () => {
          end();
          controller.error(request.signal.reason);
          void letGo(iterator);
        };
        request.signal.addEventListener('abort', onAbort, { once: true });
      },
      async pull(controller) {
        try {
          const next = await iterator.next();
          if (isOver) return;
          if (next.done !== true) {
            controller.enqueue(encoder.encode(next.value));
            return;
          }
          end();
          controller.close();
        } catch (error) {
          end();
          throw error;
        }
      },
      cancel() {
        end();
        onLeave();
        void letGo(iterator);
      },
    },
    { highWaterMark: 0 },
  );
}
