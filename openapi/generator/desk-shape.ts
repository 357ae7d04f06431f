import { ANNOTATING_KEYWORDS } from './keywords.ts';
import { nameOfRef, type Scalar, type Schema, type Spec } from './spec.ts';

/** What the desk says of a value that is not what it has to be; everything a schema refers to stands in its place. */
export type DeskShape = {
  readonly type?: string | readonly string[];
  readonly default?: Scalar;
  readonly items?: DeskShape;
  readonly attributes?: Readonly<Record<string, DeskShape>>;
  readonly anyOf?: readonly DeskShape[];
};

const COPIED: ReadonlySet<string> = new Set([
  ...['type', 'enum', 'pattern', 'default', 'required'],
  ...['minimum', 'maximum', 'minLength', 'maxLength', 'minItems', 'maxItems', 'minProperties'],
]);

/** Turns a schema into its shape. Throws on what a shape cannot say: the desk would let it pass without a word. */
export function toDeskShape(spec: Spec, schema: Schema, within: readonly string[] = []): DeskShape {
  if (schema.$ref !== undefined)
    return toDeskShape(spec, target(spec, schema.$ref, within), [...within, schema.$ref]);
  const shape: { -readonly [Key in keyof DeskShape]: DeskShape[Key] } = {};
  for (const [keyword, value] of Object.entries(schema)) {
    if (COPIED.has(keyword)) Object.assign(shape, { [keyword]: value });
    else if (keyword === 'items') shape.items = toDeskShape(spec, value as Schema, within);
    else if (keyword === 'anyOf')
      shape.anyOf = (value as Schema[]).map((choice) => toDeskShape(spec, choice, within));
    else if (keyword === 'properties')
      shape.attributes = toAttributes(spec, value as Schema['properties'], within);
    else if (!ANNOTATING_KEYWORDS.has(keyword) && keyword !== 'additionalProperties')
      throw new Error(`The desk cannot say what "${keyword}" wants of a body; say it otherwise.`);
  }
  if (schema.additionalProperties === true && shape.attributes !== undefined)
    throw new Error('A body of the desk either names all its attributes or takes any.');
  return shape;
}

function toAttributes(
  spec: Spec,
  properties: Schema['properties'] = {},
  within: readonly string[],
): Readonly<Record<string, DeskShape>> {
  return Object.fromEntries(
    Object.entries(properties).map(([name, child]) => [name, toDeskShape(spec, child, within)]),
  );
}

function target(spec: Spec, ref: string, within: readonly string[]): Schema {
  if (within.includes(ref)) throw new Error(`${ref} holds itself, which no shape can.`);
  const found = spec.components.schemas[nameOfRef(ref, 'schemas')];
  if (found === undefined) throw new Error(`${ref} does not exist.`);
  return found;
}
