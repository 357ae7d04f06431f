import type { Contract, OperationId } from '@understudy/openapi/contract';
import { isObject, type JsonObject } from '../../engine/json.ts';
import { withParams } from './meaning.ts';
import type { Normaliser } from './normalise.ts';

/** The attribute of what an operation takes that is stored in the form of a key. */
const NAMED_LIKE_KEYS: Readonly<Record<string, string>> = { pushEvent: 'name' };
const EVENT_OF_MESSAGE = 'event';

/** Gives what an operation takes, or a part of it, the form in which two of them are compared. */
export type Comparable = (
  id: OperationId,
  part: unknown,
  params: Readonly<Record<string, string>> | null,
) => unknown;

/** Payloads are compared with names of events as they are stored; messages with their keys in that form too. */
export function createComparable(contract: Contract, normaliser: Normaliser): Comparable {
  const { normalise, toName } = normaliser;

  return (id, part, params) => {
    const operation = contract.operations[id];
    if (operation.takes === 'payload')
      return withName(params === null ? part : withParams(part, params), NAMED_LIKE_KEYS[operation.like]);
    const normalised = normalise(structuredClone(part));
    return normalised.kind === 'normalised' ? withName(normalised.value, EVENT_OF_MESSAGE) : part;
  };

  function withName(payload: unknown, attribute: string | undefined): unknown {
    if (attribute === undefined || !isObject(payload)) return payload;
    const name = payload[attribute];
    return typeof name === 'string'
      ? ({ ...payload, [attribute]: toName(name) } satisfies JsonObject)
      : payload;
  }
}
