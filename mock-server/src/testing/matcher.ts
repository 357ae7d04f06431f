import type { DiagnosticCode, OperationId } from '@understudy/openapi/contract';
import type { components, operations as IncomingOperations } from '@understudy/openapi/incoming/types';
import type { operations as PushOperations } from '@understudy/openapi/types';
import type { Expected } from './expected.ts';

type Payload<Id extends OperationId> = (PushOperations &
  IncomingOperations)[Id]['requestBody']['content']['application/json'];

/**
 * What the body of a request of one operation may be expected to hold. A message is its sender's own: what describes it
 * tells only of what is looked at.
 */
export type ExpectedBody<Id extends OperationId> =
  Payload<Id> extends components['schemas']['CdpMessage'] ? AnyBody : Expected<Payload<Id>>;

export type AnyBody = Readonly<Record<string, unknown>>;

/**
 * What an exchange has to be; what is absent or null is not looked at. Named by its `operation`, a `body` may have only
 * the attributes that the operation knows.
 */
export type UserlistMatcher =
  | { readonly [Id in OperationId]: Facts & OfOperation<Id> }[OperationId]
  | (Facts & { readonly operation?: null | undefined; readonly body?: AnyBody | null | undefined });

type OfOperation<Id extends OperationId> = {
  readonly operation: Id;
  /** What its body has to hold: objects attribute by attribute, lists entry by entry and of the same length. */
  readonly body?: ExpectedBody<Id> | null | undefined;
};

type Facts = {
  /** That of the answer. */
  readonly status?: number | null | undefined;
  /** JSON Pointers to what its body has to have, whatever the value. */
  readonly has?: readonly string[] | null | undefined;
  /** The code of a diagnostic that it has to have. */
  readonly diagnostic?: DiagnosticCode | null | undefined;
  /** The id of an exchange; only later ones. */
  readonly since?: string | null | undefined;
};
