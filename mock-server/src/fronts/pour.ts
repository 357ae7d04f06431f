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
  let wake: (() => void) | null = null;

  const drained = (): Promise<void> =>
    new Promise((resolve) => {
      wake = resolve;
      response.once('drain', resolve);
    });

  const run = async (): Promise<void> => {
    while (!isStopped) {
      const next = await iterator.next();
      isEnded = next.done === true;
      if (isStopped) return;
      if (isEnded) response.end();
      if (next.done === true) return;
      if (!response.write(next.value)) await drained();
    }
  };

  run().catch(() => {
    isEnded = true;
    if (!isStopped) onFailure();
  });

  return () => {
    if (isStopped || isEnded) return;
    isStopped = true;
    wake?.();
    void letGo(iterator);
  };
}
