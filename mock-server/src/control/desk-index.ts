import { deskRoutes } from '@understudy/openapi/control/routes';
import type { Handler } from './handler.ts';
import { toReply } from './problem.ts';

/** Lists what can be asked, for whoever begins at the front. */
export function createIndex(): Handler<'getIndex'> {
  return () =>
    toReply({
      paths: deskRoutes.map(({ method, path }) => `${method} ${path}`),
      operations: deskRoutes.map(({ id, method, path, summary, query, body }) => ({
        id,
        method,
        path,
        summary,
        query: Object.keys(query),
        body: Object.keys(body?.shape.attributes ?? {}),
      })),
    });
}
