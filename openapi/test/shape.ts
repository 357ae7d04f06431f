import { nameOfRef, type Scalar, type Schema, type Spec } from '../generator/spec.ts';

/** One way to satisfy a schema: what `allOf`, `anyOf` and `if` leave when every choice is made. */
export type Shape = {
  readonly types: readonly string[];
  readonly values: readonly Scalar[] | null;
  readonly hasInk: boolean;
  readonly isFilled: boolean;
  readonly isEmptyList: boolean;
  readonly properties: Readonly<Record<string, readonly Schema[]>>;
  readonly required: readonly string[];
  readonly items: readonly Schema[];
  readonly contains: readonly Schema[];
  readonly unwanted: readonly string[];
};

const ANYTHING: Shape = {
  types: ['null', 'boolean', 'number', 'string', 'array', 'object'],
  values: null,
  hasInk: false,
  isFilled: false,
  isEmptyList: false,
  properties: {},
  required: [],
  items: [],
  contains: [],
  unwanted: [],
};

/** The ways to satisfy a schema, as far as they can be told without solving it; what `not` excludes is only avoided. */
export function shapesOf(spec: Spec, schema: Schema): Shape[] {
  const { $ref, allOf = [], anyOf, then = {}, else: otherwise = {}, not } = schema;
  let shapes = [ownShape(schema)];
  const also = (choices: readonly Schema[]) => {
    const others = choices.flatMap((choice) => shapesOf(spec, choice));
    shapes = shapes.flatMap((shape) => others.flatMap((other) => merge(shape, other)));
  };
  if ($ref !== undefined) also([spec.components.schemas[nameOfRef($ref, 'schemas')] ?? {}]);
  for (const child of allOf) also([child]);
  if (anyOf !== undefined) also(anyOf);
  if (schema.if !== undefined) also([{ allOf: [schema.if, then] }, otherwise]);
  return not === undefined
    ? shapes
    : shapes.map((shape) => ({ ...shape, unwanted: [...shape.unwanted, ...(not.required ?? [])] }));
}

function ownShape(schema: Schema): Shape {
  const { type = ANYTHING.types, enum: choices, const: value, properties = {}, items, contains } = schema;
  return {
    types: typeof type === 'string' ? [type] : type,
    values: value === undefined ? (choices ?? null) : [value],
    hasInk: schema.pattern !== undefined,
    isFilled: (schema.minProperties ?? 0) > 0,
    isEmptyList: schema.maxItems === 0,
    properties: Object.fromEntries(Object.entries(properties).map(([name, child]) => [name, [child]])),
    required: schema.required ?? [],
    items: items === undefined ? [] : [items],
    contains: contains === undefined ? [] : [contains],
    unwanted: [],
  };
}

/** Both at once; nothing when they exclude each other. */
function merge(one: Shape, other: Shape): Shape[] {
  const types = one.types.filter((type) => other.types.includes(type));
  const values = one.values?.filter((value) => other.values?.includes(value) ?? true) ?? other.values;
  if (types.length === 0 || values?.length === 0) return [];
  const names = new Set([...Object.keys(one.properties), ...Object.keys(other.properties)]);
  return [
    {
      types,
      values,
      hasInk: one.hasInk || other.hasInk,
      isFilled: one.isFilled || other.isFilled,
      isEmptyList: one.isEmptyList || other.isEmptyList,
      properties: Object.fromEntries(
        [...names].map((name) => [
          name,
          [...(one.properties[name] ?? []), ...(other.properties[name] ?? [])],
        ]),
      ),
      required: [...new Set([...one.required, ...other.required])],
      items: [...one.items, ...other.items],
      contains: [...one.contains, ...other.contains],
      unwanted: [...one.unwanted, ...other.unwanted],
    },
  ];
}
