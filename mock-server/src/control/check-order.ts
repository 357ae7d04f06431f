import { type DeskOperationId, deskRoutes } from '@understudy/openapi/control/routes';
import { isObject } from '../engine/json.ts';
import { toProblem } from './problem.ts';
import { checkBody } from './read-body.ts';
import { throwProblem } from './throw-problem.ts';

/** Throws a UsageError on what is no body of an operation of the desk; in code, whatever a file holds may be passed. */
export function checkOrder(order: unknown, id: DeskOperationId): void {
  const expected = deskRoutes.find((route) => route.id === id)?.body ?? null;
  if (expected === null) throw new Error(`${id} takes no body.`);
  throwProblem(
    isObject(order) ? checkBody(order, expected) : toProblem('invalid_body', 'An order is an object.'),
  );
}
