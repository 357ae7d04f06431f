import { type Refusal, refuse } from '../../engine/refusal.ts';
import { toExactNumber } from './normalise.ts';

const SIXTEEN_DIGITS = /\d{16}/;
const SAFE_DIGITS = 15;

/** Parses once more with the digits of numbers at hand; ten times slower, so only where digits were lost. */
export function parseExactly(text: string): unknown {
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

/** The refusal of a text that cannot be parsed. */
export function toNotJson(error: unknown): Refusal {
  const text = error instanceof Error ? error.message : String(error);
  // The parser's sentence quotes the body, which may be long.
  const shown = text.length > 200 ? `${text.slice(0, 200)}…` : text;
  return refuse('bad_request', `The body is not JSON: ${shown}`);
}

/** The refusal of a body that is nested too deep. */
export function toTooDeep(nestingDepth: number): Refusal {
  return refuse('bad_request', `The body is nested deeper than ${nestingDepth} levels.`);
}
