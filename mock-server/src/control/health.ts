import type { Handler } from './handler.ts';
import { toReply } from './problem.ts';

/** Says whether everything is in place; what only listens is not ready before it is seeded. */
export function createHealth(version: string, service: string, isReady: () => boolean): Handler<'getHealth'> {
  return () =>
    isReady()
      ? toReply({ status: 'ok', version, service })
      : toReply({ status: 'starting', version, service }, 503);
}
