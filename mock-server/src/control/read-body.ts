import { checks, ROOT, type Violation } from '@understudy/openapi/control/checks';
import type { DeskRoute, Shape } from '@understudy/openapi/control/routes';
import type { Call } from '../engine/call.ts';
import { isObject, type JsonObject } from '../engine/json.ts';
import { nearest } from '../engine/nearest.ts';
import { decodePointer, findAt } from '../verify/pointer.ts';
import { isProblem, type Problem, toProblem } from './problem.ts';
import { namesOf, renderShape, shapeAt } from './shape.ts';
import { findUnknownAttribute } from './unknown-attribute.ts';

type BodyOf = NonNullable<DeskRoute['body']>;

/** What deeper bodies hold can be in no exchange either, and walking them could exhaust the stack. */
const MOST_LEVELS = 100;

/** Reads a body as the operation's schema has it; no body at all is an empty object. */
export function readBody(call: Call, expected: BodyOf): JsonObject | Problem {
  const body = parseBody(call);
  return isProblem(body) ? body : (checkBody(body, expected) ?? body);
}

/** Why something is not what an operation's schema has; null when it is. */
export function checkBody(body: JsonObject, expected: BodyOf): Problem | null {
  const unknown = findUnknownAttribute(body, expected.shape);
  if (unknown !== null) return unknown;
  const check = checks[expected.schema];
  if (check === undefined) throw new Error(`There is no check for ${expected.schema}.`);
  const violations: Violation[] = [];
  check.explain(body, ROOT, violations);
  const [first] = violations;
  return first === undefined ? null : toInvalid(first, expected.shape, body);
}

function parseBody(call: Call): JsonObject | Problem {
  const { bytes, size, complete } = call;
  if (size > bytes.byteLength) {
    return toProblem(
      'body_too_large',
      `The body has ${size} bytes; the desk reads at most ${bytes.byteLength}.`,
    );
  }
  if (!complete) return toProblem('invalid_body', 'The body ended before it was complete.');
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return toProblem('invalid_body', 'The body is not valid UTF-8.');
  }
  if (text.trim() === '') return {};
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return toProblem('invalid_body', `The body is not valid JSON${placeOf(error)}.`);
  }
  if (!isObject(value)) return toProblem('invalid_body', 'The body is not a JSON object.');
  if (isDeeper(value, MOST_LEVELS)) {
    return toProblem('invalid_body', `The body is nested more than ${MOST_LEVELS} levels deep.`);
  }
  return value;
}

/** Only the position: the parser's own text quotes the body, which may hold a push key. */
function placeOf(error: unknown): string {
  const [, position] = /at position (\d+)/.exec(error instanceof Error ? error.message : '') ?? [];
  return position === undefined ? '' : ` at position ${position}`;
}

function isDeeper(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return levels === 0 || Object.values(value).some((inner) => isDeeper(inner, levels - 1));
}

function toInvalid({ pointer, text }: Violation, expected: Shape, body: JsonObject): Problem {
  const shape = shapeAt(expected, pointer);
  if (shape === undefined) return toProblem('invalid_body', `${text}.`, pointer);
  const names = namesOf(shape);
  const given = findAt(body, decodePointer(pointer)?.steps ?? []);
  const likely = names === undefined || typeof given !== 'string' ? null : nearest(given, names);
  const end = likely === null ? '.' : `; did you mean "${likely}"?`;
  return toProblem('invalid_body', `${text}. It is ${renderShape(shape)}${end}`, pointer, names);
}
