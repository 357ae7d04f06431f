import type { DeskOperationId, DeskParams, DeskQueries } from '@understudy/openapi/control/routes';
import type { operations } from '@understudy/openapi/control/types';
import type { Reply, TextReply } from './problem.ts';

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
  /** The id that a reader who was cut off had last; null when there is none. */
  readonly lastEventId: string | null;
};

type Responses<Id extends DeskOperationId> = operations[Id]['responses'];

type Well<Id extends DeskOperationId> =
  Responses<Id> extends { 200: infer Response }
    ? Response
    : Responses<Id> extends { 201: infer Response }
      ? Response
      : never;

/** What an operation answers when all is well; what is no JSON is a text. */
export type Value<Id extends DeskOperationId> =
  Well<Id> extends JsonContent ? Well<Id>['content']['application/json'] : string;

/** Beside a value: a text of another media type, or one that comes piece by piece. */
export type Handler<Id extends DeskOperationId> = (
  asked: Asked<Id>,
) => Reply<Value<Id>> | TextReply | Promise<Reply<Value<Id>>>;

/** One handler for every operation of the contract. */
export type Handlers = { readonly [Id in DeskOperationId]: Handler<Id> };
