import type { Contract, OperationId, PushOperationId } from '@understudy/openapi/contract';
import { isObject, type JsonObject } from '../../engine/json.ts';
import type { Refusal } from '../../engine/refusal.ts';
import type { Notes } from './diagnostics.ts';
import { mapMessage } from './incoming/map-message.ts';
import { noteMessage } from './incoming/note-message.ts';
import type { Normaliser } from './normalise.ts';

/** One of the Push API's operations with its payload. */
export type RequestMeaning = {
  readonly kind: 'request';
  readonly operation: PushOperationId;
  readonly payload: JsonObject;
};

/** What a body asks of the Push API: one of its operations with a payload, or nothing. */
export type Meaning = RequestMeaning | { readonly kind: 'nothing' };

/** Says what a body that was read means to an operation; `params` are attributes that stood in the path. */
export type MeaningReader = (
  id: OperationId,
  read: unknown,
  params: Readonly<Record<string, string>> | null,
  notes?: Notes,
) => Meaning | Refusal;

const NOTHING: Meaning = { kind: 'nothing' };

/** A payload means itself; a message means what it is mapped to, under the keys with which that is stored. */
export function createMeaningReader(contract: Contract, normaliser: Normaliser): MeaningReader {
  return (id, read, params, notes) => {
    const operation = contract.operations[id];
    if (operation.takes === 'payload')
      return { kind: 'request', operation: operation.like, payload: withParams(read, params) };
    const mapped = mapMessage(read, operation.dialect);
    if (notes !== undefined) noteMessage(read, operation.dialect, mapped.kind === 'anonymous', notes);
    if (mapped.kind !== 'request') return mapped.kind === 'refusal' ? mapped : NOTHING;
    const { request } = mapped;
    const normalised = normaliser.normalise(request.body, notes);
    const payload = normalised.kind === 'normalised' ? normalised.value : null;
    return { kind: 'request', operation: request.operation, payload: isObject(payload) ? payload : {} };
  };
}

/** Attributes that stood in the path count before those of the body. */
export function withParams(read: unknown, params: Readonly<Record<string, string>> | null): JsonObject {
  const payload = isObject(read) ? read : {};
  return params === null ? payload : { ...payload, ...params };
}
