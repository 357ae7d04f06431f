import type { PushRequest } from '@understudy/transformer';
import type { Output } from '../io.ts';
import { toPrintableJson } from '../printable.ts';

/** An output that can say when it has written what it was given; without that, memory holds what a slow reader has not read. */
type Drainable = Output & { drained?(): Promise<void> };

/** Prints requests as NDJSON instead of sending them. */
export async function printRequests(
  output: Drainable,
  line: number,
  requests: readonly PushRequest[],
): Promise<void> {
  for (const { method, path, body } of requests)
    output.write(`${toPrintableJson({ line, method, path, body })}\n`);
  await output.drained?.();
}
