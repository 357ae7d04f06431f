import type { Shape } from '@understudy/openapi/control/routes';
import { below, isObject, type JsonObject } from '../engine/json.ts';
import { type Problem, toProblem } from './problem.ts';
import { renderShape } from './shape.ts';
import { suggest } from './suggest.ts';

/** The first attribute, however deep, that has no place where it stands; null when all have. */
export function findUnknownAttribute(value: unknown, shape: Shape, pointer = ''): Problem | null {
  if (Array.isArray(value)) {
    const { items } = shape;
    return items === undefined
      ? null
      : firstOf(value, (entry, index) => findUnknownAttribute(entry, items, below(pointer, index)));
  }
  if (!isObject(value)) return null;
  const choices = objectsIn(shape);
  // Of no object at all the check says more.
  if (choices.length === 0 || choices.some(({ attributes }) => attributes === undefined)) return null;
  const names = Object.keys(value);
  const known = [...new Set(choices.flatMap(({ attributes = {} }) => Object.keys(attributes)))];
  const unknown = names.find((name) => !known.includes(name));
  if (unknown !== undefined) {
    const message = `There is no attribute "${unknown}" here; ${suggest(unknown, known)}`;
    return toProblem('invalid_body', message, below(pointer, unknown), known);
  }
  const chosen = choices.find(({ attributes = {} }) =>
    names.every((name) => Object.hasOwn(attributes, name)),
  );
  if (chosen?.attributes === undefined) return toMixed(names, shape, pointer);
  const { attributes } = chosen;
  return firstOf(names, (name) => findIn(value, name, attributes, pointer));
}

/** The shapes of objects among those that a value may have. */
function objectsIn(shape: Shape): readonly Shape[] {
  if (shape.anyOf !== undefined) return shape.anyOf.flatMap(objectsIn);
  const isObjectShape = shape.type === 'object' || shape.type?.includes('object') === true;
  return isObjectShape ? [shape] : [];
}

function findIn(
  object: JsonObject,
  name: string,
  attributes: Readonly<Record<string, Shape>>,
  pointer: string,
): Problem | null {
  const shape = attributes[name];
  return shape === undefined ? null : findUnknownAttribute(object[name], shape, below(pointer, name));
}

function toMixed(names: readonly string[], shape: Shape, pointer: string): Problem {
  const message = `${names.join(' and ')} do not go together here; what is wanted is ${renderShape(shape)}.`;
  return toProblem('invalid_body', message, pointer);
}

function firstOf<Entry>(
  entries: readonly Entry[],
  find: (entry: Entry, index: number) => Problem | null,
): Problem | null {
  for (const [index, entry] of entries.entries()) {
    const problem = find(entry, index);
    if (problem !== null) return problem;
  }
  return null;
}
