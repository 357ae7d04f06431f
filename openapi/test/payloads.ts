import fc from 'fast-check';
import type { Schema, Spec } from '../generator/spec.ts';
import { anyJson, blankTexts, hostileNames, inkTexts, numbers, withHostileNames } from './any-json.ts';
import { asRead } from './json.ts';
import { type Shape, shapesOf } from './shape.ts';

/** How deep records may hold records. */
const DEPTH = 4;

type Make = (schema: Schema, depth: number) => fc.Arbitrary<unknown>;

/** Makes payloads that mostly satisfy a schema, as they are when the service has normalised them. */
export function createPayloads(spec: Spec): (schema: Schema) => fc.Arbitrary<unknown> {
  const made = new Map<string, fc.Arbitrary<unknown>>();
  const make: Make = (schema, depth) => {
    const key = `${depth} ${JSON.stringify(schema)}`;
    const known = made.get(key);
    if (known !== undefined) return known;
    const shapes = shapesOf(spec, schema);
    const shallow = depth > 0 ? shapes : shapes.filter(({ types }) => types.some(isScalar));
    const choices = (shallow.length > 0 ? shallow : shapes).map((shape) => ofShape(shape, depth, make));
    const arbitrary = fc.oneof(...choices);
    made.set(key, arbitrary);
    return arbitrary;
  };
  return (schema) => make(schema, DEPTH).map(asRead);
}

const isScalar = (type: string): boolean => type !== 'object' && type !== 'array';

function ofShape(shape: Shape, depth: number, make: Make): fc.Arbitrary<unknown> {
  if (shape.values !== null) return fc.constantFrom(...shape.values);
  const scalars = shape.types.filter(isScalar);
  const types = depth > 0 || scalars.length === 0 ? shape.types : scalars;
  return fc.oneof(...types.map((type) => ofType(type, shape, depth, make)));
}

function ofType(type: string, shape: Shape, depth: number, make: Make): fc.Arbitrary<unknown> {
  switch (type) {
    case 'null':
      return fc.constant(null);
    case 'boolean':
      return fc.boolean();
    case 'number':
      return numbers;
    case 'integer':
      return fc.integer();
    case 'string':
      return shape.hasInk ? inkTexts : fc.oneof(inkTexts, fc.constantFrom(...blankTexts));
    case 'array':
      return ofList(shape, depth, make);
    default:
      return ofObject(shape, depth, make);
  }
}

function ofList({ items, contains, isEmptyList }: Shape, depth: number, make: Make): fc.Arbitrary<unknown> {
  if (isEmptyList) return fc.constant([]);
  const entry = items.length === 0 ? anyJson : make({ allOf: items }, depth - 1);
  const others = fc.array(entry, { maxLength: depth > 0 ? 3 : 0 });
  if (contains.length === 0) return others;
  const wanted = make({ allOf: [...contains, ...items] }, depth - 1);
  return fc.tuple(others, wanted, others).map(([before, one, after]) => [...before, one, ...after]);
}

function ofObject(shape: Shape, depth: number, make: Make): fc.Arbitrary<unknown> {
  const { properties, required, unwanted, isFilled } = shape;
  const names = depth > 0 ? [...new Set([...Object.keys(properties), ...required])] : required;
  const wanted = names.filter((name) => required.includes(name) || !unwanted.includes(name));
  const attributes = Object.fromEntries(
    wanted.map((name) => [
      name,
      properties[name] === undefined ? anyJson : make({ allOf: properties[name] }, depth - 1),
    ]),
  );
  const record = fc.record(attributes, { requiredKeys: [...required], noNullPrototype: true });
  const extra = fc.tuple(fc.constantFrom(...hostileNames, 'plan', 'colour'), fc.jsonValue({ maxDepth: 1 }));
  const hasAttributes = wanted.length > 0;
  const extras = fc.array(extra, { minLength: isFilled && !hasAttributes ? 1 : 0, maxLength: 2 });
  return fc.tuple(record, extras).map(([object, entries]) => withHostileNames(entries, object));
}
