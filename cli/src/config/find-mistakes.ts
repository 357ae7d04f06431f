import { nearest } from '@understudy/mock-server/nearest';
import { type Mistake, type Path, shorten } from './mistake.ts';
import { namesOf, renderSchema } from './render-schema.ts';
import { kindsOf, resolve, type Schema } from './schema.ts';
import { MOST_FOUND } from './throw-mistakes.ts';

/** Finds what in a value its schema does not take, unknown names at any depth among it, until it is more than is told. */
export function findMistakes(value: unknown, schema: Schema, path: Path = []): Mistake[] {
  const resolved = resolve(schema);
  if (resolved.anyOf !== undefined) return findInAlternatives(value, resolved, resolved.anyOf, path);
  const kinds = kindsOf(resolved);
  if (kinds.length > 0 && !kinds.some((kind) => isKind(value, kind)))
    return [toWrongKind(value, resolved, path)];
  if (resolved.enum !== undefined) return findInChoice(value, resolved, path);
  if (Array.isArray(value)) return findInList(value, resolved, path);
  if (isObject(value)) return findInObject(value, resolved, path);
  const isFit = typeof value === 'string' ? hasLength(value, resolved) : isInRange(value, resolved);
  if (isFit) return [];
  return [{ path, message: `This ${renderSize(value)}; it has to be ${renderSchema(resolved)}.` }];
}

/** What is said is of the alternative that was most likely meant. */
function findInAlternatives(
  value: unknown,
  schema: Schema,
  alternatives: readonly Schema[],
  path: Path,
): Mistake[] {
  const ofItsKind = alternatives.filter((each) => kindsOf(resolve(each)).some((kind) => isKind(value, kind)));
  const [best] = ofItsKind
    .map((each) => findMistakes(value, each, path))
    .sort((one, other) => one.length - other.length);
  return best ?? [toWrongKind(value, schema, path)];
}

function findInChoice(value: unknown, schema: Schema, path: Path): Mistake[] {
  const names = namesOf(schema);
  if (value === null || names.some((name) => name === value)) return [];
  const said = JSON.stringify(shorten(String(value)));
  return [{ path, message: `This is ${said}; ${suggest(String(value), names)}` }];
}

function findInList(values: readonly unknown[], schema: Schema, path: Path): Mistake[] {
  const { items, minItems = 0, maxItems = Number.POSITIVE_INFINITY } = schema;
  if (values.length < minItems || values.length > maxItems)
    return [
      { path, message: `This list has ${values.length} entries; it has to be ${renderSchema(schema)}.` },
    ];
  if (items === undefined) return [];
  return findInAll(values, (value, index) => findMistakes(value, items, [...path, index]));
}

function findInObject(value: Readonly<Record<string, unknown>>, schema: Schema, path: Path): Mistake[] {
  const { properties = {}, required = [], additionalProperties: others = true, minProperties = 0 } = schema;
  const names = Object.keys(value);
  if (names.length < minProperties)
    return [{ path, message: `This is empty; it takes ${Object.keys(properties).join(', ')}.` }];
  const inside = findInAll(names, (name): Mistake[] => {
    const at = [...path, name];
    const known = Object.hasOwn(properties, name) ? properties[name] : undefined;
    if (known !== undefined) return findMistakes(value[name], known, at);
    if (typeof others === 'object') return findMistakes(value[name], others, at);
    if (others) return [];
    const message = `There is no "${shorten(name)}" here; ${suggestName(name, properties)}`;
    return [{ path: at, message, isName: true }];
  });
  const missing = required
    .filter((name) => !Object.hasOwn(value, name))
    .map((name) => ({ path, message: `"${name}" is missing here.` }));
  return [...inside, ...missing];
}

function findInAll<Item>(
  items: readonly Item[],
  find: (item: Item, index: number) => readonly Mistake[],
): Mistake[] {
  const found: Mistake[] = [];
  for (const [index, item] of items.entries()) {
    found.push(...find(item, index));
    if (found.length > MOST_FOUND) break;
  }
  return found;
}

/** What belongs a level deeper is what people look for in vain where they wrote it. */
function suggestName(name: string, properties: Readonly<Record<string, Schema>>): string {
  const holder = Object.entries(properties).find(([, each]) =>
    Object.hasOwn(resolve(each).properties ?? {}, name),
  );
  return holder === undefined ? suggest(name, Object.keys(properties)) : `it belongs below "${holder[0]}".`;
}

/** A sentence's end that names the likely one, or lists what there is. */
export function suggest(name: string, candidates: readonly string[]): string {
  const likely = nearest(name, candidates);
  return likely === null ? `there are ${candidates.join(', ')}.` : `did you mean "${likely}"?`;
}

function toWrongKind(value: unknown, schema: Schema, path: Path): Mistake {
  const wanted = renderSchema(schema);
  const remedy = /^a text/.test(wanted) && isUnquoted(value) ? ' Put it in quotes.' : '';
  return { path, message: `This is ${renderKindOf(value)}; it has to be ${wanted}.${remedy}` };
}

const isUnquoted = (value: unknown): boolean => typeof value === 'number' || typeof value === 'boolean';

function renderSize(value: unknown): string {
  if (typeof value !== 'string') return `is ${value}`;
  return value === '' ? 'is empty' : `has ${[...value].length} characters`;
}

/** Never the value itself, which may be a push key. */
function renderKindOf(value: unknown): string {
  if (value === null || value === undefined) return 'nothing';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'an object';
  if (typeof value === 'boolean') return `${value}`;
  return typeof value === 'number' ? 'a number' : 'a text';
}

function isKind(value: unknown, kind: string): boolean {
  switch (kind) {
    case 'null':
      return value === null;
    case 'array':
      return Array.isArray(value);
    case 'object':
      return isObject(value);
    case 'integer':
      return Number.isInteger(value);
    case 'number':
      return Number.isFinite(value);
    default:
      return typeof value === kind;
  }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function hasLength(text: string, { minLength = 0, maxLength = Number.POSITIVE_INFINITY }: Schema): boolean {
  const length = [...text].length;
  return length >= minLength && length <= maxLength;
}

function isInRange(value: unknown, { minimum = -Infinity, maximum = Infinity }: Schema): boolean {
  return typeof value !== 'number' || (value >= minimum && value <= maximum);
}
