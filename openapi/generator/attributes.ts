import { childrenOf, requestSchemaNames } from './reach.ts';
import { nameOfRef, type Schema, type Spec } from './spec.ts';

/** The attributes that each object schema knows, those of the schemas it is made of included. */
export function attributesOf(spec: Spec): Record<string, string[]> {
  const known = requestSchemaNames(spec).map((name): [string, string[]] => [
    name,
    [...collect(spec, name).keys()],
  ]);
  return Object.fromEntries(known.filter(([, names]) => names.length > 0));
}

/** By schema and attribute, the schema of what stands there, by itself or in a list; only where that has attributes. */
export function insideOf(spec: Spec): Record<string, Record<string, string>> {
  const objects = attributesOf(spec);
  const inside = Object.keys(objects).map((name): [string, Record<string, string>] => [
    name,
    Object.fromEntries(
      [...collect(spec, name)].flatMap(([attribute, schemas]) =>
        schemas.flatMap(({ $ref, items }) => {
          const held = nameOfRef($ref ?? items?.$ref ?? NOTHING, 'schemas');
          return Object.hasOwn(objects, held) ? [[attribute, held]] : [];
        }),
      ),
    ),
  ]);
  return Object.fromEntries(inside.filter(([, attributes]) => Object.keys(attributes).length > 0));
}

const NOTHING = '#/components/schemas/';

/** Every attribute of a schema with all that is said of it, in the order in which it is first named. */
function collect(spec: Spec, name: string): ReadonlyMap<string, readonly Schema[]> {
  const found = new Map<string, Schema[]>();
  const visit = (schema: Schema, seen: ReadonlySet<string>): void => {
    if (schema.$ref !== undefined && !seen.has(schema.$ref)) {
      visit(
        spec.components.schemas[nameOfRef(schema.$ref, 'schemas')] ?? {},
        new Set([...seen, schema.$ref]),
      );
    }
    for (const [attribute, child] of Object.entries(schema.properties ?? {}))
      found.set(attribute, [...(found.get(attribute) ?? []), child]);
    for (const [step, child] of childrenOf(schema))
      if (/^(allOf|anyOf|then|else)/.test(step)) visit(child, seen);
  };
  visit(spec.components.schemas[name] ?? {}, new Set());
  return found;
}
