import { below } from '../json.ts';
import { findLostDigits, LOST_DIGITS } from '../lost-digits.ts';
import type { FaultDefinition, FaultEffect } from './fault.ts';

/** Why something cannot be armed; the path is a JSON Pointer into what was given. */
export type OrderProblem = { readonly kind: 'problem'; readonly path: string; readonly message: string };

/** What stands for all faults where one is cleared by its name. */
export const ALL = '*';

/** Why a fault cannot be meant, although its attributes are of the right kinds; null when it can. */
export function checkDefinition(definition: FaultDefinition, at: string): OrderProblem | null {
  const { name, match, effect } = definition;
  if (name === ALL) return toOrderProblem(`${at}/name`, '`*` stands for all faults; take another name.');
  if (name != null && !name.isWellFormed())
    return toOrderProblem(`${at}/name`, 'Half a surrogate pair is no character; take another name.');
  for (const count of ['from', 'every', 'times'] as const) {
    if (!isWhole(definition[count] ?? 1, 1))
      return toOrderProblem(`${at}/${count}`, 'It is a whole number of at least 1.');
  }
  if (match?.body != null && !isJson(match.body))
    return toOrderProblem(`${at}/match/body`, 'No JSON could hold this; give what JSON.parse would.');
  const lost = findLostDigits(match?.body, `${at}/match/body`);
  if (lost !== null) return toOrderProblem(lost, LOST_DIGITS);
  return checkEffect(effect, `${at}/effect`);
}

export function toOrderProblem(path: string, message: string): OrderProblem {
  return { kind: 'problem', path, message };
}

function checkEffect(effect: FaultEffect, at: string): OrderProblem | null {
  if (Object.values(effect).every((value) => value === undefined))
    return toOrderProblem(at, 'It says nothing; give at least one effect, such as status.');
  const number = WHOLE_NUMBERS.find(
    ([name, least, most]) => effect[name] !== undefined && !isWhole(effect[name], least, most),
  );
  if (number !== undefined) {
    const [name, least, most] = number;
    const range = most === undefined ? `of at least ${least}` : `from ${least} to ${most}`;
    return toOrderProblem(`${at}/${name}`, `It is a whole number ${range}.`);
  }
  return checkTogether(effect, at) ?? checkDelay(effect, at) ?? checkHeaders(effect, at);
}

/** The kinds that make a front fail where it writes the answer. */
const WHOLE_NUMBERS = [
  ['status', 200, 599],
  ['bytes_per_second', 1, undefined],
  ['truncate_at', 0, undefined],
  ['content_length', 0, undefined],
] as const;

/** HTTP has no body for them. */
const BODILESS: readonly unknown[] = [204, 205, 304];

function checkTogether({ status, hang_up, hold, body }: FaultEffect, at: string): OrderProblem | null {
  if (status !== undefined && hang_up !== undefined)
    return toOrderProblem(`${at}/hang_up`, 'A connection that is closed has no status; give one of the two.');
  if (hold === true && hang_up === 'after')
    return toOrderProblem(`${at}/hang_up`, 'What is held is never applied; hang up before, or do not hold.');
  if (body !== undefined && BODILESS.includes(status))
    return toOrderProblem(`${at}/body`, `An answer with the status ${status} has no body; leave it out.`);
  if (body !== undefined && !isJson(body))
    return toOrderProblem(`${at}/body`, 'This is neither a text nor anything that JSON could hold.');
  return null;
}

function checkDelay({ delay_ms: delay = 0 }: FaultEffect, at: string): OrderProblem | null {
  const numbers: readonly number[] = typeof delay === 'number' ? [delay] : Object.values(delay);
  if (numbers.some((number) => !Number.isFinite(number)))
    return toOrderProblem(`${at}/delay_ms`, 'It is a number of milliseconds, or made of numbers.');
  const lengths =
    typeof delay === 'number' ? [delay] : 'min' in delay ? [delay.min, delay.max] : [delay.median];
  if (lengths.some((length) => length < 0))
    return toOrderProblem(`${at}/delay_ms`, 'No answer leaves before its request came; give 0 or more.');
  if (typeof delay === 'object' && 'min' in delay && delay.min > delay.max)
    return toOrderProblem(`${at}/delay_ms/max`, 'max is less than min.');
  return null;
}

const TOKEN = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/;
/** A line break would begin a header of its own. */
const HEADER_VALUE = /^[\t\u0020-\u007e\u0080-\u00ff]*$/;
/** They say where the answer ends, which the front does. */
const FRAMING: readonly string[] = ['content-length', 'transfer-encoding', 'trailer'];

function checkHeaders(
  { headers = {}, retry_after: retryAfter }: FaultEffect,
  at: string,
): OrderProblem | null {
  if (typeof retryAfter === 'string' && !HEADER_VALUE.test(retryAfter))
    return toOrderProblem(`${at}/retry_after`, 'A header cannot hold this text.');
  for (const [name, value] of Object.entries(headers)) {
    const path = below(`${at}/headers`, name);
    if (!TOKEN.test(name)) return toOrderProblem(path, 'This is no name of a header.');
    if (FRAMING.includes(name.toLowerCase()))
      return toOrderProblem(
        path,
        'This header says where the answer ends; use content_length or truncate_at.',
      );
    if (value !== null && (typeof value !== 'string' || !HEADER_VALUE.test(value)))
      return toOrderProblem(path, 'A header holds a text in one line; null takes it away.');
  }
  return null;
}

function isWhole(value: unknown, least: number, most = Number.MAX_SAFE_INTEGER): boolean {
  return Number.isSafeInteger(value) && (value as number) >= least && (value as number) <= most;
}

/** Faults are written in code too, where a body may be anything. */
function isJson(value: unknown): boolean {
  try {
    return JSON.stringify(value) !== undefined && structuredClone(value) !== undefined;
  } catch {
    return false;
  }
}
