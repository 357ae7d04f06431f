import { deskRoutes } from '@understudy/openapi/control/routes';
import type { Handler } from './handler.ts';
import { toReply } from './problem.ts';

/** Lists the paths there are, for whoever begins at the front. */
export function createIndex(): Handler<'getIndex'> {
  return () => toReply({ paths: deskRoutes.map(({ method, path }) => `${method} ${path}`) });
}
