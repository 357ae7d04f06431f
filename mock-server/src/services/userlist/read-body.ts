import type { Contract } from '@understudy/openapi/contract';
import { isObject } from '../../engine/json.ts';
import type { Refusal } from '../../engine/refusal.ts';
import type { Body, Reading } from '../../engine/service.ts';
import { createTextReader } from './body-text.ts';
import type { Notes } from './diagnostics.ts';
import type { Normaliser } from './normalise.ts';
import { parseExactly, toNotJson, toTooDeep } from './parse-exactly.ts';

export type BodyReader = (body: Body, notes?: Notes) => Reading | Refusal;

const EMPTY: Reading = { kind: 'payload', payload: {} };

/** Reads a body as the service does: JSON unless the sender says it is something else, keys in snake_case. */
export function createBodyReader(contract: Contract, normaliser: Normaliser): BodyReader {
  const readText = createTextReader(contract);

  return (body, notes) => {
    const text = readText(body, notes);
    if (text === null) return EMPTY;
    if (typeof text !== 'string') return text;
    let value: unknown;
    try {
      value = JSON.parse(text);
    } catch (error) {
      return toNotJson(error);
    }
    let normalised = normaliser.normalise(value, undefined);
    if (normalised.kind === 'normalised' && (normalised.lostDigits || notes !== undefined)) {
      normalised = normaliser.normalise(parseExactly(text), notes, true);
    }
    if (normalised.kind === 'too-deep') return toTooDeep(contract.limits.nestingDepth);
    return isObject(normalised.value) ? { kind: 'payload', payload: normalised.value } : EMPTY;
  };
}
