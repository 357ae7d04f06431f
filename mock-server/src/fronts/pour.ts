import type { ServerResponse } from 'node:http';
import { letGo } from './let-go.ts';

/** Writes pieces onto a response as fast as they are taken, then ends it; returns what stops that. */
export function pour(
  response: ServerResponse,
  pieces: AsyncIterable<string>,
  onFailure: () => void,
): () => void {
  const iterator = pieces[Symbol.asyncIterator]();
  let isStopped = false;
  let isEnded = false;

  const run = async (): Promise<void> => {
    for (;;) {
      const next = await iterator.next();
      if (isStopped) return;
      if (next.done === true) {
        isEnded = true;
        response.end();
        return;
      }
      if (!response.write(next.value)) await new Promise((resolve) => response.once('drain', resolve));
    }
  };

  run().catch(() => {
    isEnded = true;
    if (!isStopped) onFailure();
  });

  return () => {
    if (isStopped || isEnded) return;
    isStopped = true;
    void letGo(iterator);
  };
}
