import type { Contract, MessageDialect } from '@understudy/openapi/contract';
import { identifierPaths } from '@understudy/transformer';
import { createTextReader } from '../body-text.ts';
import { parseExactly, toNotJson, toTooDeep } from '../parse-exactly.ts';
import type { BodyReader } from '../read-body.ts';
import { settleMessage } from './settle-message.ts';

/** Reads a body that holds one message, under the keys with which it was sent; what it is not is seen when it is mapped. */
export function createMessageReader(contract: Contract, dialect: MessageDialect): BodyReader {
  const readText = createTextReader(contract);
  const { nestingDepth } = contract.limits;

  return (body, notes) => {
    const text = readText(body, notes);
    if (text === null) return { kind: 'payload', payload: {} };
    if (typeof text !== 'string') return text;
    let value: unknown;
    try {
      value = JSON.parse(text);
    } catch (error) {
      return toNotJson(error);
    }
    let settled = settleMessage(value, nestingDepth);
    if (settled.kind === 'settled' && (settled.lostDigits || notes !== undefined)) {
      const exact = { identifierPaths: identifierPaths(settled.value, dialect), notes };
      settled = settleMessage(parseExactly(text), nestingDepth, exact);
    }
    if (settled.kind === 'too-deep') return toTooDeep(nestingDepth);
    return { kind: 'payload', payload: settled.value };
  };
}
