import type { DeskOperationId, DeskParams, DeskQueries } from '@understudy/openapi/control/routes';
import type { operations } from '@understudy/openapi/control/types';
import type { Reply } from './problem.ts';

type JsonContent = { readonly content: { readonly 'application/json': unknown } };

type Bodies = {
  [Id in DeskOperationId]: NonNullable<operations[Id]['requestBody']> extends never
    ? null
    : NonNullable<operations[Id]['requestBody']> extends JsonContent
      ? NonNullable<operations[Id]['requestBody']>['content']['application/json']
      : never;
};

/** What the desk was asked, read and checked. */
export type Asked<Id extends DeskOperationId> = {
  readonly params: DeskParams[Id];
  readonly query: DeskQueries[Id];
  readonly body: Bodies[Id];
  /** Says when nobody waits for the answer any more; null when nothing would tell. */
  readonly signal: AbortSignal | null;
};

/** What an operation answers when all is well. */
export type Value<Id extends DeskOperationId> =
  operations[Id]['responses'][200]['content']['application/json'];

export type Handler<Id extends DeskOperationId> = (
  asked: Asked<Id>,
) => Reply<Value<Id>> | Promise<Reply<Value<Id>>>;

/** One handler for every operation of the contract. */
export type Handlers = { readonly [Id in DeskOperationId]: Handler<Id> };
