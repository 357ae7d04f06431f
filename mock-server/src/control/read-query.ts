import type { Shape } from '@understudy/openapi/control/routes';
import { isProblem, type Problem, toProblem } from './problem.ts';
import { decodeParameter, namesOf, renderShape } from './shape.ts';
import { suggest } from './suggest.ts';

type Shapes = Readonly<Record<string, Shape>>;
type Values = Record<string, string | number>;

/** Reads the query of a target; what has a default and was not given gets it. */
export function readQuery(target: string, shapes: Shapes): Values | Problem {
  const values: Values = {};
  for (const [name, shape] of Object.entries(shapes))
    if (shape.default !== undefined) values[name] = shape.default;
  const given = new Set<string>();
  for (const pair of pairsOf(target)) {
    const name = decodeText(pair[0]);
    if (name === null)
      return toProblem('invalid_parameter', 'The name of a query parameter is badly percent-encoded.');
    const path = `?${name}`;
    const shape = Object.hasOwn(shapes, name) ? shapes[name] : undefined;
    if (shape === undefined) return toUnknown(name, path, Object.keys(shapes));
    if (given.has(name))
      return toProblem('invalid_parameter', `The query parameter "${name}" is there twice.`, path);
    given.add(name);
    const value = readValue(name, pair[1], shape, path);
    if (isProblem(value)) return value;
    values[name] = value;
  }
  return values;
}

function pairsOf(target: string): [string, string][] {
  const start = target.indexOf('?');
  if (start === -1) return [];
  const [query = ''] = target.slice(start + 1).split('#');
  return query
    .split('&')
    .filter((pair) => pair !== '')
    .map((pair) => {
      const equals = pair.indexOf('=');
      return equals === -1 ? [pair, ''] : [pair.slice(0, equals), pair.slice(equals + 1)];
    });
}

function readValue(name: string, encoded: string, shape: Shape, path: string): string | number | Problem {
  const text = decodeText(encoded, name === 'account');
  if (text === null)
    return toProblem('invalid_parameter', `The value of "${name}" is badly percent-encoded.`, path);
  const value = decodeParameter(text, shape);
  if (value !== null) return value;
  // An empty value is mostly a shell variable that was never set; taken for "any", it would match everything.
  const wrong = text === '' ? 'is empty; leave it out or give it a value' : 'is not what it has to be';
  return toProblem(
    'invalid_parameter',
    `"${name}" ${wrong}. It is ${renderShape(shape)}.`,
    path,
    namesOf(shape),
  );
}

/** A plus sign is a blank in a query, but keys hold plus signs and hardly ever blanks, so people write them as they are. */
function decodeText(encoded: string, keepsPlus = false): string | null {
  try {
    return decodeURIComponent(keepsPlus ? encoded : encoded.replaceAll('+', ' '));
  } catch {
    return null;
  }
}

function toUnknown(name: string, path: string, known: readonly string[]): Problem {
  const message = `There is no query parameter "${name}" here; ${suggest(name, known)}`;
  return toProblem('unknown_parameter', message, path, known);
}
