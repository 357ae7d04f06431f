import type { Contract } from '@understudy/openapi/contract';
import { type Call, headerOf } from '../../engine/call.ts';
import { isObject } from '../../engine/json.ts';
import { type Refusal, refuse } from '../../engine/refusal.ts';
import type { Reading } from '../../engine/service.ts';
import type { Notes } from './diagnostics.ts';
import { type Normaliser, toExactNumber } from './normalise.ts';

export type Sent = Pick<Call, 'headers' | 'bytes' | 'size'>;

export type BodyReader = (call: Sent, notes?: Notes) => Reading | Refusal;

const EMPTY: Reading = { kind: 'payload', payload: {} };

/** Reads a body as the service does: JSON unless the sender says it is something else, keys in snake_case. */
export function createBodyReader(contract: Contract, normaliser: Normaliser): BodyReader {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  const { jsonMediaTypes, limits } = contract;

  const decode = (bytes: Uint8Array): string | null => {
    try {
      return decoder.decode(bytes);
    } catch {
      return null;
    }
  };

  return (call, notes) => {
    const encoding = headerOf(call, 'content-encoding').trim().toLowerCase();
    if (encoding !== '' && encoding !== 'identity') {
      return refuse(
        'bad_request',
        `The body is said to be in Content-Encoding ${encoding}; send it as it is.`,
      );
    }
    if (call.size === 0) return EMPTY;
    const contentType = headerOf(call, 'content-type');
    if (contentType === '')
      notes?.add(
        'missing-content-type',
        '',
        'There was no Content-Type; the reference recommends `application/json; charset=utf-8`.',
      );
    if (contentType !== '' && !jsonMediaTypes.includes(mediaTypeOf(contentType))) {
      notes?.add(
        'body-ignored',
        '',
        `A body of type ${mediaTypeOf(contentType)} is not read; send \`Content-Type: application/json\`.`,
      );
      return EMPTY;
    }
    const text = decode(call.bytes);
    if (text === null) return refuse('bad_request', 'The body is not valid UTF-8.');
    let value: unknown;
    try {
      value = JSON.parse(text);
    } catch (error) {
      return refuse('bad_request', `The body is not JSON: ${describe(error)}`);
    }
    let normalised = normaliser.normalise(value, undefined);
    if (normalised.kind === 'normalised' && (normalised.lostDigits || notes !== undefined)) {
      normalised = normaliser.normalise(parseExactly(text), notes, true);
    }
    if (normalised.kind === 'too-deep') {
      return refuse('bad_request', `The body is nested deeper than ${limits.nestingDepth} levels.`);
    }
    return isObject(normalised.value) ? { kind: 'payload', payload: normalised.value } : EMPTY;
  };
}

function mediaTypeOf(contentType: string): string {
  const end = contentType.indexOf(';');
  return (end === -1 ? contentType : contentType.slice(0, end)).trim().toLowerCase();
}

/** The parser's sentence quotes the body, which may be long. */
function describe(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return text.length > 200 ? `${text.slice(0, 200)}…` : text;
}

const SIXTEEN_DIGITS = /\d{16}/;
const SAFE_DIGITS = 15;

/** Parses once more with the digits of numbers at hand; ten times slower, so only where digits were lost. */
function parseExactly(text: string): unknown {
  if (!SIXTEEN_DIGITS.test(text.replaceAll('.', ''))) return JSON.parse(text);
  const revive = (_key: string, value: unknown, context?: { source?: string }): unknown => {
    const source = context?.source;
    if (typeof value !== 'number' || source === undefined) return value;
    return isExact(source, value) ? value : toExactNumber(source, value);
  };
  return JSON.parse(text, revive as (key: string, value: unknown) => unknown);
}

function isExact(source: string, value: number): boolean {
  if (/^-?\d+$/.test(source)) return Number.isSafeInteger(value);
  const plain = source.includes('.') && !/e/i.test(source) ? source.replace(/\.?0+$/, '') : source;
  return plain.replaceAll(/[^\d]/g, '').replace(/^0+/, '').length <= SAFE_DIGITS || String(value) === plain;
}
